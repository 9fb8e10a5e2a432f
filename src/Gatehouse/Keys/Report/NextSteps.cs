using Gatehouse.Aws;
using Gatehouse.Register;

namespace Gatehouse.Keys.Report;

/// <summary>Finds what happens next to a key, and when: it asks the ladder of every day to come, as if nobody did anything meanwhile, and a key that is in use stayed in use. Pure.</summary>
public static class NextSteps
{
    /// <summary>Stands for an id that nobody asked IAM for; no exemption and no record names it.</summary>
    public static readonly AccessKeyId Unknown = new("");

    /// <summary>Further than this nobody plans, and every setting of the ladder is within it.</summary>
    private const int MostDays = 800;

    /// <param name="key">The key, as far as it is known; its exemption is found anew for each day.</param>
    /// <param name="exemptions">All of the register's.</param>
    /// <param name="rule">The ladder.</param>
    /// <param name="now">Today.</param>
    /// <returns>Null where nothing happens.</returns>
    public static NextStep? Of(KeyStanding key, IReadOnlyList<KeyExemption> exemptions, KeyRule rule, DateTimeOffset now)
    {
        var isInUse = key.LastUsed is not null && key.IdleAt(now) < rule.UnusedAfter;
        for (var day = now; day <= now.AddDays(MostDays); day = day.AddDays(1))
        {
            var standing = key with
            {
                Exemption = KeyStanding.ExemptionOf(exemptions, key.Account, key.Person, key.Key.Id, day),
                LastUsed = isInUse ? day : key.LastUsed,
            };
            switch (KeyLadder.Due(standing, rule, day))
            {
                case null:
                    break;
                case RememberExemption:
                    // Nobody sees it; from then on no warning from before counts.
                    key = key with { Record = key.Known with { Warned = null, FirstWarned = null, WarnedOfDisuse = null } };
                    break;
                case var change:
                    return new NextStep(Words(change), DateOnly.FromDateTime(day.UtcDateTime));
            }
        }

        return null;
    }

    public static NextStep Rotation(DateTimeOffset created, KeyRotation rotation, DateTimeOffset now)
    {
        var due = created.AddDays(rotation.Days);
        return new NextStep($"rotate it into {rotation.Repository}", DateOnly.FromDateTime((due > now ? due : now).UtcDateTime));
    }

    private static string Words(KeyChange change) => change switch
    {
        WarnOfAge { Unused: true } => "mail a warning: old, and unused",
        WarnOfAge => "mail a warning: old",
        WarnOfDisuse => "mail a warning: unused",
        WarnOfExemptionEnd => "mail that the exemption ends",
        DeactivateKey => "make it inactive",
        DeleteKey => "delete it",
        _ => throw new UnknownKeyChangeException(change),
    };
}
