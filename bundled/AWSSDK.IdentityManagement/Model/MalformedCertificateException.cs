using System.Net;
using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

public class MalformedCertificateException : AmazonIdentityManagementServiceException
{
    public MalformedCertificateException(string message) : base(message) { }

    public MalformedCertificateException(string message, Exception innerException) : base(message, innerException) { }

    public MalformedCertificateException(Exception innerException) : base(innerException) { }

    public MalformedCertificateException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public MalformedCertificateException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
}
