using Gatehouse.Aws;

namespace Gatehouse.Root;

/// <summary>
/// One thing that happened with a root user, as far as an alert needs to know it. Nothing that arrives is left out: what has no kind of its own
/// is <see cref="RootEventKind.Other"/>. Pure.
/// </summary>
/// <param name="Id">CloudTrail's event id: the same on every delivery.</param>
/// <param name="Kind">What kind of thing it was.</param>
/// <param name="Name">CloudTrail's name for it, such as <c>ConsoleLogin</c>.</param>
/// <param name="Outcome">Whether it was done.</param>
/// <param name="Account">The twelve digits of the account whose root user it is; what AWS wrote, where that is something else.</param>
/// <param name="At">When it happened.</param>
public sealed record RootEvent(string Id, RootEventKind Kind, string Name, RootOutcome Outcome, string Account, DateTimeOffset At)
{
    /// <summary>What CloudTrail calls root where it writes a user's name.</summary>
    private const string RootName = "AWS ROOT USER";

    /// <summary>The service that was used: <c>iam.amazonaws.com</c>.</summary>
    public string? Service { get; init; }

    /// <summary>An IP address, or the name of an AWS service; anybody may have chosen how it reads.</summary>
    public string? From { get; init; }

    /// <summary>What the browser or tool calls itself; anybody may have chosen how it reads.</summary>
    public string? Agent { get; init; }

    /// <summary>Whether a second factor was used; null where AWS does not say.</summary>
    public bool? Mfa { get; init; }

    /// <summary>AWS's reason for a refusal.</summary>
    public string? Error { get; init; }

    /// <summary>The MFA device or access key that it was about.</summary>
    public string? Subject { get; init; }

    /// <summary>The status that an access key was given: <c>Active</c> or <c>Inactive</c>.</summary>
    public string? Status { get; init; }

    /// <summary>The IAM user whose device or key it was; null where it was root's own.</summary>
    public string? Person { get; init; }

    /// <param name="detail">What CloudTrail says; any part of it may be missing.</param>
    /// <param name="envelope">The id of EventBridge's own event.</param>
    /// <param name="account">The account that EventBridge had it from.</param>
    /// <param name="time">The time that EventBridge gives it.</param>
    public static RootEvent Of(CloudTrailEvent detail, string? envelope, string? account, DateTimeOffset time)
    {
        var name = detail.EventName ?? "an event without a name";
        return new RootEvent(
            Known(detail.EventID) ?? Known(envelope) ?? throw new RootEventUnreadableException("it has no eventID, by which it could be told from others"),
            KindOf(name),
            name,
            OutcomeOf(detail, name),
            Known(detail.RecipientAccountId) ?? Known(detail.UserIdentity?.AccountId) ?? Known(account) ?? "an unknown account",
            detail.EventTime == default ? time : detail.EventTime)
        {
            Service = Known(detail.EventSource),
            From = Known(detail.SourceIPAddress),
            Agent = Known(detail.UserAgent),
            Mfa = MfaOf(detail),
            Error = Known(detail.ErrorMessage) ?? Known(detail.ErrorCode),
            Subject = detail.Requested("serialNumber") ?? detail.Answered("virtualMFADevice", "serialNumber") ?? detail.Requested("virtualMFADeviceName")
                ?? detail.Requested("accessKeyId") ?? detail.Answered("accessKey", "accessKeyId"),
            Status = detail.Requested("status"),
            Person = detail.Requested("userName") is { } user && user != RootName && user != "root" ? user : null,
        };
    }

    private static RootEventKind KindOf(string name) => name switch
    {
        "ConsoleLogin" => RootEventKind.SignIn,
        "PasswordRecoveryRequested" => RootEventKind.RecoveryRequested,
        "PasswordRecoveryCompleted" => RootEventKind.RecoveryCompleted,
        "PasswordUpdated" => RootEventKind.PasswordUpdated,
        "EmailUpdated" => RootEventKind.EmailUpdated,
        "CreateVirtualMFADevice" => RootEventKind.DeviceCreated,
        "EnableMFADevice" => RootEventKind.DeviceEnabled,
        "DeactivateMFADevice" => RootEventKind.DeviceDeactivated,
        "DeleteVirtualMFADevice" => RootEventKind.DeviceDeleted,
        "ResyncMFADevice" => RootEventKind.DeviceResynced,
        "CreateAccessKey" => RootEventKind.KeyCreated,
        "UpdateAccessKey" => RootEventKind.KeyUpdated,
        "DeleteAccessKey" => RootEventKind.KeyDeleted,
        _ => RootEventKind.Other,
    };

    private static RootOutcome OutcomeOf(CloudTrailEvent detail, string name)
    {
        if (Known(detail.ErrorCode) is not null || Is(detail.Answered(name), "Failure"))
        {
            return RootOutcome.Failed;
        }

        // A sign-in says by a word whether it worked; a call that has no error was done.
        var isSignIn = detail.EventSource == "signin.amazonaws.com";
        return Is(detail.Answered(name), "Success") || (!isSignIn && Known(detail.ErrorMessage) is null) ? RootOutcome.Done
            : Known(detail.ErrorMessage) is not null ? RootOutcome.Failed
            : RootOutcome.Unknown;
    }

    private static bool? MfaOf(CloudTrailEvent detail) =>
        (detail.Additional("MFAUsed") ?? detail.UserIdentity?.SessionContext?.Attributes?.MfaAuthenticated) is { } said
            ? Is(said, "Yes") || Is(said, "true") ? true : Is(said, "No") || Is(said, "false") ? false : null
            : null;

    private static bool Is(string? said, string word) => string.Equals(said, word, StringComparison.OrdinalIgnoreCase);

    private static string? Known(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

/// <summary>What kind of thing happened with a root user.</summary>
public enum RootEventKind
{
    SignIn,
    RecoveryRequested,
    RecoveryCompleted,
    PasswordUpdated,
    EmailUpdated,
    DeviceCreated,
    DeviceEnabled,
    DeviceDeactivated,
    DeviceDeleted,
    DeviceResynced,
    KeyCreated,
    KeyUpdated,
    KeyDeleted,

    /// <summary>Anything else that the rules let through: told plainly.</summary>
    Other,
}

/// <summary>Whether something was done.</summary>
public enum RootOutcome
{
    Done,
    Failed,

    /// <summary>AWS does not say.</summary>
    Unknown,
}

/// <summary>A message of the queue of root events holds nothing that an alert could be made of. It comes again, and at last lies in the dead-letter queue, where an alarm rings.</summary>
public sealed class RootEventUnreadableException(string why, Exception? inner = null) : Exception($"A message of the queue of root events cannot be read: {why}.", inner);
