using Bundled.Pipeline;

namespace Amazon.SimpleEmailV2.Model;

public class Attachment : IJsonBody
{
    public MemoryStream RawContent { get; set; }

    public AttachmentContentDisposition ContentDisposition { get; set; }

    public string FileName { get; set; }

    public string ContentDescription { get; set; }

    public string ContentId { get; set; }

    public AttachmentContentTransferEncoding ContentTransferEncoding { get; set; }

    public string ContentType { get; set; }

    void IJsonBody.Write(JsonBody json)
    {
        json.Add(nameof(RawContent), RawContent);
        json.Add(nameof(ContentDisposition), ContentDisposition);
        json.Add(nameof(FileName), FileName);
        json.Add(nameof(ContentDescription), ContentDescription);
        json.Add(nameof(ContentId), ContentId);
        json.Add(nameof(ContentTransferEncoding), ContentTransferEncoding);
        json.Add(nameof(ContentType), ContentType);
    }
}
