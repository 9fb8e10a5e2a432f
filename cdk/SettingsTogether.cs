using System.Net;

namespace Gatehouse.Cdk;

/// <summary>What no setting shows by itself: numbers that must follow one another, a list that says a thing twice, address blocks that are none.</summary>
internal static class SettingsTogether
{
    /// <summary>So many of the longest blocks fit into the people's policy beside its statements: IAM takes 6,144 characters.</summary>
    public const int MostAddressBlocks = 64;

    /// <summary>The least days between a mail that nobody uses a key and the end of that key.</summary>
    private const int KeyNoticeOfDisuse = 7;

    public static void Check(DeploymentSettings settings, SettingsReader read)
    {
        Days(settings, read);
        Keys(settings, read);
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

    private static void Keys(DeploymentSettings settings, SettingsReader read)
    {
        var (warnings, end, notice) = (settings.KeyWarningDays, settings.KeyDeactivateDays, settings.KeyNoticeDays);
        if (end > 0 && warnings[^1] >= end)
            read.Refuse("keyWarningDays", warnings.Cast<object>(), $"days below keyDeactivateDays ({end}), because a warning after the end is none");
        else if (end > 0 && warnings[0] + notice > end)
            read.Refuse("keyDeactivateDays", end, $"at least {warnings[0] + notice}: keyNoticeDays ({notice}) after the first of keyWarningDays ({warnings[0]})");
        var (unused, unusedEnd, least) = (settings.UnusedAfter, settings.UnusedDeactivateAfter, Math.Max(KeyNoticeOfDisuse, notice));
        if (unusedEnd > 0 && unused == 0)
            read.Refuse("unusedDeactivateAfter", unusedEnd, "0 as well, because nobody loses a key for disuse without a mail before it");
        else if (unusedEnd > 0 && unusedEnd < unused + least)
            read.Refuse("unusedDeactivateAfter", unusedEnd, $"at least {unused + least}: {least} days after unusedAfter ({unused}), or 0 for never");
        if (settings.Account is { } own && settings.KeyAccounts.Contains(own))
            read.Refuse("keyAccounts", settings.KeyAccounts, $"other accounts alone: {own} is the base account, whose keys are always watched");
        if (settings.KeyAccounts.Distinct().Count() != settings.KeyAccounts.Count)
            read.Refuse("keyAccounts", settings.KeyAccounts, "each account once");
    }
}
