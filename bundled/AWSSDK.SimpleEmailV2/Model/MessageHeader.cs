using Bundled.Pipeline;

namespace Amazon.SimpleEmailV2.Model;

public class MessageHeader : IJsonBody
{
    public string Name { get; set; }

    public string Value { get; set; }

    void IJsonBody.Write(JsonBody json)
    {
        json.Add(nameof(Name), Name);
        json.Add(nameof(Value), Value);
    }
}
