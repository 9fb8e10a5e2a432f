using System.Net;
using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

public class UnrecognizedPublicKeyEncodingException : AmazonIdentityManagementServiceException
{
    public UnrecognizedPublicKeyEncodingException(string message) : base(message) { }

    public UnrecognizedPublicKeyEncodingException(string message, Exception innerException) : base(message, innerException) { }

    public UnrecognizedPublicKeyEncodingException(Exception innerException) : base(innerException) { }

    public UnrecognizedPublicKeyEncodingException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public UnrecognizedPublicKeyEncodingException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
}
