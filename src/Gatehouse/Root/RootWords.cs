using System.Globalization;

namespace Gatehouse.Root;

/// <summary>Says in plain words what happened with a root user: each kind and outcome has its own. Pure.</summary>
internal static class RootWords
{
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
}
