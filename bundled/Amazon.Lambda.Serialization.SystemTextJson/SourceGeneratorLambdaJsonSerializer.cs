using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>Uses a source-generated JSON context, without reflection; refuses a type that the context does not register.</summary>
/// <remarks>The context is made anew with the serializer's options: what its own attribute says about options does not count.</remarks>
public class SourceGeneratorLambdaJsonSerializer<
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSGContext> : AbstractLambdaJsonSerializer, ILambdaSerializer
    where TSGContext : JsonSerializerContext
{
    private readonly TSGContext _context;

    public SourceGeneratorLambdaJsonSerializer()
        : this((Action<JsonSerializerOptions>)null, null)
    {
    }

    public SourceGeneratorLambdaJsonSerializer(Action<JsonSerializerOptions> customizer)
        : this(customizer, null)
    {
    }

    public SourceGeneratorLambdaJsonSerializer(Action<JsonWriterOptions> jsonWriterCustomizer)
        : this((Action<JsonSerializerOptions>)null, jsonWriterCustomizer)
    {
    }

    public SourceGeneratorLambdaJsonSerializer(Action<JsonSerializerOptions> customizer, Action<JsonWriterOptions> jsonWriterCustomizer)
        : base(jsonWriterCustomizer)
    {
        SerializerOptions = CreateDefaultJsonSerializationOptions();
        customizer?.Invoke(SerializerOptions);
        _context = ContextWith(SerializerOptions);
    }

    public SourceGeneratorLambdaJsonSerializer(
        TSGContext jsonSerializerContext, Action<JsonSerializerOptions> customizer = default, Action<JsonWriterOptions> jsonWriterCustomizer = default)
        : base(jsonWriterCustomizer)
    {
        ArgumentNullException.ThrowIfNull(jsonSerializerContext);

        SerializerOptions = jsonSerializerContext.Options;
        _context = jsonSerializerContext;
        if (customizer is null) return;

        SerializerOptions = new JsonSerializerOptions(jsonSerializerContext.Options) { TypeInfoResolver = null };
        customizer(SerializerOptions);
        _context = ContextWith(SerializerOptions);
    }

    protected JsonSerializerOptions SerializerOptions { get; }

    protected override void InternalSerialize<T>(Utf8JsonWriter writer, T response) => JsonSerializer.Serialize(writer, response, TypeInfo<T>());

    protected override T InternalDeserialize<T>(byte[] utf8Json) => JsonSerializer.Deserialize(utf8Json, TypeInfo<T>());

    private static TSGContext ContextWith(JsonSerializerOptions options)
    {
        var constructor = typeof(TSGContext).GetConstructor([typeof(JsonSerializerOptions)])
            ?? throw new JsonSerializerException($"{typeof(TSGContext).FullName} has no constructor that takes {nameof(JsonSerializerOptions)}.");
        return (TSGContext)constructor.Invoke([options]);
    }

    private JsonTypeInfo<T> TypeInfo<T>() => _context.GetTypeInfo(typeof(T)) as JsonTypeInfo<T>
        ?? throw new JsonSerializerException($"No JsonTypeInfo registered in {_context.GetType().FullName} for type {typeof(T).FullName}.");
}
