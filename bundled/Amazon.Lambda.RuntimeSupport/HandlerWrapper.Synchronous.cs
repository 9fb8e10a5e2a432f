using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

public partial class HandlerWrapper
{
    public static HandlerWrapper GetHandlerWrapper(Action handler) =>
        Of(invocation =>
        {
            handler();
            return Nothing();
        });

    public static HandlerWrapper GetHandlerWrapper(Action<Stream> handler) =>
        Of(invocation =>
        {
            handler(invocation.InputStream);
            return Nothing();
        });

    public static HandlerWrapper GetHandlerWrapper<TInput>(Action<TInput> handler, ILambdaSerializer serializer) =>
        Of(invocation =>
        {
            handler(serializer.Deserialize<TInput>(invocation.InputStream));
            return Nothing();
        }, serializer);

    public static HandlerWrapper GetHandlerWrapper(Action<ILambdaContext> handler) =>
        Of(invocation =>
        {
            handler(invocation.LambdaContext);
            return Nothing();
        });

    public static HandlerWrapper GetHandlerWrapper(Action<Stream, ILambdaContext> handler) =>
        Of(invocation =>
        {
            handler(invocation.InputStream, invocation.LambdaContext);
            return Nothing();
        });

    public static HandlerWrapper GetHandlerWrapper<TInput>(Action<TInput, ILambdaContext> handler, ILambdaSerializer serializer) =>
        Of(invocation =>
        {
            handler(serializer.Deserialize<TInput>(invocation.InputStream), invocation.LambdaContext);
            return Nothing();
        }, serializer);

    public static HandlerWrapper GetHandlerWrapper(Func<Stream> handler) =>
        Of(invocation => Answer(handler()));

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, Stream> handler) =>
        Of(invocation => Answer(handler(invocation.InputStream)));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, Stream> handler, ILambdaSerializer serializer) =>
        Of(invocation => Answer(handler(serializer.Deserialize<TInput>(invocation.InputStream))), serializer);

    public static HandlerWrapper GetHandlerWrapper(Func<ILambdaContext, Stream> handler) =>
        Of(invocation => Answer(handler(invocation.LambdaContext)));

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Stream> handler) =>
        Of(invocation => Answer(handler(invocation.InputStream, invocation.LambdaContext)));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, ILambdaContext, Stream> handler, ILambdaSerializer serializer) =>
        Of(invocation => Answer(handler(serializer.Deserialize<TInput>(invocation.InputStream), invocation.LambdaContext)), serializer);

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<TOutput> handler, ILambdaSerializer serializer) =>
        Of((invocation, answer) => serializer.Serialize(handler(), answer), serializer);

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Stream, TOutput> handler, ILambdaSerializer serializer) =>
        Of((invocation, answer) => serializer.Serialize(handler(invocation.InputStream), answer), serializer);

    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(Func<TInput, TOutput> handler, ILambdaSerializer serializer) =>
        Of((invocation, answer) => serializer.Serialize(handler(serializer.Deserialize<TInput>(invocation.InputStream)), answer), serializer);

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        Of((invocation, answer) => serializer.Serialize(handler(invocation.LambdaContext), answer), serializer);

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Stream, ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        Of((invocation, answer) => serializer.Serialize(handler(invocation.InputStream, invocation.LambdaContext), answer), serializer);

    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(Func<TInput, ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        Of(
            (invocation, answer) => serializer.Serialize(handler(serializer.Deserialize<TInput>(invocation.InputStream), invocation.LambdaContext), answer),
            serializer);
}
