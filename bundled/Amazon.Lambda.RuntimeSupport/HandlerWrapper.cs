using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Brings a handler of any supported shape into the one that the bootstrap calls.</summary>
public partial class HandlerWrapper : IDisposable
{
    private HandlerWrapper(LambdaBootstrapHandler handler, ILambdaSerializer serializer)
    {
        Handler = handler;
        Serializer = serializer;
    }

    public LambdaBootstrapHandler Handler { get; }

    internal ILambdaSerializer Serializer { get; }

    public static HandlerWrapper GetHandlerWrapper(Action<Stream, ILambdaContext, MemoryStream> invokeDelegate) =>
        Of(invocation =>
        {
            var answer = new MemoryStream();
            invokeDelegate(invocation.InputStream, invocation.LambdaContext, answer);
            answer.Position = 0;
            return Answer(answer);
        });

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        // Each invocation owns its streams, so nothing outlives it here.
    }

    internal static HandlerWrapper Of(LambdaBootstrapHandler handler) => new(handler, null);

    private static HandlerWrapper Of(Func<InvocationRequest, InvocationResponse> handler, ILambdaSerializer serializer = null) =>
        new(invocation => Task.FromResult(handler(invocation)), serializer);

    private static HandlerWrapper Of(Func<InvocationRequest, Task<InvocationResponse>> handler, ILambdaSerializer serializer = null) =>
        new(invocation => handler(invocation), serializer);

    private static HandlerWrapper Of(Action<InvocationRequest, Stream> write, ILambdaSerializer serializer) =>
        new(
            invocation =>
            {
                var answer = new MemoryStream();
                write(invocation, answer);
                answer.Position = 0;
                return Task.FromResult(Answer(answer));
            },
            serializer);

    private static HandlerWrapper Of(Func<InvocationRequest, Stream, Task> write, ILambdaSerializer serializer) =>
        new(
            async invocation =>
            {
                var answer = new MemoryStream();
                await write(invocation, answer);
                answer.Position = 0;
                return Answer(answer);
            },
            serializer);

    private static async Task WriteAsync<TOutput>(Task<TOutput> output, ILambdaSerializer serializer, Stream answer) =>
        serializer.Serialize(await output, answer);

    private static InvocationResponse Answer(Stream output) => new(output);

    private static InvocationResponse Nothing() => new(Stream.Null, false);
}
