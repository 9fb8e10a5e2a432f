using Gatehouse.Ledger;
using Gatehouse.Register;

namespace Gatehouse.Membership;

/// <summary>Everything that a plan is decided from beside the register: the account as it stands, and what the ledger remembers.</summary>
/// <param name="Snapshot">The account.</param>
/// <param name="Now">The moment of deciding.</param>
/// <param name="GraceDays">How many days a leaver stays in quarantine; 0 deletes at once.</param>
public sealed record Known(Snapshot Snapshot, DateTimeOffset Now, int GraceDays)
{
    /// <summary>Welcomes that were promised and are not known to be accepted.</summary>
    public IReadOnlyList<OwedWelcome> Owed { get; init; } = [];

    /// <summary>First passwords that were mailed and that nobody has looked at again.</summary>
    public IReadOnlyList<OpenPassword> Passwords { get; init; } = [];

    /// <summary>After how many days an unused first password ends.</summary>
    public int FirstPasswordDays { get; init; } = 7;

    /// <summary>Who is in quarantine, or on the way into it.</summary>
    public IReadOnlyList<Quarantine> Quarantines { get; init; } = [];

    /// <summary>Who was revoked by hand.</summary>
    public IReadOnlyList<Hold> Holds { get; init; } = [];

    /// <summary>The groups that the deployment may put people into.</summary>
    public IReadOnlyList<string> Givable { get; init; } = [];

    /// <summary>The register up to which every change was made; null before the first whole run, and then nothing is taken for a change by hand.</summary>
    public PeopleRegister? Applied { get; init; }

    /// <summary>The register that the last run read, whether or not it could make every change; null where that is not known to differ.</summary>
    public PeopleRegister? Seen { get; init; }

    /// <summary>The keys of changes that the guard refused and that wait: not yet made, however old their line is.</summary>
    public IReadOnlySet<string> Waiting { get; init; } = new HashSet<string>();

    /// <summary>Whether what somebody changed by hand is undone, instead of named.</summary>
    public bool RevertDrift { get; init; }

    public Hold? HoldOf(UserName person) => Holds.FirstOrDefault(hold => hold.Person == person);

    public Quarantine? QuarantineOf(UserName person) => Quarantines.FirstOrDefault(quarantine => quarantine.Person == person);
}

/// <summary>A first password that was mailed, and may be unused.</summary>
/// <param name="Person">Whose it is.</param>
/// <param name="Welcome">The welcome that mailed it.</param>
/// <param name="Mailed">When SES accepted it.</param>
/// <param name="Because">The merge that gave the access.</param>
public sealed record OpenPassword(UserName Person, string Welcome, DateTimeOffset Mailed, Attribution Because);
