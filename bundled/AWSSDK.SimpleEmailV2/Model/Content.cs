using Bundled.Pipeline;

namespace Amazon.SimpleEmailV2.Model;

public class Content : IJsonBody
{
    public string Data { get; set; }

    public string Charset { get; set; }

    void IJsonBody.Write(JsonBody json)
    {
        json.Add(nameof(Data), Data);
        json.Add(nameof(Charset), Charset);
    }
}
