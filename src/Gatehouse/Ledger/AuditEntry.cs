using Gatehouse.Membership;
using Gatehouse.Register;

namespace Gatehouse.Ledger;

/// <summary>How a change ended, in the words of the ledger.</summary>
public enum Outcome
{
    /// <summary>Done in AWS.</summary>
    Applied,

    /// <summary>The welcome was accepted by SES.</summary>
    Welcomed,

    /// <summary>A mail about a change, without a password, was accepted by SES.</summary>
    Told,

    /// <summary>Failed after every retry.</summary>
    Failed,

    /// <summary>Held back by the guard.</summary>
    Refused,

    /// <summary>Somebody did it in AWS, as CloudTrail tells.</summary>
    Seen,

    /// <summary>Mailed, and returned by the recipient's side or rejected by SES afterwards.</summary>
    Undeliverable,
}

/// <summary>One line of the trail: who, what, why, by which pull request and commit, when, by which run, and how it ended.</summary>
/// <param name="Run">The run's name.</param>
/// <param name="Person">Whose access it is about.</param>
/// <param name="Key">The change's key within the run; writing it again replaces the line.</param>
/// <param name="What">What was done, for a person to read.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Because">The merge it is credited to, or whoever did it by hand.</param>
/// <param name="At">When.</param>
/// <param name="Detail">Why it failed or was refused, or who allowed it; null where there is nothing to add. Never a secret.</param>
public sealed record AuditEntry(string Run, UserName Person, string Key, string What, Outcome Outcome, Attribution Because, DateTimeOffset At, string? Detail = null)
{
    private const string Notice = nameof(Notice), Welcome = nameof(Welcome);

    /// <summary>The kind of change that this line tells of, as its key says it: <c>QuarantineUser</c>, <c>Welcome</c>, <c>Notice</c>.</summary>
    public string Kind => Key.Split('#') is [_, var kind, ..] ? kind : "";

    /// <summary>Whether it tells of a mail that followed a change, and not of the change.</summary>
    public bool IsMail => Kind is Notice or Welcome;

    public static AuditEntry Of(RunId run, PlannedChange planned, Outcome outcome, DateTimeOffset at, string? detail = null) =>
        new(run.Name, planned.Change.Person, planned.Change.Key, planned.Change.What, outcome, planned.Because, at, detail);

    /// <summary>The line of the mails, without a password, that tell of a change.</summary>
    public static AuditEntry OfNotice(RunId run, PlannedChange planned, Outcome outcome, DateTimeOffset at, string? detail = null) =>
        Of(run, planned, outcome, at, detail) with { Key = planned.Change.Key.Insert(planned.Change.Person.Value.Length, $"#{Notice}"), What = "tell of it by mail" };

    /// <summary>The line of the mail with a password that a change brings.</summary>
    public static AuditEntry OfWelcome(RunId run, PlannedChange planned, Outcome outcome, DateTimeOffset at, string? detail = null) =>
        OfWelcome(run.Name, planned.Change.Person, planned.WelcomeIn(run)!, planned.WelcomeKind, outcome, planned.Because, at, detail);

    /// <summary>The same for a welcome that the ledger knows: a later line of it takes the place of this one in a report.</summary>
    public static AuditEntry OfWelcome(string run, UserName person, string welcome, WelcomeKind kind, Outcome outcome, Attribution because, DateTimeOffset at, string? detail = null) =>
        new(run, person, $"{person.Value.ToLowerInvariant()}#{Welcome}#{welcome}", $"send the {kind.Words()}", outcome, because, at, detail);
}
