using System.Globalization;
using Gatehouse.Aws;

namespace Gatehouse.Keys.Leaks;

/// <summary>Says how it stands with a leaked key, and exactly what people do: each end has its own. Pure.</summary>
/// <param name="What">The headline, without its end: "a leaked access key was made inactive".</param>
/// <param name="Done">What Gatehouse did, and what goes on all the same.</param>
/// <param name="Now">What people do, in order.</param>
/// <param name="Commands">The commands for it, in order, to paste.</param>
internal sealed record LeakAdvice(string What, string Done, IReadOnlyList<string> Now, IReadOnlyList<string> Commands)
{
    private const string RolesRunOn = "Sessions of roles that were assumed with it, here or in other accounts, run on until they end, for 12 hours at the longest.";

    public static LeakAdvice Of(LeakedKey leaked, DateTimeOffset now) => leaked.End switch
    {
        LeakEnd.Stopped or LeakEnd.Inactive when leaked.StoppedAt is { } at => new(
            "a leaked access key was made inactive", $"Gatehouse made it inactive at {At(at)}. {Kept(leaked)}", [.. LookAndClean(leaked), .. Renew(leaked)], [Look(leaked), .. Rotate(leaked)]),
        LeakEnd.Stopped or LeakEnd.Inactive => new(
            "a leaked access key is inactive", $"It was inactive when Gatehouse looked. {Kept(leaked)}", [.. LookAndClean(leaked), .. Renew(leaked)], [Look(leaked), .. Rotate(leaked)]),
        LeakEnd.Protected => new(
            "A LEAKED ACCESS KEY IS STILL ACTIVE, because its machine user is protected",
            "Nothing was changed: the register says that this machine user must not stop.",
            [
                leaked.Machine?.Rotation is { } rotation
                    ? $"Let its key be rotated now, so that {rotation.Repository} has another, and make this one inactive: whoever found it can use it until then."
                    : "Give it another key, wherever it is used, and make this one inactive: whoever found it can use it until then.",
                .. LookAndClean(leaked),
            ],
            [.. Rotate(leaked), Deactivate(leaked), CutSessions(leaked, now), Look(leaked)]),
        LeakEnd.NotOurs => new(
            "A LEAKED ACCESS KEY IS STILL ACTIVE, unless somebody has made it inactive: its user is not Gatehouse's",
            $"Nothing was changed: the user does not carry the tag {ManagedTags.ManagedBy}, so that nobody said that Gatehouse may touch it.",
            ["Make it inactive and cut the user's sessions, in that account.", .. LookAndClean(leaked)],
            [Deactivate(leaked), CutSessions(leaked, now), Look(leaked)]),
        LeakEnd.NotListed => new(
            "A LEAKED ACCESS KEY IS STILL ACTIVE, unless somebody has made it inactive: its machine user is not in the register",
            $"Nothing was changed: the user carries the tag {ManagedTags.ManagedBy}={ManagedTags.Machine}, and mgmt/machine-users.json does not list it.",
            ["Make it inactive and cut the user's sessions, in that account.", .. LookAndClean(leaked), "List the machine user in the register."],
            [Deactivate(leaked), CutSessions(leaked, now), Look(leaked)]),
        LeakEnd.OfRoot => new(
            "A LEAKED ACCESS KEY IS PERHAPS THE ROOT USER'S: IAM names no user whose it is",
            "Nothing was changed: nobody but root touches a key of root's.",
            ["Sign in as the root user of that account, open Security credentials, and make the key inactive there.", "Reset the root password, and open a case with AWS Support, \"account compromised\".", .. LookAndClean(leaked)],
            [LastUse(leaked), Look(leaked)]),
        LeakEnd.Gone => new(
            "a leaked access key is deleted already", "Nothing was left to do: the account has no such key any more.", ["See what it did before it was deleted.", TakeOut(leaked)], [Look(leaked)]),
        LeakEnd.Unknown => new(
            "something that looks like an access key was found, and AWS knows no such key", "Nothing was done: there is no such key, or it is deleted.", [TakeOut(leaked)], [$"aws sts get-access-key-info --access-key-id {leaked.Id}"]),
        LeakEnd.NotWatched => new(
            "A LEAKED ACCESS KEY IS STILL ACTIVE, unless somebody has made it inactive: its account is not watched",
            "Nothing was changed: the account is not among keyAccounts in cdk.json. It may not even be your organisation's.",
            ["If the account is yours: find whose the key is there, make it inactive, and cut the user's sessions.", "If it is not: tell whoever wrote the key down.", .. LookAndClean(leaked)],
            [LastUse(leaked), Deactivate(leaked), CutSessions(leaked, now), Look(leaked)]),
        LeakEnd.Temporary => new(
            "A LEAKED TEMPORARY ACCESS KEY WORKS UNTIL ITS SESSION ENDS",
            "Nothing was changed: the key of a session cannot be made inactive.",
            ["See in CloudTrail whose session it is.", "A role's: in the IAM console open the role, Revoke sessions, Revoke active sessions. A user's: make the user's own keys inactive, and cut their sessions.", TakeOut(leaked)],
            [Look(leaked)]),
        _ => throw new UnknownLeakEndException(leaked.End),
    };

