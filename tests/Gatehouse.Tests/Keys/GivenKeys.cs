using Gatehouse.Aws;
using Gatehouse.Keys;
using Gatehouse.Ledger;
using Gatehouse.Register;

namespace Gatehouse.Tests.Keys;

/// <summary>Builds keys, and what is known of them, in days before now.</summary>
internal static class GivenKeys
{
    public const string Account = "111122223333";

    public static readonly DateTimeOffset Now = new(2026, 11, 21, 8, 20, 0, TimeSpan.Zero);

    public static readonly UserName Jane = new("jane.doe@digital.cabinet-office.gov.uk");

    public static readonly AccessKeyId Id = new("AKIAIOSFODNN7EXAMPLE");

    public static KeyRule Rule { get; } = new()
    {
        WarningDays = [76, 83, 89],
        DeactivateDays = 90,
        DeleteDays = 30,
        NoticeDays = 7,
        UnusedAfter = 45,
        UnusedDeactivateAfter = 0,
        Acts = true,
        MostDeactivations = 25,
        MostShare = 10,
        ShareFrom = 50,
    };

    public static DateTimeOffset Ago(double days) => Now.AddDays(-days);

    /// <summary>A key so many days old, and used so many days ago; used today where that is left out, never where it is negative.</summary>
    public static KeyStanding Key(double age, double used = 0, bool active = true) =>
        new(Account, Jane, new AccessKey(Id, active, Ago(age))) { LastUsed = used < 0 ? null : Ago(used) };

    public static KeyStanding With(this KeyStanding key, Func<KeyRecord, KeyRecord> known) => key with { Record = known(key.Known) };

    /// <summary>Warned for a day of the ladder, first so many days ago.</summary>
    public static KeyStanding Warned(this KeyStanding key, int day, double first) => key.With(record => record with { Warned = day, FirstWarned = Ago(first) });

    public static KeyStanding WarnedOfDisuse(this KeyStanding key, double ago) => key.With(record => record with { WarnedOfDisuse = Ago(ago) });

    /// <summary>Made inactive by us so many days ago, and told.</summary>
    public static KeyStanding Deactivated(this KeyStanding key, double ago, KeyCause cause = KeyCause.Age, bool told = true) =>
        key.With(record => record with { Deactivated = Ago(ago), Cause = cause, DeactivationTold = told ? Ago(ago) : null });

    /// <summary>Exempt for so many days more, today not counted.</summary>
    public static KeyStanding Exempt(this KeyStanding key, int days, bool byKey = false) => key with
    {
        Exemption = new KeyExemption(byKey ? null : Jane, byKey ? Id : null, "Runs the nightly copy.", "team.lead@digital.cabinet-office.gov.uk", DateOnly.FromDateTime(Now.UtcDateTime).AddDays(days)),
    };

    public static KeyChange? Due(this KeyStanding key, KeyRule? rule = null) => KeyLadder.Due(key, rule ?? Rule, Now);

    /// <summary>A change in a word or two: <c>WarnOfAge 76</c>.</summary>
    public static string Words(this KeyChange? change) => change switch
    {
        null => "",
        WarnOfAge warn => $"WarnOfAge {warn.Day}{(warn.Unused ? " unused" : "")}",
        WarnOfExemptionEnd end => $"WarnOfExemptionEnd {end.Ahead}",
        DeactivateKey deactivate => $"DeactivateKey {deactivate.Cause}{(deactivate.ByHand ? " by hand" : "")}",
        _ => change.GetType().Name,
    };
}
