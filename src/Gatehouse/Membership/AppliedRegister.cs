using Gatehouse.Ledger;
using Gatehouse.Register;

namespace Gatehouse.Membership;

/// <summary>Reads what came before the head: the register that was applied last, and the settings that judge what comes after it.</summary>
public sealed class AppliedRegister(AppliedCommit applied, IRegisterSource source)
{
    public async Task<Basis> ReadAsync(RegisterAt head, CancellationToken cancellationToken)
    {
        var commit = await applied.FindAsync(cancellationToken);
        var judging = await applied.FindJudgingAsync(cancellationToken);
        var settings = await source.ReadSettingsAsync(head.Sha, cancellationToken);
        return new Basis(
            commit,
            commit is null ? null : commit == head.Sha ? head.Register : (await source.ReadAsync(commit, cancellationToken)).Register,
            judging is null || judging == commit || judging == head.Sha ? null : (await source.ReadAsync(judging, cancellationToken)).Register,
            settings,
            judging is null || judging == head.Sha ? settings : await source.ReadSettingsAsync(judging, cancellationToken));
    }
}

/// <summary>What a run goes on from.</summary>
/// <param name="Commit">The commit up to which every change was made; null before the first whole run.</param>
/// <param name="Register">The people as of that commit.</param>
/// <param name="Seen">The people as of the commit that the last run read, where some of its changes failed and the head is another; otherwise null.</param>
/// <param name="Settings">The settings at the head: its adoptions, previous names and contacts are orders, and loosen nothing.</param>
/// <param name="Judging">The settings that were in force before: the guard judges by them.</param>
public sealed record Basis(string? Commit, PeopleRegister? Register, PeopleRegister? Seen, RegisterSettings Settings, RegisterSettings Judging);
