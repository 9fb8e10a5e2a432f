using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

public partial class HandlerWrapper
{
    public static HandlerWrapper GetHandlerWrapper(Func<Task> handler) =>
        Of(async invocation =>
        {
            await handler();
            return Nothing();
        });

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, Task> handler) =>
        Of(async invocation =>
        {
            await handler(invocation.InputStream);
            return Nothing();
        });

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, Task> handler, ILambdaSerializer serializer) =>
        Of(async invocation =>
        {
            await handler(serializer.Deserialize<TInput>(invocation.InputStream));
            return Nothing();
        }, serializer);

    public static HandlerWrapper GetHandlerWrapper(Func<ILambdaContext, Task> handler) =>
        Of(async invocation =>
        {
            await handler(invocation.LambdaContext);
            return Nothing();
        });

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Task> handler) =>
        Of(async invocation =>
        {
            await handler(invocation.InputStream, invocation.LambdaContext);
            return Nothing();
        });

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, ILambdaContext, Task> handler, ILambdaSerializer serializer) =>
        Of(async invocation =>
        {
            await handler(serializer.Deserialize<TInput>(invocation.InputStream), invocation.LambdaContext);
            return Nothing();
        }, serializer);

    public static HandlerWrapper GetHandlerWrapper(Func<Task<Stream>> handler) =>
        Of(async invocation => Answer(await handler()));

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, Task<Stream>> handler) =>
        Of(async invocation => Answer(await handler(invocation.InputStream)));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, Task<Stream>> handler, ILambdaSerializer serializer) =>
        Of(async invocation => Answer(await handler(serializer.Deserialize<TInput>(invocation.InputStream))), serializer);

    public static HandlerWrapper GetHandlerWrapper(Func<ILambdaContext, Task<Stream>> handler) =>
        Of(async invocation => Answer(await handler(invocation.LambdaContext)));

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Task<Stream>> handler) =>
        Of(async invocation => Answer(await handler(invocation.InputStream, invocation.LambdaContext)));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, ILambdaContext, Task<Stream>> handler, ILambdaSerializer serializer) =>
        Of(async invocation => Answer(await handler(serializer.Deserialize<TInput>(invocation.InputStream), invocation.LambdaContext)), serializer);

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Of((invocation, answer) => WriteAsync(handler(), serializer, answer), serializer);

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Stream, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Of((invocation, answer) => WriteAsync(handler(invocation.InputStream), serializer, answer), serializer);

    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(Func<TInput, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Of((invocation, answer) => WriteAsync(handler(serializer.Deserialize<TInput>(invocation.InputStream)), serializer, answer), serializer);

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Of((invocation, answer) => WriteAsync(handler(invocation.LambdaContext), serializer, answer), serializer);

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Stream, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Of((invocation, answer) => WriteAsync(handler(invocation.InputStream, invocation.LambdaContext), serializer, answer), serializer);

    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(Func<TInput, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Of(
            (invocation, answer) => WriteAsync(handler(serializer.Deserialize<TInput>(invocation.InputStream), invocation.LambdaContext), serializer, answer),
            serializer);
}
