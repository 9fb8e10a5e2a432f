using System.Globalization;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Client;

namespace Amazon.Lambda.RuntimeSupport.Context;

internal sealed class LambdaContext(Invocation invocation, LambdaEnvironment environment, ILambdaSerializer serializer) : ILambdaContext
{
    private IClientContext _clientContext;
    private ICognitoIdentity _identity;

    public string AwsRequestId => invocation.RequestId;

    public IClientContext ClientContext => _clientContext ??= MobileClient.Parse(invocation.ClientContext);

    public string FunctionName => environment.FunctionName;

    public string FunctionVersion => environment.FunctionVersion;

    public ICognitoIdentity Identity => _identity ??= CognitoIdentity.Parse(invocation.CognitoIdentity);

    public string InvokedFunctionArn => invocation.FunctionArn;

    public ILambdaLogger Logger { get; } = new FunctionLog(invocation.RequestId);

    public string LogGroupName => environment.LogGroupName;

    public string LogStreamName => environment.LogStreamName;

    public int MemoryLimitInMB =>
        int.TryParse(environment.FunctionMemorySize, NumberStyles.None, CultureInfo.InvariantCulture, out var megabytes) ? megabytes : 0;

    public TimeSpan RemainingTime => invocation.Deadline - DateTimeOffset.UtcNow;

    public string TenantId => invocation.TenantId;

    public string TraceId => invocation.TraceId;

    public ILambdaSerializer Serializer => serializer;
}
