using System.Text.Json.Serialization;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Lambda.Tests.Functions;

[assembly: LambdaGlobalProperties(GenerateMain = true)]
[assembly: LambdaSerializer(typeof(SourceGeneratorLambdaJsonSerializer<SampleJson>))]

namespace Amazon.Lambda.Tests.Functions;

[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyRequest))]
[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyResponse))]
[JsonSerializable(typeof(ScheduledEvent))]
[JsonSerializable(typeof(Guest))]
[JsonSerializable(typeof(Greeting))]
[JsonSerializable(typeof(string))]
public sealed partial class SampleJson : JsonSerializerContext;
