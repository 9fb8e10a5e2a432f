using System.Globalization;
using System.Text;
using Gatehouse.Ledger;
using Gatehouse.Membership.Report;

namespace Gatehouse.Root;

/// <summary>Says in Slack's own markup which accounts have fallen silent, and where to look. Pure.</summary>
internal static class RootSilenceText
{
    /// <summary>More accounts than this are counted: the way of all of them is broken then, and one is enough to see where.</summary>
    private const int Most = 20;

    /// <param name="silent">The accounts, and when each was heard last.</param>
    /// <param name="names">What people call the accounts; null where it could not be read.</param>
    public static string Of(IReadOnlyList<(string Account, DateTimeOffset At)> silent, IReadOnlyDictionary<string, string>? names)
    {
        var text = new StringBuilder(":warning: *No heartbeat has come for more than a day from these accounts, so what their root users do might not be heard:*\n");
        foreach (var (account, at) in silent.OrderBy(beat => beat.At).Take(Most))
        {
            var name = names?.GetValueOrDefault(account) is { } known ? $"{SlackText.Plain(known)} ({account})" : account;
            text.Append("• ").Append(name).Append(", last heard of at ").Append(LondonTime.Of(at)).Append('\n');
        }

        if (silent.Count > Most)
        {
            text.Append(CultureInfo.InvariantCulture, $"• and {silent.Count - Most} more\n");
        }

        text.Append("*Now:* see in each account, in us-east-1, the rules, the schedule and the roles of the member account's stack; and here, the policy of the home bus. ");
        return text.Append(CultureInfo.InvariantCulture, $"An account that was closed is said once a day, until {RootHeartbeats.RememberedDays} days after its last heartbeat.").ToString();
    }
}
