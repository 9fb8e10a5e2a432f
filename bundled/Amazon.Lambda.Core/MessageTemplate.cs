using System.Globalization;
using System.Text;

namespace Amazon.Lambda.Core;

/// <summary>Fills the `{placeholders}` of a log message in their order; what has no argument stays as it is.</summary>
internal static class MessageTemplate
{
    public static string Fill(string message, object[] args)
    {
        if (message is null || args is not { Length: > 0 }) return message;

        var filled = new StringBuilder(message.Length);
        var (next, at) = (0, 0);
        while (at < message.Length && next < args.Length)
        {
            var open = message.IndexOf('{', at);
            var close = open < 0 ? -1 : message.IndexOf('}', open);
            if (close < 0) break;

            filled.Append(message, at, open - at).Append(CultureInfo.InvariantCulture, $"{args[next++]}");
            at = close + 1;
        }

        return filled.Append(message, at, message.Length - at).ToString();
    }
}
