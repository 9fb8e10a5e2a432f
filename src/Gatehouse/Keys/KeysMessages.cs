using Gatehouse.Aws;
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

/// <summary>Somebody whose keys must be looked at, and one item of the state machine's Map. What was found is looked at again, live, before anything is done.</summary>
/// <param name="Account">The account that they are in, twelve digits.</param>
/// <param name="Person">Who.</param>
public sealed record KeyCandidate(string Account, UserName Person)
{
    /// <summary>What people know the account by: its alias, or its twelve digits.</summary>
    public string? AccountName { get; init; }

    /// <summary>Whom to mail; null where nobody has an address.</summary>
    public string? Address { get; init; }

    /// <summary>Whether it is a machine user, and <see cref="Address"/> is its owner's.</summary>
    public bool Machine { get; init; }

    /// <summary>The exemptions that may be about one of their keys.</summary>
    public IReadOnlyList<KeyExemption> Exemptions { get; init; } = [];

    /// <summary>When the keys were made that nothing is due for: IAM need not be asked for their last use.</summary>
    public IReadOnlyList<DateTimeOffset> Spared { get; init; } = [];

    /// <summary>Which keys this sweep may make inactive.</summary>
    public IReadOnlyList<AccessKeyId> MayDeactivate { get; init; } = [];
}
