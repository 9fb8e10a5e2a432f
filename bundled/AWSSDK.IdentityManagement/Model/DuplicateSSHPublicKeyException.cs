using System.Net;
using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

public class DuplicateSSHPublicKeyException : AmazonIdentityManagementServiceException
{
    public DuplicateSSHPublicKeyException(string message) : base(message) { }

    public DuplicateSSHPublicKeyException(string message, Exception innerException) : base(message, innerException) { }

    public DuplicateSSHPublicKeyException(Exception innerException) : base(innerException) { }

    public DuplicateSSHPublicKeyException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public DuplicateSSHPublicKeyException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
}
