using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions;

/// <summary>Which exception each of the service's error codes is; a code that it does not name is the service's general one.</summary>
internal static class ServiceErrors
{
    public static AmazonServiceException Of(ErrorResponse error, byte[] body)
    {
        var (message, inner, type, code, id, status) = (error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode);
        return code switch
        {
            "ExecutionAlreadyExists" => new ExecutionAlreadyExistsException(message, inner, type, code, id, status),
            "ExecutionDoesNotExist" => new ExecutionDoesNotExistException(message, inner, type, code, id, status),
            "ExecutionLimitExceeded" => new ExecutionLimitExceededException(message, inner, type, code, id, status),
            "InvalidArn" => new InvalidArnException(message, inner, type, code, id, status),
            "InvalidExecutionInput" => new InvalidExecutionInputException(message, inner, type, code, id, status),
            "InvalidName" => new InvalidNameException(message, inner, type, code, id, status),
            "InvalidToken" => new InvalidTokenException(message, inner, type, code, id, status),
            "StateMachineDeleting" => new StateMachineDeletingException(message, inner, type, code, id, status),
            "StateMachineDoesNotExist" => new StateMachineDoesNotExistException(message, inner, type, code, id, status),
            "StateMachineTypeNotSupported" => new StateMachineTypeNotSupportedException(message, inner, type, code, id, status),
            "KmsAccessDeniedException" => new KmsAccessDeniedException(message, inner, type, code, id, status),
            "KmsInvalidStateException" => new KmsInvalidStateException(message, inner, type, code, id, status) { KmsKeyState = Detail(body, "kmsKeyState") },
            "KmsThrottlingException" => new KmsThrottlingException(message, inner, type, code, id, status),
            "ResourceNotFound" => new ResourceNotFoundException(message, inner, type, code, id, status) { ResourceName = Detail(body, "resourceName") },
            "ValidationException" => new ValidationException(message, inner, type, code, id, status) { Reason = Detail(body, "reason") },
            _ => new AmazonStepFunctionsException(message, inner, type, code, id, status),
        };
    }

    private static string Detail(byte[] body, string name)
    {
        if (body.Length == 0) return null;
        using var document = JsonDocument.Parse(body);
        return document.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
    }
}
