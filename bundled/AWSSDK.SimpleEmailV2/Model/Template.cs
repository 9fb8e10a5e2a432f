using Bundled.Pipeline;

namespace Amazon.SimpleEmailV2.Model;

public class Template : IJsonBody
{
    public string TemplateName { get; set; }

    public string TemplateArn { get; set; }

    public EmailTemplateContent TemplateContent { get; set; }

    public string TemplateData { get; set; }

    public List<MessageHeader> Headers { get; set; } = Fresh.List<MessageHeader>();

    public List<Attachment> Attachments { get; set; } = Fresh.List<Attachment>();

    void IJsonBody.Write(JsonBody json)
    {
        json.Add(nameof(TemplateName), TemplateName);
        json.Add(nameof(TemplateArn), TemplateArn);
        json.Add(nameof(TemplateContent), TemplateContent);
        json.Add(nameof(TemplateData), TemplateData);
        json.Add(nameof(Headers), Headers);
        json.Add(nameof(Attachments), Attachments);
    }
}
