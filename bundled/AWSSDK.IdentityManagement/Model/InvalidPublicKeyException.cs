using System.Net;
using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

public class InvalidPublicKeyException : AmazonIdentityManagementServiceException
{
    public InvalidPublicKeyException(string message) : base(message) { }

    public InvalidPublicKeyException(string message, Exception innerException) : base(message, innerException) { }

    public InvalidPublicKeyException(Exception innerException) : base(innerException) { }

    public InvalidPublicKeyException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public InvalidPublicKeyException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
}
