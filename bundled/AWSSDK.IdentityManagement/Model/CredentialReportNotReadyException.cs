using System.Net;
using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

public class CredentialReportNotReadyException : AmazonIdentityManagementServiceException
{
    public CredentialReportNotReadyException(string message) : base(message) { }

    public CredentialReportNotReadyException(string message, Exception innerException) : base(message, innerException) { }

    public CredentialReportNotReadyException(Exception innerException) : base(innerException) { }

    public CredentialReportNotReadyException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public CredentialReportNotReadyException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
}
