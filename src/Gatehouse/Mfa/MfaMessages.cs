using Gatehouse.Membership;

namespace Gatehouse.Mfa;

/// <summary>What starts a sweep: <c>schedule</c> looks at everybody, <c>grace</c> only at devices whose time is up.</summary>
public sealed record MfaSweepInput(string Trigger)
{
    public const string Schedule = "schedule";
    public const string Grace = "grace";
}

/// <summary>Asks for the people who must be looked at.</summary>
public sealed record MfaSweepRequest(string Run, MfaSweepInput Input);

/// <summary>Where the Map finds the people, how many there are, and the name under which this account signs in.</summary>
public sealed record MfaSweepSummary(string Bucket, string Key, int People, string SignIn);

/// <summary>Asks to look at one person.</summary>
/// <param name="Run">The run's ARN.</param>
/// <param name="Candidate">Whom, and at what.</param>
/// <param name="SignIn">The account's alias, or its number where it has none, or where nobody is mailed.</param>
public sealed record MfaExamineRequest(string Run, MfaCandidate Candidate, string SignIn);

/// <summary>What was done, by the changes' keys.</summary>
public sealed record MfaExamineResult(IReadOnlyList<string> Changes);

/// <summary>The payload of GiveUpMfa: an item of the Map, and what ended it.</summary>
public sealed record MfaGiveUpRequest(string Run, MfaCandidate Candidate, RunError Error);

/// <summary>Asks for the report of a sweep that has ended; with an error where it ended early.</summary>
public sealed record MfaReportRequest(string Run, RunError? Error = null);

/// <summary>What ReportMfa answers: how many people could not be looked at, or not be told.</summary>
public sealed record MfaReportResult(int Failed);
