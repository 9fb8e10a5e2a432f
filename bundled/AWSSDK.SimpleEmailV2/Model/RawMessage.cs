using Bundled.Pipeline;

namespace Amazon.SimpleEmailV2.Model;

public class RawMessage : IJsonBody
{
    public MemoryStream Data { get; set; }

    void IJsonBody.Write(JsonBody json) => json.Add(nameof(Data), Data);
}
