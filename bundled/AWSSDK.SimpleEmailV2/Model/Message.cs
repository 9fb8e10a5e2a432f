using Bundled.Pipeline;

namespace Amazon.SimpleEmailV2.Model;

public class Message : IJsonBody
{
    public Content Subject { get; set; }

    public Body Body { get; set; }

    public List<MessageHeader> Headers { get; set; } = Fresh.List<MessageHeader>();

    public List<Attachment> Attachments { get; set; } = Fresh.List<Attachment>();

    void IJsonBody.Write(JsonBody json)
    {
        json.Add(nameof(Subject), Subject);
        json.Add(nameof(Body), Body);
        json.Add(nameof(Headers), Headers);
        json.Add(nameof(Attachments), Attachments);
    }
}
