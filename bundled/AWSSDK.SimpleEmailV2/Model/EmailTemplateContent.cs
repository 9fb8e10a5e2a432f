using Bundled.Pipeline;

namespace Amazon.SimpleEmailV2.Model;

public class EmailTemplateContent : IJsonBody
{
    public string Subject { get; set; }

    public string Text { get; set; }

    public string Html { get; set; }

    void IJsonBody.Write(JsonBody json)
    {
        json.Add(nameof(Subject), Subject);
        json.Add(nameof(Text), Text);
        json.Add(nameof(Html), Html);
    }
}
