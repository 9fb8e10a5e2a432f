using System.Text.Json.Serialization;

namespace Gatehouse.Intake;

/// <summary>The part of GitHub's <c>pull_request</c> event that tells a merge, or a plan to make. Every field may be missing until <see cref="Recognition"/> has looked.</summary>
internal sealed record PullRequestEvent(
    string? Action, DeliveredPullRequest? PullRequest, DeliveredRepository? Repository, DeliveredLabel? Label = null, DeliveredChanges? Changes = null);

internal sealed record DeliveredPullRequest(int? Number, bool? Merged, string? MergeCommitSha, DeliveredBranch? Base, DeliveredBranch? Head = null);

internal sealed record DeliveredBranch(string? Ref, string? Sha = null);

internal sealed record DeliveredLabel(string? Name);

internal sealed record DeliveredChanges(DeliveredBaseChange? Base);

internal sealed record DeliveredBaseChange(DeliveredOldText? Ref);

internal sealed record DeliveredOldText(string? From);

internal sealed record DeliveredRepository(string? FullName);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(PullRequestEvent))]
[JsonSerializable(typeof(SecretAlertEvent))]
internal sealed partial class DeliveryJson : JsonSerializerContext;
