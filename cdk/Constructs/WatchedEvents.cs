using Amazon.CDK.AWS.Events;
using Gatehouse.Keys.Leaks;
using Gatehouse.Root;

namespace Gatehouse.Cdk.Constructs;

/// <summary>One kind of event that is watched: the last words of its rule's name, what it is, and what it looks like.</summary>
internal sealed record WatchedEvent(string Id, string Name, string Description, IEventPattern Pattern);

/// <summary>
/// The events that AWS tells in us-east-1 alone. The same pattern stands in the rule that forwards them and in the one that puts them
/// into their queue, so that no rule lets through what the other does not know. A sign-in is known by source and name: the spelling of its
/// detail-type varies. Refused attempts are events too, and none is left out.
/// </summary>
internal static class WatchedEvents
{
    private static readonly string[] RootUser = ["Root"];

    private static readonly string[] DeviceChanges = ["CreateVirtualMFADevice", "EnableMFADevice", "DeactivateMFADevice", "DeleteVirtualMFADevice", "ResyncMFADevice"];

    private static readonly string[] KeyChanges = ["CreateAccessKey", "UpdateAccessKey", "DeleteAccessKey"];

    private static readonly string[] LeakCodes = [LeakDetail.ExposedCode];

    private static readonly string[] SignIns = ["ConsoleLogin", "PasswordRecoveryRequested", "PasswordRecoveryCompleted", "PasswordUpdated", "EmailUpdated"];

    // Anything but root's: an administrator who acts by a role can touch a person's device as well as the person.
    public static WatchedEvent Mfa { get; } = new("Mfa", "mfa-devices", "What anybody but root did with an MFA device",
        Pattern("aws.iam", new() { ["eventName"] = DeviceChanges, ["userIdentity"] = Identity(new Dictionary<string, object> { ["anything-but"] = RootUser }) }));

    public static WatchedEvent RootSignIn { get; } = new("RootSignIn", "root-sign-in", "A root user signed in, or touched password or mail address",
        Pattern("aws.signin", new() { ["eventName"] = SignIns, ["userIdentity"] = Identity("Root") }));

    public static WatchedEvent RootCredentials { get; } = new("RootCredentials", "root-credentials", "A root user touched an MFA device or an access key",
        Pattern("aws.iam", new() { ["eventName"] = (string[])[.. DeviceChanges, .. KeyChanges], ["userIdentity"] = Identity("Root") }));

    // The code alone: the service that AWS writes beside it is not always IAM.
    public static WatchedEvent Leak { get; } = new("Leak", "leaked-keys", "AWS found an access key in public",
        Pattern("aws.health", new() { ["eventTypeCode"] = LeakCodes }));

    public static WatchedEvent Heartbeat { get; } = new("Heartbeat", "heartbeat", "The daily proof that a root alert would arrive",
        new EventPattern { Source = [RootHeartbeat.Source], DetailType = [RootHeartbeat.DetailType] });

    /// <summary>What is put into the queue of root events: those of each account's root user, and what proves that they would come.</summary>
    public static IReadOnlyList<WatchedEvent> OfRoot { get; } = [RootSignIn, RootCredentials, Heartbeat];

    /// <summary>What every account forwards.</summary>
    public static IReadOnlyList<WatchedEvent> OfEveryAccount { get; } = [.. OfRoot, Leak];

    /// <summary>The same, from one account alone.</summary>
    public static IEventPattern In(string account, WatchedEvent watched) => new EventPattern
    {
        Account = [account],
        Source = watched.Pattern.Source,
        DetailType = watched.Pattern.DetailType,
        Detail = watched.Pattern.Detail,
    };

    private static EventPattern Pattern(string source, Dictionary<string, object> detail) => new() { Source = [source], Detail = detail };

    private static Dictionary<string, object> Identity(object type) => new() { ["type"] = new[] { type } };
}
