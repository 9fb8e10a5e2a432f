using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.SecretsManager.Model;

namespace Amazon.SecretsManager;

/// <summary>Which exception each of the service's error codes is; a code that it does not name is the service's general one.</summary>
internal static class ServiceErrors
{
    public static AmazonServiceException Of(ErrorResponse error)
    {
        var (message, inner, type, code, id, status) = (error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode);
        return code switch
        {
            "DecryptionFailure" => new DecryptionFailureException(message, inner, type, code, id, status),
            "EncryptionFailure" => new EncryptionFailureException(message, inner, type, code, id, status),
            "InternalServiceError" => new InternalServiceErrorException(message, inner, type, code, id, status),
            "InvalidParameterException" => new InvalidParameterException(message, inner, type, code, id, status),
            "InvalidRequestException" => new InvalidRequestException(message, inner, type, code, id, status),
            "LimitExceededException" => new LimitExceededException(message, inner, type, code, id, status),
            "ResourceExistsException" => new ResourceExistsException(message, inner, type, code, id, status),
            "ResourceNotFoundException" => new ResourceNotFoundException(message, inner, type, code, id, status),
            _ => new AmazonSecretsManagerException(message, inner, type, code, id, status),
        };
    }
}
