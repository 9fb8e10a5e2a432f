using System.Net;
using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

public class ServiceNotSupportedException : AmazonIdentityManagementServiceException
{
    public ServiceNotSupportedException(string message) : base(message) { }

    public ServiceNotSupportedException(string message, Exception innerException) : base(message, innerException) { }

    public ServiceNotSupportedException(Exception innerException) : base(innerException) { }

    public ServiceNotSupportedException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public ServiceNotSupportedException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
}
