using System.Text.Json;
using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.SimpleEmailV2.Model;

public class SendEmailRequest : AmazonSimpleEmailServiceV2Request
{
    public string FromEmailAddress { get; set; }

    public string FromEmailAddressIdentityArn { get; set; }

    public Destination Destination { get; set; }

    public List<string> ReplyToAddresses { get; set; } = Fresh.List<string>();

    public string FeedbackForwardingEmailAddress { get; set; }

    public string FeedbackForwardingEmailAddressIdentityArn { get; set; }

    public EmailContent Content { get; set; }

    public List<MessageTag> EmailTags { get; set; } = Fresh.List<MessageTag>();

    public string ConfigurationSetName { get; set; }

    public string EndpointId { get; set; }

    public string TenantName { get; set; }

    public ListManagementOptions ListManagementOptions { get; set; }

    internal override void Write(JsonBody json)
    {
        json.Add(nameof(FromEmailAddress), FromEmailAddress);
        json.Add(nameof(FromEmailAddressIdentityArn), FromEmailAddressIdentityArn);
        json.Add(nameof(Destination), Destination);
        json.Add(nameof(ReplyToAddresses), ReplyToAddresses);
        json.Add(nameof(FeedbackForwardingEmailAddress), FeedbackForwardingEmailAddress);
        json.Add(nameof(FeedbackForwardingEmailAddressIdentityArn), FeedbackForwardingEmailAddressIdentityArn);
        json.Add(nameof(Content), Content);
        json.Add(nameof(EmailTags), EmailTags);
        json.Add(nameof(ConfigurationSetName), ConfigurationSetName);
        json.Add(nameof(EndpointId), EndpointId);
        json.Add(nameof(TenantName), TenantName);
        json.Add(nameof(ListManagementOptions), ListManagementOptions);
    }
}

public class SendEmailResponse : AmazonWebServiceResponse, IJsonShape
{
    public string MessageId { get; set; }

    void IJsonShape.Read(string field, JsonElement value)
    {
        if (field == nameof(MessageId)) MessageId = value.GetString();
    }
}
