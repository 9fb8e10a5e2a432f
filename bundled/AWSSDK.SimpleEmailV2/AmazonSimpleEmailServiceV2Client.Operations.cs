using Amazon.Runtime;
using Amazon.SimpleEmailV2.Model;
using Bundled.Pipeline;

namespace Amazon.SimpleEmailV2;

public partial class AmazonSimpleEmailServiceV2Client
{
    public virtual Task<SendEmailResponse> SendEmailAsync(SendEmailRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<SendEmailResponse>("SendEmail", request, cancellationToken);

    private Task<TResponse> CallAsync<TResponse>(string operation, AmazonSimpleEmailServiceV2Request request, CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse, new() =>
        InvokeAsync<TResponse>(request, new JsonOperation<TResponse>(Route(operation), request.Write, (error, _) =>
            ServiceErrors.Of(error)).Options, cancellationToken);

    private static JsonRoute Route(string operation) => operation switch
    {
        "SendEmail" => new("Amazon.SimpleEmailV2", "2019-09-27", "application/json", "/v2/email/outbound-emails", Target: null),
        _ => throw new InvalidOperationException($"{operation} has no path."),
    };
}
