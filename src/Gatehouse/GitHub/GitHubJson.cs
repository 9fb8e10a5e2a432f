using System.Text.Json.Serialization;

namespace Gatehouse.GitHub;

/// <summary>GitHub's own shapes, as far as they are read or written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(BranchJson))]
[JsonSerializable(typeof(List<CommitJson>))]
[JsonSerializable(typeof(List<PullRequestJson>))]
[JsonSerializable(typeof(List<CommentJson>))]
[JsonSerializable(typeof(CommentBodyJson))]
[JsonSerializable(typeof(List<ReviewJson>))]
[JsonSerializable(typeof(List<TimelineEventJson>))]
[JsonSerializable(typeof(CheckRunRequestJson))]
[JsonSerializable(typeof(CheckRunsJson))]
[JsonSerializable(typeof(CheckRunJson))]
[JsonSerializable(typeof(List<AnnotationJson>))]
[JsonSerializable(typeof(CommitStatusJson))]
[JsonSerializable(typeof(List<RuleJson>))]
[JsonSerializable(typeof(ProtectionJson))]
[JsonSerializable(typeof(SecretsKeyJson))]
[JsonSerializable(typeof(SecretJson))]
[JsonSerializable(typeof(SealedSecretJson))]
[JsonSerializable(typeof(DispatchJson))]
[JsonSerializable(typeof(WorkflowRunsJson))]
[JsonSerializable(typeof(SecretAlertJson))]
[JsonSerializable(typeof(List<SecretAlertJson>))]
[JsonSerializable(typeof(List<SecretLocationJson>))]
[JsonSerializable(typeof(ShownKeyIdJson))]
[JsonSerializable(typeof(UserJson))]
[JsonSerializable(typeof(PullRequestJson))]
[JsonSerializable(typeof(InstallationTokenJson))]
[JsonSerializable(typeof(JwtHeaderJson))]
[JsonSerializable(typeof(JwtPayloadJson))]
[JsonSerializable(typeof(RefusalJson))]
internal sealed partial class GitHubJson : JsonSerializerContext;

internal sealed record BranchJson(TipJson Commit);

internal sealed record TipJson(string Sha);

internal sealed record CommitJson(string Sha, List<TipJson>? Parents, GitCommitJson Commit, UserJson? Author);

internal sealed record GitCommitJson(string Message, SignedJson Committer);

internal sealed record SignedJson(DateTimeOffset Date);

internal sealed record UserJson(long Id, string Login);

internal sealed record AppJson(long Id);

internal sealed record BaseJson(string Ref, string? Sha, RepositoryJson? Repo);

internal sealed record HeadJson(string? Sha, RepositoryJson? Repo);

internal sealed record RepositoryJson(string? FullName, bool? Private);

internal sealed record LabelJson(string Name);

/// <summary>A list leaves out <c>merged</c> and <c>merged_by</c>; <c>merged_at</c> is in both.</summary>
internal sealed record PullRequestJson(
    int Number, string Title, UserJson? User, UserJson? MergedBy, DateTimeOffset? MergedAt, string? MergeCommitSha, string HtmlUrl, BaseJson Base,
    HeadJson? Head = null, string? Body = null, string? State = null, bool? Mergeable = null, List<LabelJson>? Labels = null)
{
    public PullRequest Read() => new(Number, Title, User?.Login, MergedBy?.Login, MergeCommitSha, HtmlUrl, Base.Ref, MergedAt is not null)
    {
        Body = Body,
        Head = Head?.Sha ?? "",
        Base = Base.Sha ?? "",
        FromFork = Head?.Repo?.FullName is not { } head || !head.Equals(Base.Repo?.FullName, StringComparison.OrdinalIgnoreCase),
        Public = Base.Repo?.Private is not true,
        Mergeable = Mergeable,
        Open = State == "open",
        Labels = [.. (Labels ?? []).Select(label => label.Name)],
    };
}

internal sealed record CommentJson(long Id, string? Body, UserJson? User, AppJson? PerformedViaGithubApp);

internal sealed record CommentBodyJson(string Body);

internal sealed record ReviewJson(UserJson? User, string State);

internal sealed record TimelineEventJson(string? Event, UserJson? Actor, LabelJson? Label, DateTimeOffset? CreatedAt);

internal sealed record InstallationTokenJson(string Token, DateTimeOffset ExpiresAt, IReadOnlyDictionary<string, string>? Permissions = null);

internal sealed record JwtHeaderJson(string Alg, string Typ);

internal sealed record JwtPayloadJson(long Iat, long Exp, string Iss);

internal sealed record RefusalJson(string? Message);
