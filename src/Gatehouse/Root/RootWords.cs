using System.Globalization;

namespace Gatehouse.Root;

/// <summary>Says in plain words what happened with a root user, and what to do now: each kind and outcome has its own. Pure.</summary>
internal static class RootWords
{
    private const string Call = "Ask whoever looks after this account, by phone or in person, whether they did this. If nobody did: ";

    private const string Recover = "reset the root password yourself (from the account's root mailbox), remove MFA devices and access keys that are not yours, and open a case with AWS Support, \"account compromised\".";

    /// <summary>What happened, as a sentence without its end: "somebody signed in as the root user of …".</summary>
    public static string What(RootAlert alert, string account)
    {
        var one = alert.Event;
        if (alert.OpenFor is { } minutes)
        {
            return string.Create(CultureInfo.InvariantCulture, $"a root password reset of {account} was asked for and has not been completed for {minutes} minutes");
        }

        return (one.Kind, one.Outcome) switch
        {
            (RootEventKind.SignIn, RootOutcome.Done) => $"somebody signed in as the root user of {account}",
            (RootEventKind.SignIn, RootOutcome.Failed) => $"somebody tried to sign in as the root user of {account} and failed",
            (RootEventKind.RecoveryRequested, RootOutcome.Done) => $"somebody asked for a new root password of {account}, and AWS mailed a link to the account's root address",
            (RootEventKind.RecoveryCompleted, RootOutcome.Done) => $"the root password of {account} was reset through the mailed link",
            (RootEventKind.PasswordUpdated, RootOutcome.Done) => $"the root password of {account} was changed by somebody who was signed in as root",
            (RootEventKind.EmailUpdated, RootOutcome.Done) => $"the mail address of the root user of {account} was changed",
            (RootEventKind.Other, RootOutcome.Done) => $"the root user of {account} did {Named(one)}",
            (_, RootOutcome.Done) when Change(one) is { } done => $"{done.Done}, in {account}",
            (_, var outcome) => $"{(one.Person is null ? "somebody" : "the root user")} tried to {Attempt(one)}, in {account}, {(outcome == RootOutcome.Failed ? "and failed" : "and AWS does not say whether it worked")}",
        };
    }

    /// <summary>What to do now.</summary>
    public static string Now(RootAlert alert)
    {
        var advice = alert.OpenFor is not null ? Open : Advice(alert.Event);
        return alert.Notice is { } notice ? $"Check with {notice.Who} that this was them. If it was not, the notice does not cover it: {Lowered(advice)}" : advice;
    }

    private const string Open =
        "Look into the account's root mailbox: who has read the link that AWS mailed? If nobody can say who asked, delete that mail, change the mailbox's password, and watch this channel for a completion.";

    private static string Advice(RootEvent one) => (one.Kind, one.Outcome) switch
    {
        (RootEventKind.SignIn, RootOutcome.Failed) =>
            "Ask whoever looks after this account whether they mistyped. If nobody tried, somebody knows or guesses the root address: see that root has an MFA device and a long password, and watch for more attempts.",
        (RootEventKind.SignIn, _) => $"{Call}{Recover}{(one.Mfa == false ? " This sign-in used no MFA: give root a device, whoever it was." : "")}",
        (RootEventKind.RecoveryRequested, RootOutcome.Failed) => "Ask whoever looks after this account whether they tried. Nothing was mailed; if nobody tried, watch for more attempts.",
        (RootEventKind.RecoveryRequested, _) => "Ask whoever looks after this account whether they asked for it. If nobody did, do not follow the link that AWS mailed: delete that mail, and change the root mailbox's password, because whoever can read it can take the account.",
        (RootEventKind.RecoveryCompleted, RootOutcome.Failed) => "Somebody holds a reset link of this account. Ask whoever looks after it whether that is them; if not, change the root mailbox's password, then ask AWS for a new link, which ends the old one.",
        (RootEventKind.EmailUpdated, not RootOutcome.Failed) => $"{Call}open a case with AWS Support at once, \"account compromised\": whoever has the new mailbox can take the account, and your own mailbox no longer gets its mail.",
        (RootEventKind.DeviceDeactivated or RootEventKind.DeviceDeleted, RootOutcome.Done) when one.Person is null => $"{Call}{Recover} See that root has another device: without one a password is enough.",
        (RootEventKind.KeyCreated, not RootOutcome.Failed) when one.Person is null => $"Delete this key: nothing needs an access key of root, and whoever has it can do everything. {Call}{Recover}",
        (RootEventKind.KeyDeleted, RootOutcome.Done) => "Ask whoever looks after this account whether they did this. It is a good thing if they did: nothing needs an access key of root.",
        (_, RootOutcome.Failed) => "Ask whoever looks after this account whether they tried this. If nobody did, somebody may be signed in as root: look at CloudTrail for what else root did, and reset the root password.",
        _ => $"{Call}{Recover}",
    };

    /// <summary>A change of a device or key: what was done, and what somebody tried to do.</summary>
    private static (string Done, string Try)? Change(RootEvent one)
    {
        var whose = one.Person is null ? "the root user" : $"the IAM user {one.Person}";
        return one.Kind switch
        {
            RootEventKind.DeviceCreated => ("somebody signed in as root made a virtual MFA device, which is not enabled yet", "make a virtual MFA device as root"),
            RootEventKind.DeviceEnabled => ($"an MFA device was given to {whose}{By(one)}", $"give an MFA device to {whose}"),
            RootEventKind.DeviceDeactivated => ($"an MFA device was taken away from {whose}{By(one)}", $"take an MFA device away from {whose}"),
            RootEventKind.DeviceDeleted => ("somebody signed in as root deleted a virtual MFA device", "delete a virtual MFA device as root"),
            RootEventKind.DeviceResynced => ($"an MFA device of {whose} was set to the right time again{By(one)}", $"set an MFA device of {whose} to the right time again"),
            RootEventKind.KeyCreated => ($"an access key was made for {whose}{By(one)}", $"make an access key for {whose}"),
            RootEventKind.KeyUpdated => ($"an access key of {whose} was made {one.Status?.ToLowerInvariant() ?? "active or inactive"}{By(one)}", $"make an access key of {whose} active or inactive"),
            RootEventKind.KeyDeleted => ($"an access key of {whose} was deleted{By(one)}", $"delete an access key of {whose}"),
            _ => null,
        };
    }

    private static string Attempt(RootEvent one) => one.Kind switch
    {
        RootEventKind.SignIn => "sign in as the root user",
        RootEventKind.RecoveryRequested => "ask for a new root password",
        RootEventKind.RecoveryCompleted => "reset the root password through the mailed link",
        RootEventKind.PasswordUpdated => "change the root password",
        RootEventKind.EmailUpdated => "change the mail address of the root user",
        RootEventKind.Other => $"do {Named(one)} as the root user",
        _ => Change(one)?.Try ?? $"do {Named(one)} as the root user",
    };

    private static string By(RootEvent one) => one.Person is null ? "" : " by the root user";

    private static string Named(RootEvent one) => one.Service is null ? one.Name : $"{one.Name} ({one.Service})";

    private static string Lowered(string sentence) => $"{char.ToLowerInvariant(sentence[0])}{sentence[1..]}";
}