    /// <summary>What people look at, whether or not the key was stopped.</summary>
    public static string Look(LeakedKey leaked) =>
        $"aws cloudtrail lookup-events --region {leaked.Use?.Region ?? "us-east-1"} --lookup-attributes AttributeKey=AccessKeyId,AttributeValue={leaked.Id}";

    private static IReadOnlyList<string> LookAndClean(LeakedKey leaked) =>
    [
        "Look at what was done with it in the 90 days that CloudTrail's event history has, in each region that you use: above all CreateUser, CreateAccessKey, AttachUserPolicy, AssumeRole and RunInstances.",
        TakeOut(leaked),
    ];

    private static string TakeOut(LeakedKey leaked) => leaked.Place.Link is null
        ? "Find where it was published, and take it out of there, its history included."
        : "Take it out of where it was found, its history included, and close the alert there. Make a new key only after that.";

    private static string Sessions(LeakedKey leaked) => leaked.SessionsGoOn is { } why
        ? $"ITS TEMPORARY SESSIONS WERE NOT CUT: {why}"
        : "Temporary sessions that were made with it (GetSessionToken) are cut off.";

    private static string Kept(LeakedKey leaked) => $"It is not deleted, because it is evidence. {Sessions(leaked)} {RolesRunOn}";

    /// <summary>What a rotated machine user needs once its key has stopped; nothing for everybody else.</summary>
    private static IEnumerable<string> Renew(LeakedKey leaked) =>
        leaked.Machine?.Rotation is { } rotation ? [$"Then let its key be rotated: {rotation.Repository} has no key that works until that is done."] : [];

    private static IEnumerable<string> Rotate(LeakedKey leaked) => leaked.Machine?.Rotation is null ? [] : [RotationOf(leaked)];

    /// <summary>The command that gives a rotated machine user another key.</summary>
    internal static string RotationOf(LeakedKey leaked) => $"gatehouse keys rotate {leaked.User}";

    private static string Deactivate(LeakedKey leaked) => $"aws iam update-access-key --user-name {leaked.User?.Value ?? "USER"} --access-key-id {leaked.Id} --status Inactive";

    private static string CutSessions(LeakedKey leaked, DateTimeOffset now) =>
        $"aws iam put-user-policy --user-name {leaked.User?.Value ?? "USER"} --policy-name {RevokedSessionsPolicy.Name} --policy-document '{RevokedSessionsPolicy.Document(now)}'";

    private static string LastUse(LeakedKey leaked) => $"aws iam get-access-key-last-used --access-key-id {leaked.Id}";

    internal static string At(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>The last use of the key, in words.</summary>
    internal static string LastUseOf(LeakedKey leaked) => leaked.Use switch
    {
        null => "not known",
        { At: { } at } use => $"{At(at)}, {use.Service ?? "a service that AWS does not name"}{(use.Region is { } region ? $" in {region}" : "")}. AWS tells of a use some minutes late",
        _ => "never, as far as AWS knows; it tells of a use some minutes late",
    };
}

/// <summary>Somebody added an end and not to this place.</summary>
public sealed class UnknownLeakEndException(LeakEnd end) : Exception($"No way is known to tell of a leaked key that ends {end}. Add it to the switch that threw this.");
