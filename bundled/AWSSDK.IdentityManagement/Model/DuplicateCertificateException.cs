using System.Net;
using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

public class DuplicateCertificateException : AmazonIdentityManagementServiceException
{
    public DuplicateCertificateException(string message) : base(message) { }

    public DuplicateCertificateException(string message, Exception innerException) : base(message, innerException) { }

    public DuplicateCertificateException(Exception innerException) : base(innerException) { }

    public DuplicateCertificateException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public DuplicateCertificateException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
}
