namespace Gatehouse.GitHub;

/// <summary>One rule of a ruleset that applies to a branch; each type has parameters of its own.</summary>
internal sealed record RuleJson(string Type, RuleParametersJson? Parameters);

internal sealed record RuleParametersJson(
    int? RequiredApprovingReviewCount, bool? RequireCodeOwnerReview, bool? DismissStaleReviewsOnPush, List<RequiredCheckJson>? RequiredStatusChecks);

internal sealed record RequiredCheckJson(string Context);

/// <summary>A branch's own protection.</summary>
internal sealed record ProtectionJson(RequiredReviewsJson? RequiredPullRequestReviews, RequiredChecksJson? RequiredStatusChecks, SwitchJson? EnforceAdmins, SwitchJson? AllowForcePushes);

internal sealed record RequiredReviewsJson(int? RequiredApprovingReviewCount, bool? RequireCodeOwnerReviews, bool? DismissStaleReviews);

internal sealed record RequiredChecksJson(List<string>? Contexts);

internal sealed record SwitchJson(bool Enabled);
