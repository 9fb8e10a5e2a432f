using Bundled.Pipeline;

namespace Amazon.SimpleEmailV2.Model;

public class EmailContent : IJsonBody
{
    public Message Simple { get; set; }

    public RawMessage Raw { get; set; }

    public Template Template { get; set; }

    void IJsonBody.Write(JsonBody json)
    {
        json.Add(nameof(Simple), Simple);
        json.Add(nameof(Raw), Raw);
        json.Add(nameof(Template), Template);
    }
}
