using Gatehouse.Ledger;

namespace Gatehouse.Keys;

/// <summary>
/// Decides what is due for one access key. Pure: the same key at the same moment gets the same answer, and at most one change in a sweep.
/// <list type="table">
/// <listheader><term>key</term><description>what is due</description></listheader>
/// <item><term>stopped because it was found in public, and active again</term><description>DeactivateKey again</description></item>
/// <item><term>found in public otherwise, or cut by a rotation</term><description>nothing: other rooms' matter</description></item>
/// <item><term>inactive, and not by us</term><description>nothing</description></item>
/// <item><term>inactive by us, and not told yet</term><description>DeactivateKey: what is left of it</description></item>
/// <item><term>inactive by us for the rule's days, and not exempt</term><description>DeleteKey</description></item>
/// <item><term>active and exempt, with mails from before</term><description>RememberExemption: they do not count any more</description></item>
/// <item><term>active and exempt, old on the day after</term><description>WarnOfExemptionEnd, 14 and 3 days before the end</description></item>
/// <item><term>active, given back, and the time is not up</term><description>nothing</description></item>
/// <item><term>active, and we made it inactive</term><description>DeactivateKey again: somebody made it active by hand</description></item>
/// <item><term>active and too old, and the first warning was accepted the rule's days ago</term><description>DeactivateKey</description></item>
/// <item><term>active and unused for so long that it ends, not young, and warned of it seven days ago</term><description>DeactivateKey</description></item>
/// <item><term>active, and a day of the ladder has come that was not mailed</term><description>WarnOfAge for the highest such day; it says if nobody uses the key</description></item>
/// <item><term>active and unused, and not mailed since the last use</term><description>WarnOfDisuse</description></item>
/// </list>
/// A run that was missed is caught up with one mail, and puts off what follows it.
/// </summary>
public static class KeyLadder
{
    /// <summary>How many days before an exemption's end it is mailed, ascending.</summary>
    public static readonly IReadOnlyList<int> ExemptionDays = [3, 14];

    /// <summary>The least days between a mail about disuse and the end of the key.</summary>
    private const int LeastNoticeOfDisuse = 7;

    /// <summary>A daily schedule does not start to the second: what is due an hour later is due. The week before the end of an unused key is a week all the same.</summary>
    private static readonly TimeSpan Punctuality = TimeSpan.FromHours(1);

    /// <summary>For so long IAM may still list a key as active that was made inactive.</summary>
    private static readonly TimeSpan Lag = TimeSpan.FromHours(1);

    /// <returns>Null where nothing is due.</returns>
    public static KeyChange? Due(KeyStanding key, KeyRule rule, DateTimeOffset now) => key switch
    {
        { Key.Active: true, Record: { Cause: KeyCause.Leak, Deactivated: { } stopped } } => now - stopped >= Lag ? Deactivate(key, KeyCause.Leak, now) with { ByHand = true } : null,
        { Record: { Leaked: not null } or { Cause: KeyCause.Leak or KeyCause.Rotation } } => null,
        { Key.Active: false } => OfInactive(key, rule, now),
        { Exemption: not null } => OfExempt(key, rule, now),
        { Record.ReactivatedUntil: { } until } when until > now => null,
        { Record.Deactivated: { } at } => OfReopened(key, at, now),
        _ => OfActive(key, rule, now),
    };

    /// <summary>Whether something is due whenever the key was used last: never, or just so long ago that a mail from before does not count any more. If not, nobody need ask.</summary>
    public static bool MayBeDue(KeyStanding key, KeyRule rule, DateTimeOffset now) =>
        Due(key with { LastUsed = null }, rule, now) is not null || Due(key with { LastUsed = now.AddDays(-rule.UnusedAfter) }, rule, now) is not null;

    /// <summary>The moment from which the next sweep makes the key inactive for its age, if its first warning was accepted then; null where nobody does.</summary>
    public static DateTimeOffset? EndsAt(KeyStanding key, KeyRule rule, DateTimeOffset firstWarned)
    {
        var (byAge, byNotice) = (key.Key.Created.AddDays(rule.DeactivateDays), firstWarned.AddDays(rule.NoticeDays) - Punctuality);
        return rule.DeactivateDays == 0 ? null : byAge > byNotice ? byAge : byNotice;
    }

