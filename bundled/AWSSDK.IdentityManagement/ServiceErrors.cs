using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.IdentityManagement;

/// <summary>Which exception each of the service's error codes is; a code that it does not name is the service's general one.</summary>
internal static class ServiceErrors
{
    public static AmazonServiceException Of(ErrorResponse error)
    {
        var (message, inner, type, code, id, status) = (error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode);
        return code switch
        {
            "ConcurrentModification" => new ConcurrentModificationException(message, inner, type, code, id, status),
            "DeleteConflict" => new DeleteConflictException(message, inner, type, code, id, status),
            "DuplicateCertificate" => new DuplicateCertificateException(message, inner, type, code, id, status),
            "DuplicateSSHPublicKey" => new DuplicateSSHPublicKeyException(message, inner, type, code, id, status),
            "EntityAlreadyExists" => new EntityAlreadyExistsException(message, inner, type, code, id, status),
            "EntityTemporarilyUnmodifiable" => new EntityTemporarilyUnmodifiableException(message, inner, type, code, id, status),
            "InvalidAuthenticationCode" => new InvalidAuthenticationCodeException(message, inner, type, code, id, status),
            "InvalidCertificate" => new InvalidCertificateException(message, inner, type, code, id, status),
            "InvalidInput" => new InvalidInputException(message, inner, type, code, id, status),
            "InvalidPublicKey" => new InvalidPublicKeyException(message, inner, type, code, id, status),
            "LimitExceeded" => new LimitExceededException(message, inner, type, code, id, status),
            "MalformedCertificate" => new MalformedCertificateException(message, inner, type, code, id, status),
            "MalformedPolicyDocument" => new MalformedPolicyDocumentException(message, inner, type, code, id, status),
            "NoSuchEntity" => new NoSuchEntityException(message, inner, type, code, id, status),
            "NotSupportedService" => new ServiceNotSupportedException(message, inner, type, code, id, status),
            "PasswordPolicyViolation" => new PasswordPolicyViolationException(message, inner, type, code, id, status),
            "PolicyNotAttachable" => new PolicyNotAttachableException(message, inner, type, code, id, status),
            "ReportExpired" => new CredentialReportExpiredException(message, inner, type, code, id, status),
            "ReportInProgress" => new CredentialReportNotReadyException(message, inner, type, code, id, status),
            "ReportNotPresent" => new CredentialReportNotPresentException(message, inner, type, code, id, status),
            "ServiceFailure" => new ServiceFailureException(message, inner, type, code, id, status),
            "UnrecognizedPublicKeyEncoding" => new UnrecognizedPublicKeyEncodingException(message, inner, type, code, id, status),
            _ => new AmazonIdentityManagementServiceException(message, inner, type, code, id, status),
        };
    }
}
