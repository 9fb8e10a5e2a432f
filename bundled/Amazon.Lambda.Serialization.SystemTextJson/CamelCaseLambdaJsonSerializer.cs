using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>As the default one, with names in camel case.</summary>
[method: RequiresUnreferencedCode("JSON by reflection.")]
[method: RequiresDynamicCode("JSON by reflection.")]
public class CamelCaseLambdaJsonSerializer() : DefaultLambdaJsonSerializer(
    options => options.PropertyNamingPolicy = new AwsNamingPolicy(JsonNamingPolicy.CamelCase));
