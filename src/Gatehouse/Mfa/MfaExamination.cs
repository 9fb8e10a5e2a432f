using Gatehouse.Membership;
using Gatehouse.Mfa.Missing;

namespace Gatehouse.Mfa;

/// <summary>Looks at one person whom a sweep found, at what it found them for.</summary>
public sealed class MfaExamination(MfaApply devices, MissingMfaApply missing)
{
    /// <returns>What was done, by the changes' keys.</returns>
    public async Task<MfaExamineResult> ExamineAsync(RunId run, MfaCandidate candidate, string signIn, CancellationToken cancellationToken)
    {
        var done = new List<MfaChange>();
        if (candidate.Missing)
        {
            done.AddRange(await missing.ExamineAsync(run, candidate, signIn, cancellationToken));
        }

        if (candidate.Devices)
        {
            done.AddRange((await devices.ExamineAsync(candidate.Person, run.Name, new MfaKnown { LongerNames = candidate.LongerNames, Summarised = true }, cancellationToken)).Changes);
        }

        return new MfaExamineResult([.. done.Select(change => change.Key)]);
    }
}
