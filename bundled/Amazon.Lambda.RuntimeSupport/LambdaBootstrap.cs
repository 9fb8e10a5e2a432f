using System.Runtime.InteropServices;
using Amazon.Lambda.RuntimeSupport.Bootstrap;
using Amazon.Lambda.RuntimeSupport.Client;
using Amazon.Lambda.RuntimeSupport.Context;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Asks the Runtime API for invocations and answers them one after another, until it is cancelled or the process is told to end.</summary>
public class LambdaBootstrap : IDisposable
{
    private readonly HttpClient _ownHttpClient;
    private readonly HttpClient _httpClient;
    private readonly HandlerWrapper _handler;
    private readonly LambdaBootstrapInitializer _initializer;
    private readonly LambdaBootstrapOptions _options;

    public LambdaBootstrap(HttpClient httpClient, LambdaBootstrapHandler handler, LambdaBootstrapInitializer initializer = null)
        : this(httpClient, HandlerWrapper.Of(handler), null, initializer)
    {
    }

    public LambdaBootstrap(LambdaBootstrapHandler handler, LambdaBootstrapInitializer initializer = null)
        : this(null, HandlerWrapper.Of(handler), null, initializer)
    {
    }

    public LambdaBootstrap(LambdaBootstrapHandler handler, LambdaBootstrapOptions lambdaBootstrapOptions, LambdaBootstrapInitializer initializer = null)
        : this(null, HandlerWrapper.Of(handler), lambdaBootstrapOptions, initializer)
    {
    }

    public LambdaBootstrap(HandlerWrapper handlerWrapper, LambdaBootstrapInitializer initializer = null)
        : this(null, handlerWrapper, null, initializer)
    {
    }

    public LambdaBootstrap(HandlerWrapper handlerWrapper, LambdaBootstrapOptions lambdaBootstrapOptions, LambdaBootstrapInitializer initializer = null)
        : this(null, handlerWrapper, lambdaBootstrapOptions, initializer)
    {
    }

    public LambdaBootstrap(HttpClient httpClient, HandlerWrapper handlerWrapper, LambdaBootstrapInitializer initializer = null)
        : this(httpClient, handlerWrapper, null, initializer)
    {
    }

    public LambdaBootstrap(
        HttpClient httpClient, HandlerWrapper handlerWrapper, LambdaBootstrapOptions lambdaBootstrapOptions, LambdaBootstrapInitializer initializer = null)
    {
        ArgumentNullException.ThrowIfNull(handlerWrapper);

        _ownHttpClient = httpClient is null ? ConstructHttpClient() : null;
        _httpClient = httpClient ?? _ownHttpClient;
        _handler = handlerWrapper;
        _options = lambdaBootstrapOptions;
        _initializer = initializer;
    }

    /// <summary>A client for the Runtime API: it waits without limit, because an idle function is frozen while it waits.</summary>
    public static HttpClient ConstructHttpClient() =>
        new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false, ActivityHeadersPropagator = null })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };

    /// <summary>Runs the loop; an initialisation that fails is reported and thrown, a handler that fails is reported and the loop goes on.</summary>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        var environment = new LambdaEnvironment();
        var runtimeApi = new RuntimeApi(_httpClient, _options?.RuntimeApiEndpoint ?? environment.RuntimeServerHostAndPort);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => EndAfterThisInvocation(signal, stopping));

        if (!await InitializeAsync(runtimeApi, stopping.Token)) return;

        while (!stopping.IsCancellationRequested && await runtimeApi.NextAsync(stopping.Token) is { } invocation)
            await AnswerAsync(runtimeApi, invocation, environment);
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing) _ownHttpClient?.Dispose();
    }

    private static void EndAfterThisInvocation(PosixSignalContext signal, CancellationTokenSource stopping)
    {
        // A second signal is not held up: whoever sends it does not want to wait.
        signal.Cancel = !stopping.IsCancellationRequested;
        stopping.Cancel();
    }

    private async Task<bool> InitializeAsync(RuntimeApi runtimeApi, CancellationToken cancellationToken)
    {
        if (_initializer is null) return true;

        try
        {
            return await _initializer();
        }
        catch (Exception exception)
        {
            FunctionLog.WriteUnhandled(exception, null);
            await runtimeApi.ReportInitializationErrorAsync(exception, cancellationToken);
            throw;
        }
    }

    private async Task AnswerAsync(RuntimeApi runtimeApi, Invocation invocation, LambdaEnvironment environment)
    {
        Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", invocation.TraceId);
        using var request = new InvocationRequest(invocation.Input, new LambdaContext(invocation, environment, _handler.Serializer));

        InvocationResponse response;
        try
        {
            response = await _handler.Handler(request);
        }
        catch (Exception exception)
        {
            FunctionLog.WriteUnhandled(exception, invocation.RequestId);
            await runtimeApi.ReportErrorAsync(invocation.RequestId, exception);
            return;
        }

        await runtimeApi.RespondAsync(invocation.RequestId, response);
    }
}
