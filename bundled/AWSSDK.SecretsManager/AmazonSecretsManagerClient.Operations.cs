using Amazon.Runtime;
using Amazon.SecretsManager.Model;
using Bundled.Pipeline;

namespace Amazon.SecretsManager;

public partial class AmazonSecretsManagerClient
{
    public virtual Task<GetSecretValueResponse> GetSecretValueAsync(GetSecretValueRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetSecretValueResponse>("GetSecretValue", request, cancellationToken);

    public virtual Task<PutSecretValueResponse> PutSecretValueAsync(PutSecretValueRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<PutSecretValueResponse>("PutSecretValue", request, cancellationToken);

    private Task<TResponse> CallAsync<TResponse>(string operation, AmazonSecretsManagerRequest request, CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse, new() =>
        InvokeAsync<TResponse>(request, new JsonOperation<TResponse>(Route(operation), request.Write, (error, _) =>
            ServiceErrors.Of(error)).Options, cancellationToken);

    private static JsonRoute Route(string operation) =>
        new("Amazon.SecretsManager", "2017-10-17", "application/x-amz-json-1.1", "/", Target: "secretsmanager." + operation);
}
