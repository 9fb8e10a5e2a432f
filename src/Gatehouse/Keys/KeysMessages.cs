using Gatehouse.Membership;
using Gatehouse.Register;

namespace Gatehouse.Keys;

/// <summary>What starts a sweep over access keys: <c>schedule</c>, or <c>asked</c> by somebody.</summary>
public sealed record KeysInput(string Trigger)
{
    public const string Schedule = "schedule";
    public const string Asked = "asked";
}

/// <summary>Asks for the accounts to look at, and to read the register once for all of them.</summary>
public sealed record BeginKeysRequest(string Run, KeysInput Input);

/// <summary>Where the Map finds the accounts, and how many there are.</summary>
public sealed record KeysBegun(string Bucket, string Key, int Accounts);

/// <summary>Asks to look over one account, by its twelve digits.</summary>
public sealed record AssessKeysRequest(string Run, string Account);

/// <summary>Asks for the plan of all accounts that were looked over.</summary>
public sealed record PlanKeysRequest(string Run);

/// <summary>Where the Map finds the people whose keys must be looked at, and how many there are.</summary>
public sealed record KeysSummary(string Bucket, string Key, int People);

/// <summary>Asks to look at one person's keys.</summary>
public sealed record ApplyKeysRequest(string Run, KeyCandidate Candidate);

/// <summary>What was done, by the changes' keys.</summary>
public sealed record ApplyKeysResult(IReadOnlyList<string> Changes);

/// <summary>The payload of GiveUpKeys: an account, or a person, and what ended it.</summary>
public sealed record GiveUpKeysRequest(string Run, RunError Error, string? Account = null, KeyCandidate? Candidate = null);

/// <summary>Asks for the report of a sweep that has ended; with an error where it ended early.</summary>
public sealed record ReportKeysRequest(string Run, RunError? Error = null);

/// <summary>What ReportKeys answers: how many accounts and people could not be looked at, or not be told.</summary>
public sealed record ReportKeysResult(int Failed);

/// <summary>Somebody whose keys must be looked at.</summary>
/// <param name="Account">The account that they are in, twelve digits.</param>
/// <param name="Person">Who.</param>
public sealed record KeyCandidate(string Account, UserName Person);
