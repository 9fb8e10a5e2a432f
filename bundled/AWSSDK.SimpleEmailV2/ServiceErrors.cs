using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.SimpleEmailV2.Model;

namespace Amazon.SimpleEmailV2;

/// <summary>Which exception each of the service's error codes is; a code that it does not name is the service's general one.</summary>
internal static class ServiceErrors
{
    public static AmazonServiceException Of(ErrorResponse error)
    {
        var (message, inner, type, code, id, status) = (error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode);
        return code switch
        {
            "AccountSuspendedException" => new AccountSuspendedException(message, inner, type, code, id, status),
            "BadRequestException" => new BadRequestException(message, inner, type, code, id, status),
            "LimitExceededException" => new LimitExceededException(message, inner, type, code, id, status),
            "MailFromDomainNotVerifiedException" => new MailFromDomainNotVerifiedException(message, inner, type, code, id, status),
            "MessageRejected" => new MessageRejectedException(message, inner, type, code, id, status),
            "NotFoundException" => new NotFoundException(message, inner, type, code, id, status),
            "SendingPausedException" => new SendingPausedException(message, inner, type, code, id, status),
            "TooManyRequestsException" => new TooManyRequestsException(message, inner, type, code, id, status),
            _ => new AmazonSimpleEmailServiceV2Exception(message, inner, type, code, id, status),
        };
    }
}