    /// <summary>The moment from which the next sweep deletes a key that we make inactive then; null where nobody does.</summary>
    public static DateTimeOffset? DeletedAt(DateTimeOffset deactivated, KeyRule rule) => rule.DeleteDays == 0 ? null : deactivated.AddDays(rule.DeleteDays) - Punctuality;

    /// <summary>The moment from which the next sweep makes the key inactive because nobody uses it; null where nobody does, or where nobody was told since its last use.</summary>
    public static DateTimeOffset? EndsOfDisuseAt(KeyStanding key, KeyRule rule)
    {
        if (rule.UnusedDeactivateAfter == 0 || key.Known.WarnedOfDisuse is not { } warned || warned <= key.IdleSince)
        {
            return null;
        }

        DateTimeOffset[] moments =
        [
            key.IdleSince.AddDays(rule.UnusedDeactivateAfter),
            key.Key.Created.AddDays(KeyRule.LeastAgeOfUnused),
            warned.AddDays(Math.Max(LeastNoticeOfDisuse, rule.NoticeDays)),
        ];
        return moments.Max();
    }

    private static KeyChange? OfInactive(KeyStanding key, KeyRule rule, DateTimeOffset now)
    {
        if (key.Record is not { Deactivated: { } at, Cause: { } cause } record)
        {
            return null;
        }

        if (record.DeactivationTold is null)
        {
            return Deactivate(key, cause, at);
        }

        return key.Exemption is null && DeletedAt(at, rule) <= now ? new DeleteKey(key.Account, key.Person, key.Key.Id, at) : null;
    }

    private static KeyChange? OfExempt(KeyStanding key, KeyRule rule, DateTimeOffset now)
    {
        var (record, exemption) = (key.Record, key.Exemption!);
        var mailed = record?.ExemptionEnd is { } end && end.Until == exemption.Until ? end.DaysAhead : (int?)null;
        if ((record is null && exemption.Key is not null) || (mailed is null && record is { Warned: not null } or { FirstWarned: not null } or { WarnedOfDisuse: not null }))
        {
            return new RememberExemption(key.Account, key.Person, key.Key.Id);
        }

        var left = exemption.Until.DayNumber - DateOnly.FromDateTime(now.UtcDateTime).DayNumber;
        var step = ExemptionDays.FirstOrDefault(days => left <= days);
        return step > 0 && (mailed is null || mailed > step) && key.AgeAt(now.AddDays(left + 1)) >= rule.WarningDays[0]
            ? new WarnOfExemptionEnd(key.Account, key.Person, key.Key.Id, exemption.Until, step)
            : null;
    }

    private static DeactivateKey? OfReopened(KeyStanding key, DateTimeOffset at, DateTimeOffset now)
    {
        var (cause, told, late) = (key.Record!.Cause ?? KeyCause.Age, key.Record.DeactivationTold is not null, now - at >= Lag);
        return (told, late) switch
        {
            (false, _) => Deactivate(key, cause, late ? now : at),
            (true, true) => Deactivate(key, cause, now) with { ByHand = true },
            (true, false) => null,
        };
    }

    private static KeyChange? OfActive(KeyStanding key, KeyRule rule, DateTimeOffset now)
    {
        var (known, age) = (key.Known, key.AgeAt(now));
        if (age >= rule.DeactivateDays && known.FirstWarned is { } first && EndsAt(key, rule, first) <= now)
        {
            return Deactivate(key, KeyCause.Age, now);
        }

        if (EndsOfDisuseAt(key, rule) <= now)
        {
            return Deactivate(key, KeyCause.Disuse, now);
        }

        var unused = rule.UnusedAfter > 0 && key.IdleAt(now) >= rule.UnusedAfter && !(known.WarnedOfDisuse > key.IdleSince);
        var day = rule.WarningDays.LastOrDefault(day => day <= age);
        if (day > (known.Warned ?? 0))
        {
            return new WarnOfAge(key.Account, key.Person, key.Key.Id, day, unused);
        }

        return unused ? new WarnOfDisuse(key.Account, key.Person, key.Key.Id, key.IdleSince) : null;
    }


    private static DeactivateKey Deactivate(KeyStanding key, KeyCause cause, DateTimeOffset at) => new(key.Account, key.Person, key.Key.Id, cause, at);
}
