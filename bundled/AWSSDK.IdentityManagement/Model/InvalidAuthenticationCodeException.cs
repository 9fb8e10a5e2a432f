using System.Net;
using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

public class InvalidAuthenticationCodeException : AmazonIdentityManagementServiceException
{
    public InvalidAuthenticationCodeException(string message) : base(message) { }

    public InvalidAuthenticationCodeException(string message, Exception innerException) : base(message, innerException) { }

    public InvalidAuthenticationCodeException(Exception innerException) : base(innerException) { }

    public InvalidAuthenticationCodeException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public InvalidAuthenticationCodeException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
}
