using Gatehouse.Register;

namespace Gatehouse.Mfa;

/// <summary>What starts a sweep: <c>schedule</c> looks at everybody, <c>grace</c> only at devices whose time is up.</summary>
public sealed record MfaSweepInput(string Trigger);

/// <summary>Asks for the people who must be looked at.</summary>
public sealed record MfaSweepRequest(string Run, MfaSweepInput Input);

/// <summary>Where the Map finds the people, and how many there are.</summary>
public sealed record MfaSweepSummary(string Bucket, string Key, int People);

/// <summary>Asks to look at one person's devices.</summary>
/// <param name="Run">The run's ARN.</param>
/// <param name="Person">Whom to look at.</param>
/// <param name="LongerNames">The other user names that begin with this person's, where the sweep knows them; without them IAM is asked.</param>
public sealed record MfaExamineRequest(string Run, UserName Person, IReadOnlyList<UserName>? LongerNames = null)
{
    public MfaKnown Known() => new() { LongerNames = LongerNames };
}

/// <summary>What was done, by the changes' keys.</summary>
public sealed record MfaExamineResult(IReadOnlyList<string> Changes);

/// <summary>Asks for the report of a sweep that has ended.</summary>
public sealed record MfaReportRequest(string Run);
