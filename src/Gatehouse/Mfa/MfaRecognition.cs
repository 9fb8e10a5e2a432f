using System.Text.RegularExpressions;
using Gatehouse.Aws;
using Gatehouse.Register;

namespace Gatehouse.Mfa;

/// <summary>
/// Recognises what an event of CloudTrail means for people's MFA devices. Pure.
/// <list type="table">
/// <listheader><term>event</term><description>meaning</description></listheader>
/// <item><term>of another account, of root or about root, or by a role of ours</term><description>nothing</description></item>
/// <item><term>Create, by an IAM user</term><description><see cref="DeviceMade"/>; by a role: nothing, it is judged once somebody has it</description></item>
/// <item><term>Create, <c>AccessDenied</c></term><description><see cref="NameRefused"/>, unless the name is known, and one that people may use</description></item>
/// <item><term>Create, <c>EntityAlreadyExists</c></term><description><see cref="NameTaken"/></description></item>
/// <item><term>Enable, Deactivate, Resync</term><description><see cref="DevicesTouched"/> of the user whom the request names, whoever asked</description></item>
/// <item><term>Delete</term><description><see cref="DevicesTouched"/> of the IAM user who did it</description></item>
/// <item><term>any other refusal</term><description>nothing: AWS's own message says what is wrong</description></item>
/// </list>
/// </summary>
/// <param name="account">The twelve digits of the account whose users are watched.</param>
/// <param name="rolePath">The path of our own roles.</param>
/// <param name="rule">How devices must be named.</param>
public sealed partial class MfaRecognition(string account, string rolePath, DeviceNameRule rule)
{
    private const string RootUser = "AWS ROOT USER";

    /// <param name="of">The account whose event EventBridge says it is.</param>
    /// <param name="seen">What CloudTrail says.</param>
    public MfaSighting Of(string? of, CloudTrailEvent seen)
    {
        if (of != account)
        {
            return new NothingSeen("is of another account");
        }

        if (seen.UserIdentity.IsRoot || seen.Requested("userName") == RootUser)
        {
            return new NothingSeen("is about the root user, whom others watch");
        }

        return IsOurs(seen.UserIdentity) ? new NothingSeen("is our own doing") : OfPeople(seen);
    }

    private MfaSighting OfPeople(CloudTrailEvent seen) => (seen.EventName, seen.ErrorCode) switch
    {
        ("CreateVirtualMFADevice", null) => ByUser(seen, person => new DeviceMade(person, seen.Answered("virtualMFADevice", "serialNumber") ?? Serial(seen))),
        ("CreateVirtualMFADevice", "AccessDenied" or "AccessDeniedException") => ByUser(seen, person => Refused(person, seen)),
        ("CreateVirtualMFADevice", "EntityAlreadyExists" or "EntityAlreadyExistsException") => ByUser(seen, person => new NameTaken(person, Serial(seen))),
        (_, { } code) => new NothingSeen($"was refused with {code}, which says enough"),
        ("EnableMFADevice" or "DeactivateMFADevice" or "ResyncMFADevice", null) =>
            seen.Requested("userName") is { Length: > 0 } whose ? new DevicesTouched(new UserName(whose)) : ByUser(seen, person => new DevicesTouched(person)),
        ("DeleteVirtualMFADevice", null) => ByUser(seen, person => new DevicesTouched(person)),
        _ => new NothingSeen($"is {seen.EventName}, which is no matter of MFA devices"),
    };

    private static MfaSighting ByUser(CloudTrailEvent seen, Func<UserName, MfaSighting> sighting) =>
        seen.UserIdentity is { IsUser: true, UserName: { Length: > 0 } name } ? sighting(new UserName(name)) : new NothingSeen("was done by a role: a device is judged once somebody has it");

    /// <summary>The role's ARN is AWS's own word, so that nobody can claim to be us.</summary>
    private bool IsOurs(CloudTrailIdentity identity) =>
        identity.SessionContext?.SessionIssuer?.Arn?.Split(':', 6) is [_, _, "iam", _, var issuer, var role] && issuer == account && role.StartsWith($"role{rolePath}", StringComparison.Ordinal);

    /// <summary>A refused request is often left out, and its name stands in the message: <c>… on resource: arn:aws:iam::…:mfa/phone because …</c>.</summary>
    private MfaSighting Refused(UserName person, CloudTrailEvent seen)
    {
        var name = seen.Requested("virtualMFADeviceName") ?? (RefusedDevice().Match(seen.ErrorMessage ?? "") is { Success: true } match ? match.Groups[1].Value.Split('/')[^1] : null);
        return name is not null && MayBeUsed(person.Value, name) ? new NothingSeen($"was refused, and not for its name {name}") : new NameRefused(person);
    }

    /// <summary>What the policy of people lets them make: narrower than what is judged to be good.</summary>
    private bool MayBeUsed(string user, string name) => name == user || (rule is DeviceNameRule.Prefix && name.StartsWith($"{user}-", StringComparison.Ordinal));

    private string Serial(CloudTrailEvent seen) => $"arn:aws:iam::{account}:mfa{seen.Requested("path") ?? "/"}{seen.Requested("virtualMFADeviceName")}";

    [GeneratedRegex(@":mfa/([\w+=,.@/-]+)", RegexOptions.CultureInvariant)]
    private static partial Regex RefusedDevice();
}
