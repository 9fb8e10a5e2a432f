using System.Net;
using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

public class PasswordPolicyViolationException : AmazonIdentityManagementServiceException
{
    public PasswordPolicyViolationException(string message) : base(message) { }

    public PasswordPolicyViolationException(string message, Exception innerException) : base(message, innerException) { }

    public PasswordPolicyViolationException(Exception innerException) : base(innerException) { }

    public PasswordPolicyViolationException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public PasswordPolicyViolationException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
}
