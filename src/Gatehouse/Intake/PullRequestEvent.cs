using System.Text.Json.Serialization;

namespace Gatehouse.Intake;

/// <summary>The part of GitHub's <c>pull_request</c> event that tells a merge. Every field may be missing until <see cref="Recognition"/> has looked.</summary>
internal sealed record PullRequestEvent(string? Action, DeliveredPullRequest? PullRequest, DeliveredRepository? Repository);

internal sealed record DeliveredPullRequest(int? Number, bool? Merged, string? MergeCommitSha, DeliveredBranch? Base);

internal sealed record DeliveredBranch(string? Ref);

internal sealed record DeliveredRepository(string? FullName);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(PullRequestEvent))]
internal sealed partial class DeliveryJson : JsonSerializerContext;
