using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleEmailV2.Model;

public class MessageRejectedException : AmazonSimpleEmailServiceV2Exception
{
    public MessageRejectedException(string message) : base(message) { }

    public MessageRejectedException(string message, Exception innerException) : base(message, innerException) { }

    public MessageRejectedException(Exception innerException) : base(innerException) { }

    public MessageRejectedException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public MessageRejectedException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
}
