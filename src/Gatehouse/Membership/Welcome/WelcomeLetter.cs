using Gatehouse.Account;
using Gatehouse.Membership.Mails;
using Gatehouse.Mfa;

namespace Gatehouse.Membership.Welcome;

/// <summary>Everything a welcome tells one person; it never prints the password it carries.</summary>
public sealed record WelcomeLetter
{
    public required string UserName { get; init; }

    public required string Password { get; init; }

    /// <summary>The twelve digits of the account that holds the users.</summary>
    public required string AccountId { get; init; }

    /// <summary>The account's alias; without one people sign in with the account's number.</summary>
    public string? AccountAlias { get; init; }

    /// <summary>The region that command-line profiles start in.</summary>
    public required string Region { get; init; }

    public required DateTimeOffset PasswordSetAt { get; init; }

    /// <summary>Days after which a first password that nobody used stops working.</summary>
    public required int FirstPasswordDays { get; init; }

    /// <summary>What a password of their own must be.</summary>
    public required PasswordRules Rules { get; init; }

    /// <summary>Where to ask, as a sentence of the mail: "Ask in #aws-access on Slack."</summary>
    public required string Help { get; init; }

    /// <summary>How their MFA devices must be named.</summary>
    public DeviceNameRule DeviceNames { get; init; }

    /// <summary>Why they are mailed a password.</summary>
    public WelcomeKind Kind { get; init; }

    /// <summary>Whether they have an MFA device, and so have been this way before.</summary>
    public bool HasSecondFactor { get; init; }

    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Groups that somebody who came back was in, and that Gatehouse may not give.</summary>
    public IReadOnlyList<string> Lost { get; init; } = [];

    /// <summary>Whether an earlier mail with another password may have arrived.</summary>
    public bool ReplacesEarlier { get; init; }

    /// <summary>The pull request that gave the access, in words, where there is one: "pull request 7 of owner/name".</summary>
    public string? RequestedIn { get; init; }

    /// <summary>The age in days that an access key may reach.</summary>
    public int AccessKeyDays { get; init; } = 90;

    public string Title => Kind switch
    {
        WelcomeKind.First => ReplacesEarlier ? "Your new AWS password" : "Your AWS access is ready",
        WelcomeKind.Reset => "Your new AWS password",
        WelcomeKind.Restored => "Your AWS access is back",
        _ => throw new InvalidOperationException($"No mail is known for {Kind}."),
    };

    /// <summary>The name people know the account by, which also names their command-line profile.</summary>
    public string AccountName => string.IsNullOrEmpty(AccountAlias) ? AccountId : AccountAlias;

    public string SignInUrl => SignInPage.Of(AccountName);

    public string BaseProfile => string.IsNullOrEmpty(AccountAlias) ? "aws-users" : AccountAlias;

    /// <summary>The serial of the device that command-line tools guess: its name is the user's.</summary>
    public string MfaSerial => $"arn:aws:iam::{AccountId}:mfa/{UserName}";

    public string UserArn => $"arn:aws:iam::{AccountId}:user/{UserName}";

    /// <summary>The UTC day on which an unused password stops working, in words; every earlier day is in time.</summary>
    public string UseBefore => DayInWords.Of(PasswordSetAt.AddDays(FirstPasswordDays));

    public override string ToString() => $"welcome letter for {UserName}";
}
