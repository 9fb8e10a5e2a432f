using System.Text.RegularExpressions;

namespace Gatehouse.Cdk;

/// <summary>A shape of text that a setting must have.</summary>
/// <param name="Pattern">What the whole text matches.</param>
/// <param name="Write">What to write instead, as the end of a sentence.</param>
internal sealed record SettingShape(Regex Pattern, string Write);

/// <summary>The shapes of the settings, each with what to write when it is not met.</summary>
internal static partial class SettingShapes
{
    /// <summary>What CloudWatch Logs takes as a retention.</summary>
    public static readonly IReadOnlyList<int> LogRetentionDays = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

    public static readonly SettingShape Name = new(NamePattern(), "lower-case letters, digits and hyphens, at most 20 characters, beginning with a letter");
    public static readonly SettingShape Account = new(AccountPattern(), "the account's 12 digits between quotation marks, or leave it out");
    public static readonly SettingShape Region = new(RegionPattern(), "a region such as \"eu-west-2\"");
    public static readonly SettingShape Repository = new(RepositoryPattern(), "the register's repository as \"owner/name\"");
    public static readonly SettingShape Branch = new(BranchPattern(), "the protected branch, such as \"master\"");
    public static readonly SettingShape Https = new(HttpsPattern(), "an address that begins with https:// and does not end with a slash");
    public static readonly SettingShape Group = new(GroupPattern(), "names of IAM groups: letters, digits and + = , . @ - _");
    public static readonly SettingShape Channel = new(ChannelPattern(), "a Slack channel with its #, such as \"#aws-access\"");
    public static readonly SettingShape Sentence = new(SentencePattern(), "a sentence that says where people ask for help");
    public static readonly SettingShape Address = new(AddressPattern(), "a mail address such as \"aws-access@example.gov.uk\"");
    public static readonly SettingShape Identity = new(IdentityPattern(), "the SES identity that mailFrom is sent under: the address itself or its domain");

    public static readonly SettingShape PasswordClass = new(PasswordClassPattern(), "\"upper\", \"lower\", \"digit\" or \"symbol\"");
    public static readonly SettingShape AddressBlock = new(AddressBlockPattern(), "address blocks such as \"192.0.2.0/24\" or \"2001:db8::/32\"");
    public static readonly SettingShape MfaNames = new(MfaNamesPattern(), "\"prefix\" or \"exact\"");
    public static readonly SettingShape Organization = new(OrganizationPattern(), "the organisation's id, such as \"o-exampleorg1\"");
    public static readonly SettingShape Mention = new(MentionPattern(), "how Slack mentions the group, such as \"<!subteam^S0EXAMPLE>\" or \"<!here>\"");

    [GeneratedRegex("^(upper|lower|digit|symbol)$")]
    private static partial Regex PasswordClassPattern();

    [GeneratedRegex("^([0-9]{1,3}(\\.[0-9]{1,3}){3}/([0-9]|[12][0-9]|3[0-2])|[0-9a-f:]+:[0-9a-f:]*/([0-9]|[1-9][0-9]|1[01][0-9]|12[0-8]))$")]
    private static partial Regex AddressBlockPattern();

    [GeneratedRegex("^(prefix|exact)$")]
    private static partial Regex MfaNamesPattern();

    [GeneratedRegex("^o-[a-z0-9]{10,32}$")]
    private static partial Regex OrganizationPattern();

    [GeneratedRegex(@"^<!(subteam\^[A-Z0-9]+|here|channel)>$")]
    private static partial Regex MentionPattern();

    [GeneratedRegex("^[a-z][a-z0-9-]{0,18}[a-z0-9]$")]
    private static partial Regex NamePattern();

    [GeneratedRegex("^[0-9]{12}$")]
    private static partial Regex AccountPattern();

    [GeneratedRegex("^[a-z]{2}(-[a-z]+)+-[0-9]$")]
    private static partial Regex RegionPattern();

    [GeneratedRegex("^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$")]
    private static partial Regex RepositoryPattern();

    [GeneratedRegex(@"^[^\s~^:?*\[\\]+$")]
    private static partial Regex BranchPattern();

    [GeneratedRegex(@"^https://[^\s/]+(/[^\s/]+)*$")]
    private static partial Regex HttpsPattern();

    [GeneratedRegex("^[A-Za-z0-9+=,.@_-]{1,128}$")]
    private static partial Regex GroupPattern();

    [GeneratedRegex("^#[a-z0-9_-]{1,80}$")]
    private static partial Regex ChannelPattern();

    [GeneratedRegex(@"^\S.{2,}$")]
    private static partial Regex SentencePattern();

    [GeneratedRegex(@"^[^\s@<>""]+@[a-z0-9-]+(\.[a-z0-9-]+)+$")]
    private static partial Regex AddressPattern();

    [GeneratedRegex(@"^([^\s@<>""]+@)?[a-z0-9-]+(\.[a-z0-9-]+)+$")]
    private static partial Regex IdentityPattern();
}
