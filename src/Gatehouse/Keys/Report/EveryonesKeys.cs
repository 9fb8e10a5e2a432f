using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Register;

namespace Gatehouse.Keys.Report;

/// <summary>Everyone's access keys, sorted by what happens next. It says what is known, and names what is not.</summary>
/// <param name="Made">When it was put together.</param>
/// <param name="Rule">The ladder by which the next steps were found.</param>
/// <param name="Accounts">Every account that is watched, those that could not be entered among them.</param>
/// <param name="Keys">Sorted by the day of their next step; those without one come last.</param>
/// <param name="Days">How the keys stood at each day's sweep, oldest first; a day without a sweep is not there.</param>
public sealed record EveryonesKeys(DateTimeOffset Made, KeyRule Rule, IReadOnlyList<ReportedAccount> Accounts, IReadOnlyList<ReportedKey> Keys, IReadOnlyList<KeyDay> Days)
{
    /// <summary>How many days of the trend are shown.</summary>
    public const int TrendDays = 90;

    /// <summary>Why the register's files about keys cannot be read; a sweep would do nothing then, so that no next step is told.</summary>
    public IReadOnlyList<RegisterProblem> Problems { get; init; } = [];

    public DateOnly Today => DateOnly.FromDateTime(Made.UtcDateTime);

    public IEnumerable<ReportedKey> Active => Keys.Where(key => key.Active);
}

/// <summary>An account, and how far it was looked at.</summary>
/// <param name="Number">Its twelve digits.</param>
/// <param name="Stood">When its credential report was made, which can be four hours ago; null where it could not be looked at.</param>
/// <param name="Failure">Why it could not be looked at; null where it was.</param>
public sealed record ReportedAccount(string Number, DateTimeOffset? Stood, string? Failure = null);

/// <summary>Whose an access key is, which decides whether anything is done about it.</summary>
public enum KeyHolder
{
    /// <summary>A user with the tag <c>managed-by=gatehouse</c>.</summary>
    Person,

    /// <summary>A user with the tag <c>managed-by=gatehouse-machine</c> whom the register lists.</summary>
    Machine,

    /// <summary>Any other user: named, and never touched.</summary>
    Unmanaged,

    /// <summary>The account's root user, who should have no key: named, and never touched.</summary>
    Root,
}

/// <summary>One access key.</summary>
/// <param name="Account">The account that it is in, twelve digits.</param>
/// <param name="User">The user's name, or <c>&lt;root_account&gt;</c>.</param>
/// <param name="Whose">What sort of user that is.</param>
/// <param name="Id">Null where neither the ledger nor a live listing knows it: a credential report holds no ids.</param>
/// <param name="Active">Whether it can be used.</param>
/// <param name="Created">Null where the report does not say.</param>
/// <param name="Use">Its last use; null where none is known.</param>
/// <param name="Next">What happens next; null where nothing does.</param>
public sealed record ReportedKey(string Account, string User, KeyHolder Whose, AccessKeyId? Id, bool Active, DateTimeOffset? Created, ReportedUse? Use, NextStep? Next)
{
    /// <summary>The exemption that holds now.</summary>
    public KeyExemption? Exemption { get; init; }

    /// <summary>What is remembered of it.</summary>
    public KeyRecord? Record { get; init; }

    /// <summary>Where it is rotated into.</summary>
    public KeyRotation? Rotation { get; init; }

    /// <summary>Whether everything is denied to its user, who is leaving.</summary>
    public bool Quarantined { get; init; }

    /// <summary>Whole days since it was made.</summary>
    public int? Age(DateTimeOffset now) => Created is { } made ? Math.Max((int)(now - made).TotalDays, 0) : null;

    /// <summary>Whole days since its last use, or since it was made where none is known.</summary>
    public int? Idle(DateTimeOffset now) => (Use?.At ?? Created) is { } since ? Math.Max((int)(now - since).TotalDays, 0) : null;

    /// <summary>Whether it is used by nobody for so long that its owner is told; an active key alone can be.</summary>
    public bool IsUnused(KeyRule rule, DateTimeOffset now) => Active && rule.UnusedAfter > 0 && Idle(now) >= rule.UnusedAfter;

    /// <summary>Whether it is as old as a key may become, or older.</summary>
    public bool IsOver(KeyRule rule, DateTimeOffset now) => Active && rule.DeactivateDays > 0 && Age(now) >= rule.DeactivateDays;
}

/// <summary>A key's last use.</summary>
public sealed record ReportedUse(DateTimeOffset At, string? Service, string? Region);

/// <summary>What happens next to a key.</summary>
/// <param name="What">As a verb: <c>make it inactive</c>.</param>
/// <param name="On">The day, in UTC; the next sweep's where it is due.</param>
public sealed record NextStep(string What, DateOnly On);
