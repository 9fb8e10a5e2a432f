using System.Net;
using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

public class CredentialReportExpiredException : AmazonIdentityManagementServiceException
{
    public CredentialReportExpiredException(string message) : base(message) { }

    public CredentialReportExpiredException(string message, Exception innerException) : base(message, innerException) { }

    public CredentialReportExpiredException(Exception innerException) : base(innerException) { }

    public CredentialReportExpiredException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public CredentialReportExpiredException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
}
