using System.Net;

namespace Gatehouse.Cdk;

/// <summary>What no setting shows by itself: numbers that must follow one another, a list that says a thing twice, address blocks that are none.</summary>
internal static class SettingsTogether
{
    /// <summary>So many of the longest blocks fit into the people's policy beside its statements: IAM takes 6,144 characters.</summary>
    public const int MostAddressBlocks = 64;

    public static void Check(DeploymentSettings settings, SettingsReader read)
    {
        Days(settings, read);
        if (settings.PasswordClasses.Distinct().Count() != settings.PasswordClasses.Count)
            read.Refuse("passwordClasses", settings.PasswordClasses, "each of \"upper\", \"lower\", \"digit\" and \"symbol\" at most once");
        if (settings.AllowedAddresses.Where(block => !IsBlock(block)).ToList() is { Count: > 0 } wrong)
            read.Refuse("allowedAddresses", wrong, "address blocks that begin where they say, such as \"192.0.2.0/24\" or \"2001:db8::/32\"");
        if (settings.AllowedAddresses.Count > MostAddressBlocks)
            read.Refuse("allowedAddresses", $"a list of {settings.AllowedAddresses.Count} blocks", $"at most {MostAddressBlocks}, because an IAM policy has room for no more");
    }

    // 192.0.2.7/24 would let in all of 192.0.2.0/24, where 192.0.2.7/32 was probably meant.
    private static bool IsBlock(string block) => IPNetwork.TryParse(block, out var network) && network.BaseAddress.Equals(IPAddress.Parse(block.Split('/')[0]));

    private static void Days(DeploymentSettings settings, SettingsReader read)
    {
        var (first, second, suspend) = (settings.MfaFirstWarningDays, settings.MfaSecondWarningDays, settings.MfaSuspendDays);
        if (second > 0 && second <= first)
            read.Refuse("mfaSecondWarningDays", second, $"a number above mfaFirstWarningDays ({first}), or 0 for no second mail");
        if (suspend > 0 && first == 0 && second == 0)
            read.Refuse("mfaSuspendDays", suspend, "0 as well, because nobody loses a password without a mail before it");
        else if (suspend > 0 && suspend <= Math.Max(first, second))
            read.Refuse("mfaSuspendDays", suspend, $"a number above the days of both mails ({Math.Max(first, second)}), or 0 to suspend nobody");
    }
}
