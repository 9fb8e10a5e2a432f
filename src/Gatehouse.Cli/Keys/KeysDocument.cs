using Gatehouse.Keys.Report;

namespace Gatehouse.Cli.Keys;

/// <summary>A report about keys as JSON; docs/operating.md describes each name. A name is never taken away or given another meaning.</summary>
internal sealed record KeysDocument(
    string Made,
    bool Acts,
    IReadOnlyList<DocumentAccount> Accounts,
    IReadOnlyList<string> Problems,
    IReadOnlyList<DocumentKey> Keys,
    IReadOnlyList<DocumentDay> Days)
{
    public static KeysDocument Of(EveryonesKeys report) => new(
        Ledger.LedgerTable.Stamp(report.Made),
        report.Rule.Acts,
        [.. report.Accounts.Select(account => new DocumentAccount(account.Number, account.Stood is { } stood ? Ledger.LedgerTable.Stamp(stood) : null, account.Failure))],
        [.. report.Problems.Select(problem => problem.ToString())],
        [.. report.Keys.Select(key => DocumentKey.Of(key, report.Made))],
        [.. report.Days.Select(day => new DocumentDay(KeyWords.Day(day.Day), day.Active, day.Warned, day.Over, day.Unused, day.Exempt, day.Deactivated, day.Deleted))]);
}

/// <summary>An account; <c>stood</c> is when its credential report was made, <c>failure</c> why it is not in the report.</summary>
internal sealed record DocumentAccount(string Account, string? Stood, string? Failure);

/// <summary>How the keys stood at a day's sweep.</summary>
internal sealed record DocumentDay(string Day, int Active, int Warned, int Over, int Unused, int Exempt, int Deactivated, int Deleted);

/// <summary>One key, also as a record of CSV.</summary>
internal sealed record DocumentKey(
    string Account,
    string User,
    string Whose,
    string? Key,
    bool Active,
    string? Created,
    int? AgeDays,
    string? LastUsed,
    string? Service,
    string? Region,
    string? NextStep,
    string? NextOn,
    string? ExemptUntil,
    string? ExemptReason,
    string? ExemptOwner,
    string? DeactivatedByGatehouse,
    string? GivenBackUntil,
    string? Leaked,
    bool Leaving,
    string? RotatedInto,
    int? RotatedEveryDays)
{
    public static DocumentKey Of(ReportedKey key, DateTimeOffset now) => new(
        key.Account,
        key.User,
        KeyWords.Of(key.Whose),
        key.Id?.Value,
        key.Active,
        Moment(key.Created),
        key.Age(now),
        Moment(key.Use?.At),
        key.Use?.Service,
        key.Use?.Region,
        key.Next?.What,
        key.Next is { } next ? KeyWords.Day(next.On) : null,
        key.Exemption is { } exemption ? KeyWords.Day(exemption.Until) : null,
        key.Exemption?.Reason,
        key.Exemption?.Owner,
        Moment(key.Record?.Deactivated),
        Moment(key.Record?.ReactivatedUntil > now ? key.Record.ReactivatedUntil : null),
        Moment(key.Record?.Leaked),
        key.Quarantined,
        key.Rotation?.Repository,
        key.Rotation?.Days);

    private static string? Moment(DateTimeOffset? at) => at is { } moment ? Ledger.LedgerTable.Stamp(moment) : null;
}
