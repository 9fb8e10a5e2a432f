using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.CloudWatchEvents;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Lambda.SQSEvents;
using Gatehouse.Account;
using Gatehouse.Aws;
using Gatehouse.Keys;
using Gatehouse.Keys.Leaks;
using Gatehouse.Keys.Rotation;
using Gatehouse.Keys.Sweep;
using Gatehouse.Membership;
using Gatehouse.Membership.Preview;
using Gatehouse.Membership.Welcome;
using Gatehouse.Mfa;
using Gatehouse.Mfa.Sweep;
using Gatehouse.Root;

namespace Gatehouse.Runtime;

/// <summary>Every shape that goes into or comes out of a function, for System.Text.Json's source generator; reflection is off.</summary>
/// <remarks>A state machine reorders the keys of an object, so a change's kind may come last.</remarks>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    AllowOutOfOrderMetadataProperties = true,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyRequest))]
[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyResponse))]
[JsonSerializable(typeof(CloudWatchEvent<MailEvent>))]
[JsonSerializable(typeof(SQSEvent))]
[JsonSerializable(typeof(SQSBatchResponse))]
[JsonSerializable(typeof(CloudWatchEvent<CloudTrailEvent>))]
[JsonSerializable(typeof(ScheduledEvent))]
[JsonSerializable(typeof(RootAlert))]
[JsonSerializable(typeof(CustomResourceRequest))]
[JsonSerializable(typeof(MfaSweepRequest))]
[JsonSerializable(typeof(MfaSweepSummary))]
[JsonSerializable(typeof(MfaExamineRequest))]
[JsonSerializable(typeof(MfaExamineResult))]
[JsonSerializable(typeof(MfaGiveUpRequest))]
[JsonSerializable(typeof(MfaReportRequest))]
[JsonSerializable(typeof(MfaReportResult))]
[JsonSerializable(typeof(SweepFound))]
[JsonSerializable(typeof(IReadOnlyList<MfaCandidate>))]
[JsonSerializable(typeof(BeginKeysRequest))]
[JsonSerializable(typeof(KeysBegun))]
[JsonSerializable(typeof(AssessKeysRequest))]
[JsonSerializable(typeof(PlanKeysRequest))]
[JsonSerializable(typeof(KeysSummary))]
[JsonSerializable(typeof(ApplyKeysRequest))]
[JsonSerializable(typeof(ApplyKeysResult))]
[JsonSerializable(typeof(GiveUpKeysRequest))]
[JsonSerializable(typeof(ReportKeysRequest))]
[JsonSerializable(typeof(ReportKeysResult))]
[JsonSerializable(typeof(KeyRegister))]
[JsonSerializable(typeof(AccountAssessed))]
[JsonSerializable(typeof(KeysFound))]
[JsonSerializable(typeof(IReadOnlyList<KeyCandidate>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(LeakRequest))]
[JsonSerializable(typeof(LeakInput))]
[JsonSerializable(typeof(LeakResult))]
[JsonSerializable(typeof(GiveUpLeakRequest))]
[JsonSerializable(typeof(FindRotationsRequest))]
[JsonSerializable(typeof(RotationsFound))]
[JsonSerializable(typeof(IReadOnlyList<RotationItem>))]
[JsonSerializable(typeof(RotationNotes))]
[JsonSerializable(typeof(RotationRequest))]
[JsonSerializable(typeof(RotationState))]
[JsonSerializable(typeof(GiveUpRotationRequest))]
[JsonSerializable(typeof(ReportRotationsRequest))]
[JsonSerializable(typeof(ReportRotationsResult))]
[JsonSerializable(typeof(LockRequest))]
[JsonSerializable(typeof(PlanRequest))]
[JsonSerializable(typeof(PlanSummary))]
[JsonSerializable(typeof(ChangeRequest))]
[JsonSerializable(typeof(ChangeResult))]
[JsonSerializable(typeof(GiveUpRequest))]
[JsonSerializable(typeof(ReportRequest))]
[JsonSerializable(typeof(ReportResult))]
[JsonSerializable(typeof(RunInput))]
[JsonSerializable(typeof(PreviewInput))]
[JsonSerializable(typeof(PreviewRequest))]
[JsonSerializable(typeof(RunPlan))]
[JsonSerializable(typeof(IReadOnlyList<PlannedChange>))]
public sealed partial class GatehouseJson : JsonSerializerContext;

/// <summary>Serialises what Lambda hands over and takes back, by <see cref="GatehouseJson"/> and its own naming alone.</summary>
public sealed class GatehouseSerializer() : SourceGeneratorLambdaJsonSerializer<GatehouseJson>(GatehouseJson.Default);
