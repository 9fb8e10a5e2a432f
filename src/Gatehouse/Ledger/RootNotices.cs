using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.DynamoDBv2.Model;
using Gatehouse.Register;
using Gatehouse.Runtime;
using static Gatehouse.Ledger.LedgerTable;

namespace Gatehouse.Ledger;

/// <summary>Remembers which announced uses of root accounts took place, and which passed without any.</summary>
public sealed class RootNotices(LedgerTable table, Settings settings, TimeProvider clock)
{
    private const string NoticeSk = "NOTICE";

    /// <summary>Writes that a notice announced something that happened.</summary>
    public Task UsedAsync(RootNotice notice, CancellationToken cancellationToken) => WriteAsync(notice, "used", cancellationToken);

    /// <summary>Writes that a notice is over.</summary>
    /// <returns>How it ended; null where that was known before.</returns>
    public async Task<NoticeEnd?> CloseAsync(RootNotice notice, CancellationToken cancellationToken)
    {
        if (await table.FindAsync(PkOf(notice), NoticeSk, cancellationToken) is not { } known)
        {
            await WriteAsync(notice, "closed", cancellationToken);
            return NoticeEnd.Unused;
        }

        if (known.ContainsKey("closed"))
        {
            return null;
        }

        await WriteAsync(notice, "closed", cancellationToken);
        return NoticeEnd.Used;
    }

    private static string PkOf(RootNotice notice)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{notice.Account}|{notice.From.ToUnixTimeMilliseconds()}|{notice.To.ToUnixTimeMilliseconds()}|{notice.Who}|{notice.Why}");
        return $"ROOT-NOTICE#{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
    }

    private async Task WriteAsync(RootNotice notice, string what, CancellationToken cancellationToken) => await table.Dynamo.UpdateItemAsync(
        new UpdateItemRequest
        {
            TableName = table.Name,
            Key = Key(PkOf(notice), NoticeSk),
            UpdateExpression = "SET account = :account, #from = :from, #to = :to, who = :who, why = :why, #what = if_not_exists(#what, :now), #expires = :expires",
            ExpressionAttributeNames = new() { ["#from"] = "from", ["#to"] = "to", ["#what"] = what, ["#expires"] = Expires },
            ExpressionAttributeValues = new()
            {
                [":account"] = Text(notice.Account),
                [":from"] = Text(Stamp(notice.From)),
                [":to"] = Text(Stamp(notice.To)),
                [":who"] = Text(notice.Who),
                [":why"] = Text(notice.Why),
                [":now"] = Text(Stamp(clock.GetUtcNow())),
                [":expires"] = Number(notice.To.AddYears(settings.AuditYears).ToUnixTimeSeconds()),
            },
        },
        cancellationToken);
}

/// <summary>How a notice ended.</summary>
public enum NoticeEnd
{
    /// <summary>What it announced took place.</summary>
    Used,

    /// <summary>Nothing happened that it would have announced.</summary>
    Unused,
}
