using Bundled.Pipeline;

namespace Amazon.SimpleEmailV2.Model;

public class Destination : IJsonBody
{
    public List<string> ToAddresses { get; set; } = Fresh.List<string>();

    public List<string> CcAddresses { get; set; } = Fresh.List<string>();

    public List<string> BccAddresses { get; set; } = Fresh.List<string>();

    void IJsonBody.Write(JsonBody json)
    {
        json.Add(nameof(ToAddresses), ToAddresses);
        json.Add(nameof(CcAddresses), CcAddresses);
        json.Add(nameof(BccAddresses), BccAddresses);
    }
}
