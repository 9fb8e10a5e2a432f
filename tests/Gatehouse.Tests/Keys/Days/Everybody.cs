using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Register;
using static Gatehouse.Tests.Keys.Days.KeyRow;

namespace Gatehouse.Tests.Keys.Days;

/// <summary>Everybody whom a sweep meets, with every combination, and what must happen to each of their keys in 130 days.</summary>
internal static class Everybody
{
    private const string FromSeventy = "6 old · 13 old · 19 last · 20 inactive · +30 deleted";
    private const string FromNew = "76 old · 83 old · 89 last · 90 inactive · +30 deleted";
    private const string FromStale = "0 last · +7 inactive · +30 deleted";
    private const double Morning = 0.5, LastHour = 1.0 / 24;

    public static IReadOnlyList<KeyRow> All { get; } =
    [
        new("no.key", null, Never, ""),
        new("daily", 0, Daily, FromNew),
        new("two.keys", 40, Daily, "36 old · 43 old · 49 last · 50 inactive · +30 deleted"),
        new("two.keys", 70, Daily, FromSeventy),
        new("fresh", -30, Daily, "106 old · 113 old · 119 last · 120 inactive"),
        new("stale", 100, Daily, FromStale),
        new("very.stale", 400, Daily, FromStale),
        new("stale.unused", 400, Never, "0 last+unused · +7 inactive · +30 deleted"),

        new("never.used", 0, Never, $"45 unused · {FromNew}"),
        new("never.used.for.long", 50, Never, "0 unused · 26 old · 33 old · 39 last · 40 inactive · +30 deleted"),
        new("never.used.and.old", 80, Never, "0 old+unused · 3 old · 9 last · 10 inactive · +30 deleted"),
        new("used.once", 0, day => day == 20, $"65 unused · {FromNew}"),
        new("used.again", 0, day => day == 50, $"45 unused · {FromNew}"),

        new("exempt", 400, Daily, "") { Exempt = (-1, 179, false) },
        new("exempt.to.100", 0, Daily, "86 ends · 97 ends · 101 inactive") { Exempt = (-1, 100, false) },
        new("exempt.to.60", 50, Never, "46 ends · 57 ends · 61 inactive · +30 deleted") { Exempt = (-1, 60, false) },
        new("exempt.key", 100, Daily, "") { Exempt = (-1, 179, true) },
        new("exempt.key", 70, Daily, FromSeventy),
        new("exempt.before", 100, Daily, FromStale) { Exempt = (-1, -1, false) },
        new("exempt.in.between", 70, Daily, "6 old · 13 old · 46 ends · 57 ends · 61 inactive · +30 deleted") { Exempt = (15 - Morning, 60, false) },

        new("machine", 70, Daily, FromSeventy) { User = "copier", MailedTo = Owner, Managed = false, Machine = true },
        new("machine.rotated", 100, Daily, "") { User = "deploy", Managed = false, Machine = true },
        new("machine.unlisted", 100, Daily, "") { User = "nobodys", Managed = false, Machine = true },
        new("machine.untagged", 100, Daily, "") { User = "untagged", Managed = false },
        new("leaver", 100, Never, "") { Denied = true },
        new("leaves", 70, Daily, "6 old") { Act = (11 - Morning, QuarantineAsync) },
        new("by.hand", 100, Daily, "") { Managed = false },
        new("untagged", 70, Daily, "6 old") { Act = (11 - Morning, UntagAsync) },

        new("rotates", 0, Daily, "76 old") { Gone = 80 - Morning },
        new("rotates", -79, Daily, ""),
        new("rotates.at.the.last.hour", 0, Daily, "76 old") { Gone = 83 - LastHour },
        new("rotates.at.the.last.hour", -83 + LastHour, Daily, ""),
        new("deletes", 0, Daily, "76 old") { Gone = 80 - Morning },
        new("deletes.at.the.last.hour", 0, Daily, "76 old · 83 old · 89 last") { Gone = 90 - LastHour },
        new("given.back", 70, Daily, "6 old · 13 old · 19 last · 20 inactive · 26 inactive · +30 deleted") { Act = (25 - Morning, GiveBackAsync) },
        new("made.active", 70, Daily, "6 old · 13 old · 19 last · 20 inactive · 30 inactive · +30 deleted") { Act = (30 - Morning, MakeActiveAsync) },
        new("made.inactive", 100, Never, "") { Inactive = true },
        new("leaked", 70, Daily, "6 old") { Act = (10 - Morning, LeakAsync) },

        new("no.address", 70, Daily, FromSeventy) { User = "joined.name", MailedTo = null },
        new("contact", 70, Daily, FromSeventy) { User = "other.name", MailedTo = "team@x.gov.uk" },
    ];

    private static Task QuarantineAsync(KeysMachine machine, KeyRow row)
    {
        machine.Iam.Users[row.User].Has("inline", QuarantinePolicy.Name).Inactive.Add(row.Id);
        return Task.CompletedTask;
    }

    private static Task UntagAsync(KeysMachine machine, KeyRow row)
    {
        machine.Iam.Users[row.User].Managed = false;
        return Task.CompletedTask;
    }

    private static Task MakeActiveAsync(KeysMachine machine, KeyRow row)
    {
        machine.Iam.Users[row.User].Inactive.Remove(row.Id).ShouldBeTrue($"{row.Who} was to be inactive");
        return Task.CompletedTask;
    }

    private static async Task GiveBackAsync(KeysMachine machine, KeyRow row)
    {
        await MakeActiveAsync(machine, row);
        await machine.Records.ReactivatedAsync(await RecordAsync(machine, row), machine.Clock.Now.AddHours(24), default);
    }

    private static async Task LeakAsync(KeysMachine machine, KeyRow row)
    {
        var record = await RecordAsync(machine, row);
        machine.Iam.Users[row.User].Inactive.Add(row.Id);
        await machine.Records.LeakedAsync(record, machine.Clock.Now, default);
        await machine.Records.DeactivatedAsync(record, KeyCause.Leak, machine.Clock.Now, default);
    }

    private static async Task<KeyRecord> RecordAsync(KeysMachine machine, KeyRow row) =>
        (await machine.Records.OfUserAsync(KeysMachine.Account, new UserName(row.User), default)).Single(record => record.Key.Value == row.Id);
}
