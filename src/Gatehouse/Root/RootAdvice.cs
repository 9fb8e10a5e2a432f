namespace Gatehouse.Root;

/// <summary>Says what to do now about what a root user did: each kind and outcome has its own. Pure.</summary>
/// <param name="Ask">Whom to ask; where somebody announced it, they are asked instead.</param>
/// <param name="Otherwise">What to do where it was not them.</param>
/// <param name="Always">What to do whoever it was; empty for nothing.</param>
internal sealed record RootAdvice(string Ask, string Otherwise, string Always = "")
{
    private const string AskThem = "Ask whoever looks after this account, by phone or in person, whether they did this.";

    private const string Recover = "reset the root password yourself (from the account's root mailbox), remove MFA devices and access keys that are not yours, and open a case with AWS Support, \"account compromised\".";

    public static string Of(RootAlert alert)
    {
        var advice = For(alert);
        var first = alert.Notice is { } notice ? $"Check with {notice.Who} that this was them. If it was not" : $"{advice.Ask} If nobody did";
        return $"{first}: {advice.Otherwise}{(advice.Always.Length == 0 ? "" : $" {advice.Always}")}";
    }

    private static RootAdvice For(RootAlert alert) => (alert.Event.Kind, alert.Event.Outcome) switch
    {
        _ when alert.OpenFor is not null => new(
            "Ask whoever looks after this account whether they asked for it and gave up.",
            "look into the root mailbox for who has read the link that AWS mailed, delete that mail, change the mailbox's password, and watch this channel for a completion."),
        (RootEventKind.SignIn, RootOutcome.Failed) => new(
            "Ask whoever looks after this account whether they mistyped.",
            "somebody knows or guesses the root address. See that root has an MFA device and a long password, and watch for more attempts."),
        (RootEventKind.SignIn, _) => new(AskThem, Recover, alert.Event.Mfa == false ? "This sign-in used no MFA: give root a device, whoever it was." : ""),
        (RootEventKind.RecoveryRequested, RootOutcome.Failed) => new("Ask whoever looks after this account whether they tried. Nothing was mailed.", "watch for more attempts."),
        (RootEventKind.RecoveryRequested, _) when alert.CompletedAt is null => new(
            "Ask whoever looks after this account whether they asked for it.",
            "do not follow the link that AWS mailed. Delete that mail, and change the root mailbox's password, because whoever can read it can take the account."),
        (RootEventKind.RecoveryCompleted, RootOutcome.Failed) => new(
            "Somebody holds a reset link of this account. Ask whoever looks after it whether that is them.",
            "change the root mailbox's password, delete the mail with the link, and open a case with AWS Support."),
        (RootEventKind.EmailUpdated, not RootOutcome.Failed) => new(
            AskThem,
            "open a case with AWS Support at once, \"account compromised\": whoever has the new mailbox can take the account, and yours no longer gets its mail."),
        (RootEventKind.DeviceDeactivated or RootEventKind.DeviceDeleted, RootOutcome.Done) when alert.Event.Person is null => new(AskThem, Recover, "See that root has another device: without one a password is enough."),
        (RootEventKind.KeyCreated, not RootOutcome.Failed) when alert.Event.Person is null => new(
            AskThem, Recover, "Delete this key, whoever made it: nothing needs an access key of root, and whoever has it can do everything."),
        (RootEventKind.KeyDeleted, RootOutcome.Done) when alert.Event.Person is null => new(
            "Ask whoever looks after this account whether they did this: a good thing if they did, because nothing needs an access key of root.", Recover),
        (_, RootOutcome.Failed) => new(
            "Ask whoever looks after this account whether they tried this.",
            "somebody may be signed in as root. Look at CloudTrail for what else root did, and reset the root password."),
        _ => new(AskThem, Recover),
    };
}
