using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Register;

namespace Gatehouse.Keys;

/// <summary>Everything that a sweep does about an access key, in the imperative. The hierarchy is closed: whoever meets an unknown one fails loudly.</summary>
/// <param name="Account">The account that the key is in, twelve digits.</param>
/// <param name="Person">Whose key it is.</param>
/// <param name="Id">Which one: decided on and acted on.</param>
public abstract record KeyChange(string Account, UserName Person, AccessKeyId Id)
{
    /// <summary>What is done, for a person to read.</summary>
    public abstract string What { get; }

    /// <summary>Tells this change from every other of a run.</summary>
    public string Key => $"{Person.Value.ToLowerInvariant()}#{GetType().Name}#{Id}{Detail}";

    /// <summary>Tells this change from every other, ever, so that it is told once.</summary>
    public virtual string Once => Key;

    /// <summary>Whether AWS is changed by it, and not only somebody told.</summary>
    public bool Changes => this is DeactivateKey or DeleteKey;

    protected virtual string Detail => "";

    /// <summary>The line of the trail that tells of it, once it is done or told.</summary>
    /// <param name="run">The run's name.</param>
    /// <param name="at">When.</param>
    /// <param name="detail">What is to be known beside it; null for nothing.</param>
    public AuditEntry Entry(string run, DateTimeOffset at, string? detail = null) =>
        new(run, Person, Key, What, Changes ? Outcome.Applied : Outcome.Told, Attribution.None, at, detail);
}

/// <summary>A mail that the key is old, and when it ends.</summary>
/// <param name="Account">The account that the key is in.</param>
/// <param name="Person">Whose key it is.</param>
/// <param name="Id">Which one.</param>
/// <param name="Day">The highest day of the ladder that has come.</param>
/// <param name="Unused">Whether the same mail says that nobody uses it.</param>
public sealed record WarnOfAge(string Account, UserName Person, AccessKeyId Id, int Day, bool Unused) : KeyChange(Account, Person, Id)
{
    public override string What => $"warn that the access key {Id} is old (day {Day}{(Unused ? ", and unused" : "")})";

    protected override string Detail => $"#{Day}";
}

/// <summary>A mail that nobody uses the key.</summary>
/// <param name="Account">The account that the key is in.</param>
/// <param name="Person">Whose key it is.</param>
/// <param name="Id">Which one.</param>
/// <param name="Since">Its last use, or when it was made where it was never used: a use begins another stretch.</param>
public sealed record WarnOfDisuse(string Account, UserName Person, AccessKeyId Id, DateTimeOffset Since) : KeyChange(Account, Person, Id)
{
    public override string What => $"warn that nobody uses the access key {Id}";

    protected override string Detail => $"#{LedgerTable.Stamp(Since)}";
}

/// <summary>Two mails, to the person and to who answers for the exemption: it ends, and what follows.</summary>
/// <param name="Account">The account that the key is in.</param>
/// <param name="Person">Whose key it is.</param>
/// <param name="Id">Which one.</param>
/// <param name="Until">The last day of the exemption.</param>
/// <param name="Ahead">The step: so many days before.</param>
public sealed record WarnOfExemptionEnd(string Account, UserName Person, AccessKeyId Id, DateOnly Until, int Ahead) : KeyChange(Account, Person, Id)
{
    public override string What => $"warn that the exemption of the access key {Id} ends after {Until:yyyy-MM-dd}";

    protected override string Detail => $"#{Until:yyyy-MM-dd}#{Ahead}";
}

/// <summary>Makes the key inactive, and mails it.</summary>
/// <param name="Account">The account that the key is in.</param>
/// <param name="Person">Whose key it is.</param>
/// <param name="Id">Which one.</param>
/// <param name="Cause">Why.</param>
/// <param name="At">When it began: an interrupted one is finished under the same moment.</param>
/// <param name="ByHand">Whether we had made it inactive before, and somebody made it active by hand.</param>
public sealed record DeactivateKey(string Account, UserName Person, AccessKeyId Id, KeyCause Cause, DateTimeOffset At, bool ByHand = false) : KeyChange(Account, Person, Id)
{
    public override string What => $"make the access key {Id} inactive, because {Why}";

    private string Why => Cause switch
    {
        KeyCause.Disuse => "nobody uses it",
        KeyCause.Leak => "it was found in public",
        _ => "it is too old",
    };

    public override string Once => $"{Key}#{LedgerTable.Stamp(At)}";
}

/// <summary>Deletes a key that we made inactive, and mails it.</summary>
/// <param name="Account">The account that the key is in.</param>
/// <param name="Person">Whose key it is.</param>
/// <param name="Id">Which one.</param>
/// <param name="Deactivated">When we made it inactive.</param>
public sealed record DeleteKey(string Account, UserName Person, AccessKeyId Id, DateTimeOffset Deactivated) : KeyChange(Account, Person, Id)
{
    public override string What => $"delete the access key {Id}, inactive since {Deactivated:yyyy-MM-dd}";
}

/// <summary>Writes down that the key is exempt, so that no warning from before counts once it is not any more. Nobody is told.</summary>
public sealed record RememberExemption(string Account, UserName Person, AccessKeyId Id) : KeyChange(Account, Person, Id)
{
    public override string What => $"remember that the access key {Id} is exempt";
}

/// <summary>Somebody added a change to the vocabulary and not to this place.</summary>
public sealed class UnknownKeyChangeException(KeyChange change) : Exception($"No way is known to handle {change.GetType().Name}. Add it to the switch that threw this.");
