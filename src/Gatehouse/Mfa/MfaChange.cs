using System.Text.Json.Serialization;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Register;

namespace Gatehouse.Mfa;

/// <summary>Everything that is done about somebody's MFA devices, in the imperative. The hierarchy is closed: whoever meets an unknown one fails loudly.</summary>
/// <param name="Person">Whose devices it is about.</param>
public abstract record MfaChange(UserName Person)
{
    /// <summary>What is done, for a person to read.</summary>
    [JsonIgnore]
    public abstract string What { get; }

    /// <summary>Tells this change from every other, so that it is done, and told, once.</summary>
    [JsonIgnore]
    public string Key => $"{Person.Value.ToLowerInvariant()}#{GetType().Name}#{Detail}";

    [JsonIgnore]
    protected virtual string Detail => "";

    /// <summary>The line of the trail that tells of it, once it is done or told.</summary>
    /// <param name="because">What led here: a run's name, or <c>event-</c> and CloudTrail's event id.</param>
    /// <param name="at">When.</param>
    public AuditEntry Entry(string because, DateTimeOffset at) =>
        new(because, Person, Key, What, this is DeleteDevice or FreeName or RemoveDevice or SuspendPassword ? Outcome.Applied : Outcome.Told, Attribution.None, at);
}

/// <summary>A virtual device with a wrong name that was never enabled: deleted, and its creator is mailed the name to use.</summary>
/// <param name="Person">Who made it.</param>
/// <param name="Serial">The device's serial number.</param>
/// <param name="Created">When: somebody who makes another of this name is told again.</param>
public sealed record DeleteDevice(UserName Person, string Serial, DateTimeOffset Created) : MfaChange(Person)
{
    public override string What => $"delete the MFA device {Serial}, which has a wrong name and was not enabled";

    protected override string Detail => $"{Serial}#{LedgerTable.Stamp(Created)}";
}

/// <summary>A virtual device with a good name that was never enabled, and whose name kept its own maker from starting again: deleted, and they are told so.</summary>
/// <param name="Person">Who made it, and tried again.</param>
/// <param name="Serial">The device's serial number.</param>
/// <param name="Refused">When AWS refused the second attempt.</param>
public sealed record FreeName(UserName Person, string Serial, DateTimeOffset Refused) : MfaChange(Person)
{
    public override string What => $"delete the MFA device {Serial}, which was never enabled and kept its name taken";

    protected override string Detail => $"{Serial}#{LedgerTable.Stamp(Refused)}";
}

/// <summary>An enabled device with a wrong name, while a good one remains: deactivated, deleted, and mailed.</summary>
/// <param name="Person">Whose device it is.</param>
/// <param name="Serial">The device's serial number.</param>
/// <param name="Enabled">Since when they have it: another of the same name is told again.</param>
public sealed record RemoveDevice(UserName Person, string Serial, DateTimeOffset Enabled) : MfaChange(Person)
{
    public override string What => $"remove the MFA device {Serial}, which has a wrong name; another remains";

    protected override string Detail => $"{Serial}#{LedgerTable.Stamp(Enabled)}";
}

/// <summary>The same, announced: it goes when its grace is over.</summary>
/// <param name="Person">Whose device it is.</param>
/// <param name="Serial">The device's serial number.</param>
/// <param name="Due">When it goes.</param>
public sealed record AnnounceRemoval(UserName Person, string Serial, DateTimeOffset Due) : MfaChange(Person)
{
    public override string What => $"announce that the MFA device {Serial}, which has a wrong name, goes";

    protected override string Detail => $"{Serial}#{LedgerTable.Stamp(Due)}";
}

/// <summary>An enabled device with a wrong name that cannot go, mostly because it is the only one: it stays, and the person is told how to add a good one first.</summary>
/// <param name="Person">Whose device it is.</param>
/// <param name="Serial">The device's serial number; the newest where several are wrong, so that each new one is told.</param>
/// <param name="Enabled">Since when they have it: another of the same name is told again.</param>
public sealed record AskForGoodDevice(UserName Person, string Serial, DateTimeOffset Enabled) : MfaChange(Person)
{
    public override string What => $"ask for an MFA device with a good name: {Serial} has a wrong one and cannot go before";

    protected override string Detail => $"{Serial}#{LedgerTable.Stamp(Enabled)}";
}

/// <summary>A device that was added without MFA beside another: perhaps not by its owner. It stays, nothing else goes because of it, and the person and the channel are told.</summary>
/// <param name="Person">Whose device it is.</param>
/// <param name="Serial">The device's serial number.</param>
/// <param name="Enabled">Since when they have it.</param>
public sealed record TellUnproved(UserName Person, string Serial, DateTimeOffset Enabled) : MfaChange(Person)
{
    public override string What => $"tell that the MFA device {Serial} was added without MFA, beside another";

    protected override string Detail => $"{Serial}#{LedgerTable.Stamp(Enabled)}";
}

/// <summary>AWS refused a device, most likely for its name, and does not say so: the person is told the name to use.</summary>
/// <param name="Person">Who tried.</param>
/// <param name="Day">The day of the attempt: somebody who tries five times in a row is told once.</param>
public sealed record TellName(UserName Person, string Day) : MfaChange(Person)
{
    public override string What => "tell which name a device must have, after AWS refused one";

    protected override string Detail => Day;
}

/// <summary>Somebody with an access key and only FIDO devices: the command line needs a virtual one.</summary>
public sealed record TellVirtualNeeded(UserName Person) : MfaChange(Person)
{
    public override string What => "tell that the command line needs a virtual device";
}

/// <summary>A mail to somebody who has a console password and no MFA device.</summary>
/// <param name="Person">Who has none.</param>
/// <param name="Number">1 for the first, 2 for the second, which is clearer.</param>
/// <param name="Since">Since when, as far as Gatehouse knows.</param>
public sealed record WarnWithoutMfa(UserName Person, int Number, DateTimeOffset Since) : MfaChange(Person)
{
    public override string What => Number == 1 ? "ask for an MFA device" : "ask for an MFA device again";

    protected override string Detail => $"{Number}#{Since:yyyy-MM-dd}";
}

/// <summary>Takes the console password of somebody who has had no MFA device for too long; a reset brings a new one.</summary>
public sealed record SuspendPassword(UserName Person, DateTimeOffset Since) : MfaChange(Person)
{
    public override string What => "take the console password away until there is an MFA device";

    protected override string Detail => $"{Since:yyyy-MM-dd}";
}
