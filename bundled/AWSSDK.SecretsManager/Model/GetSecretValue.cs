using System.Text.Json;
using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.SecretsManager.Model;

public class GetSecretValueRequest : AmazonSecretsManagerRequest
{
    public string SecretId { get; set; }

    public string VersionId { get; set; }

    public string VersionStage { get; set; }

    internal override void Write(JsonBody json)
    {
        json.Add(nameof(SecretId), SecretId);
        json.Add(nameof(VersionId), VersionId);
        json.Add(nameof(VersionStage), VersionStage);
    }
}

public class GetSecretValueResponse : AmazonWebServiceResponse, IJsonShape
{
    public string ARN { get; set; }

    public string Name { get; set; }

    public string VersionId { get; set; }

    public MemoryStream SecretBinary { get; set; }

    public string SecretString { get; set; }

    public List<string> VersionStages { get; set; } = Fresh.List<string>();

    public DateTime? CreatedDate { get; set; }

    void IJsonShape.Read(string field, JsonElement value)
    {
        switch (field)
        {
            case nameof(ARN): ARN = value.GetString(); break;
            case nameof(Name): Name = value.GetString(); break;
            case nameof(VersionId): VersionId = value.GetString(); break;
            case nameof(SecretBinary): SecretBinary = value.Blob(); break;
            case nameof(SecretString): SecretString = value.GetString(); break;
            case nameof(VersionStages): VersionStages = value.Texts(); break;
            case nameof(CreatedDate): CreatedDate = value.Timestamp(); break;
        }
    }
}
