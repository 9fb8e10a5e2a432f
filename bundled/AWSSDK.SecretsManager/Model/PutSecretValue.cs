using System.Text.Json;
using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.SecretsManager.Model;

public class PutSecretValueRequest : AmazonSecretsManagerRequest
{
    public string SecretId { get; set; }

    public string ClientRequestToken { get; set; }

    public MemoryStream SecretBinary { get; set; }

    public string SecretString { get; set; }

    public List<string> VersionStages { get; set; } = Fresh.List<string>();

    public string RotationToken { get; set; }

    internal override void Write(JsonBody json)
    {
        json.Add(nameof(SecretId), SecretId);
        // Without a token of the caller's own, the service takes one that is new for each call, and the same for its retries.
        json.Add(nameof(ClientRequestToken), ClientRequestToken ?? Guid.NewGuid().ToString());
        json.Add(nameof(SecretBinary), SecretBinary);
        json.Add(nameof(SecretString), SecretString);
        json.Add(nameof(VersionStages), VersionStages);
        json.Add(nameof(RotationToken), RotationToken);
    }
}

public class PutSecretValueResponse : AmazonWebServiceResponse, IJsonShape
{
    public string ARN { get; set; }

    public string Name { get; set; }

    public string VersionId { get; set; }

    public List<string> VersionStages { get; set; } = Fresh.List<string>();

    void IJsonShape.Read(string field, JsonElement value)
    {
        switch (field)
        {
            case nameof(ARN): ARN = value.GetString(); break;
            case nameof(Name): Name = value.GetString(); break;
            case nameof(VersionId): VersionId = value.GetString(); break;
            case nameof(VersionStages): VersionStages = value.Texts(); break;
        }
    }
}
