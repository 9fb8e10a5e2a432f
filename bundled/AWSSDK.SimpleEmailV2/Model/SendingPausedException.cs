using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleEmailV2.Model;

public class SendingPausedException : AmazonSimpleEmailServiceV2Exception
{
    public SendingPausedException(string message) : base(message) { }

    public SendingPausedException(string message, Exception innerException) : base(message, innerException) { }

    public SendingPausedException(Exception innerException) : base(innerException) { }

    public SendingPausedException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public SendingPausedException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
}
