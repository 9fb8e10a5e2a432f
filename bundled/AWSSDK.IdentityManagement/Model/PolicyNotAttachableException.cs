using System.Net;
using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

public class PolicyNotAttachableException : AmazonIdentityManagementServiceException
{
    public PolicyNotAttachableException(string message) : base(message) { }

    public PolicyNotAttachableException(string message, Exception innerException) : base(message, innerException) { }

    public PolicyNotAttachableException(Exception innerException) : base(innerException) { }

    public PolicyNotAttachableException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public PolicyNotAttachableException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
}
