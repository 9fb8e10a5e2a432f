using System.Net;
using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

public class InvalidCertificateException : AmazonIdentityManagementServiceException
{
    public InvalidCertificateException(string message) : base(message) { }

    public InvalidCertificateException(string message, Exception innerException) : base(message, innerException) { }

    public InvalidCertificateException(Exception innerException) : base(innerException) { }

    public InvalidCertificateException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public InvalidCertificateException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
}
