using Gatehouse.GitHub;
using Gatehouse.Register;
using static Gatehouse.Tests.Membership.Given;

namespace Gatehouse.Tests.Membership;

/// <summary>A protected branch in memory, newest commit last, that counts what it is asked.</summary>
internal sealed class BranchInMemory : IGitHub, IRegisterSource
{
    private readonly List<Commit> commits = [];

    public int Asked { get; private set; }

    public string Tip => commits[^1].Sha;

    public PeopleRegister RegisterAtTip => commits[^1].Register!;

    public void Push(string sha, PeopleRegister register, ResetFiles? resets = null) => commits.Add(new(sha, null, register, null, resets ?? None));

    public void Merge(string sha, int number, PeopleRegister? register, string? body = null, ResetFiles? resets = null) => commits.Add(new(sha, number, register, body, resets ?? None));

    public Task<IReadOnlyList<CommitSummary>> CommitsAsync(string fromSha, int max, CancellationToken cancellationToken)
    {
        Asked++;
        return Task.FromResult<IReadOnlyList<CommitSummary>>(
            [.. commits.Select((commit, at) => new CommitSummary(commit.Sha, at == 0 ? [] : [commits[at - 1].Sha], "", null, default)).Reverse()]);
    }

    public Task<IReadOnlyList<PullRequest>> PullRequestsOfCommitAsync(string sha, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PullRequest>>(commits.Single(commit => commit.Sha == sha).Number is { } number ? [Merged(number, sha)] : []);

    public Task<PullRequest> PullRequestAsync(int number, CancellationToken cancellationToken) =>
        Task.FromResult(Merged(number, commits.Single(commit => commit.Number == number).Sha) with { MergedBy = $"merger-of-{number}", Body = commits.Single(commit => commit.Number == number).Body });

    public Task<RegisterAt> ReadAsync(string sha, CancellationToken cancellationToken)
    {
        Asked++;
        var register = commits.Single(commit => commit.Sha == sha).Register;
        return register is null ? throw new RegisterUnreadableException([]) : Task.FromResult(new RegisterAt(sha, register));
    }

    /// <summary>A file that could not be read is null in the commit.</summary>
    public Task<ResetFiles> ReadResetsAsync(string sha, CancellationToken cancellationToken) =>
        Task.FromResult(commits.Single(commit => commit.Sha == sha) is { Register: not null } commit ? commit.Resets : throw new RegisterUnreadableException([]));

    public Task<string> HeadAsync(CancellationToken cancellationToken) => Task.FromResult(Tip);

    public Task<string> HeadOfBranchAsync(string branch, CancellationToken cancellationToken) => Task.FromResult(Tip);

    public Task<RegisterSettings> ReadSettingsAsync(string sha, CancellationToken cancellationToken) => Task.FromResult(Settings());

    public Task<ReadOnlyMemory<byte>?> ReadFileAsync(string path, string sha, CancellationToken cancellationToken) => throw new InvalidOperationException("No file is read here.");

    public Task UpsertCommentAsync(int number, string marker, string body, CancellationToken cancellationToken) => throw new InvalidOperationException("No comment is written here.");

    public Task<IReadOnlyList<RootNotice>> ReadNoticesAsync(string sha, CancellationToken cancellationToken) => throw new InvalidOperationException("No notice is read here.");

    public Task<IReadOnlyList<KeyExemption>> ReadKeyExemptionsAsync(string sha, CancellationToken cancellationToken) => throw new InvalidOperationException("No exemption is read here.");

    public Task<IReadOnlyList<MachineUser>> ReadMachineUsersAsync(string sha, CancellationToken cancellationToken) => throw new InvalidOperationException("No machine user is read here.");

    private static PullRequest Merged(int number, string sha) => new(number, $"Add AWS user {number}", $"author-of-{number}", null, sha, "", "master", true);

    private static readonly ResetFiles None = new([], []);

    private sealed record Commit(string Sha, int? Number, PeopleRegister? Register, string? Body, ResetFiles Resets);
}
