using Bundled.Pipeline;

namespace Amazon.SimpleEmailV2.Model;

public class Body : IJsonBody
{
    public Content Text { get; set; }

    public Content Html { get; set; }

    void IJsonBody.Write(JsonBody json)
    {
        json.Add(nameof(Text), Text);
        json.Add(nameof(Html), Html);
    }
}
