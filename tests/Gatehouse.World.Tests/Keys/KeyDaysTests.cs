using System.Globalization;
using System.Text.Json.Nodes;
using static Gatehouse.World.Tests.RegisterClient;

namespace Gatehouse.World.Tests.Keys;

/// <summary>The clock of a world that runs what is deployed is moved day by day over one of each main kind: every mail and every change comes on its day, and no other.</summary>
[Collection(KeysWorld.Name)]
public sealed class KeyDaysTests(KeysWorldFixture world) : IAsyncLifetime, IDisposable
{
    private const int Days = 130;
    private const string FromNew = "76 old · 83 old · 89 last · 90 inactive · +30 deleted";
    private const string FromSeventy = "6 old · 13 old · 19 last · 20 inactive · +30 deleted";

    private static readonly IReadOnlyList<int> EachDay = [.. Enumerable.Range(0, Days)];

    private readonly AwsClients aws = new(world);
    private readonly RegisterClient register = new(world);
    private DateTimeOffset begin;

    private KeyHolders Holders => new(world, aws);

    public Task InitializeAsync() => world.ClearFaultsAsync();

    public Task DisposeAsync() => world.ClearFaultsAsync();

    public void Dispose()
    {
        aws.Dispose();
        register.Dispose();
    }

    /// <summary>Each day is lived; a sweep runs on the days of the table, and on the day before and after each.</summary>
    [Fact]
    public async Task A_hundred_and_thirty_days_bring_exactly_what_the_table_says_also_where_a_run_happens_twice()
    {
        var all = new Everybody("days", EachDay);
        var eventful = all.Table.SelectMany(one => one.Steps).Select(step => step.Day).ToHashSet();

        await PassAsync(all, async day =>
        {
            if (eventful.Any(due => Math.Abs(due - day) <= 1))
            {
                await Holders.SweepAsync();
            }

            if (eventful.Contains(day))
            {
                await Holders.SweepAsync();
                await ShouldStandAsync(all, day);
            }
        });
    }

    [Fact]
    [Trait("Size", "Long")]
    public async Task They_bring_the_same_where_each_day_has_two_sweeps_at_the_same_moment()
    {
        var all = new Everybody("twice", EachDay);

        await PassAsync(all, async day =>
        {
            await Task.WhenAll(Holders.SweepAsync(), Holders.SweepAsync());
            await ShouldStandAsync(all, day);
        });
    }

    [Fact]
    [Trait("Size", "Long")]
    public async Task Where_every_third_sweep_is_missed_what_was_due_comes_with_the_next_and_once()
    {
        var all = new Everybody("missed", [.. EachDay.Where(day => day % 3 != 1)]);

        await PassAsync(all, async day =>
        {
            if (all.Runs.Contains(day))
            {
                await Holders.SweepAsync();
                await ShouldStandAsync(all, day);
            }
        });
    }

    private async Task PassAsync(Everybody all, Func<int, Task> sweepAsync)
    {
        await world.NoonAsync();
        await BeginAsync(all);
        for (var day = 0; day < Days; day++)
        {
            await LiveAsync(all, day);
            await sweepAsync(day);
            await Holders.MoveAsync(1);
        }

        var addresses = all.Table.Select(one => one.MailedTo).Append(all.Owner).ToHashSet();
        var mails = (await world.MailsAsync()).Where(mail => mail.At >= begin && mail.To.Any(addresses.Contains));
        mails.Select(mail => KeyHolder.Line((mail.At - begin).Days, WhatOf(mail.Subject), mail.To.Single())).Order(StringComparer.Ordinal)
            .ShouldBe(all.Table.Where(one => one.MailedTo != Everybody.Nobody).SelectMany(one => one.Mails).Order(StringComparer.Ordinal));
    }

    private async Task ShouldStandAsync(Everybody all, int day)
    {
        foreach (var one in all.Table.Where(one => one.Made <= day))
        {
            (await Holders.StatusAsync(one.User, one.Key)).ShouldBe(one.StatusOn(day), $"{one.User} on day {day}");
        }
    }

    private static string WhatOf(string subject) => subject switch
    {
        _ when subject.StartsWith("Last warning", StringComparison.Ordinal) => "last",
        _ when subject.StartsWith("Replace", StringComparison.Ordinal) => "old",
        _ when subject.StartsWith("The exemption", StringComparison.Ordinal) => "ends",
        _ when subject.EndsWith("was made inactive", StringComparison.Ordinal) => "inactive",
        _ when subject.EndsWith("was deleted", StringComparison.Ordinal) => "deleted",
        "Do you still need your AWS access key?" => "unused",
        _ => subject,
    };

    /// <summary>A hundred days before the first sweep people join, and make their keys in the time until then; on the first day one leaves.</summary>
    private async Task BeginAsync(Everybody all)
    {
        var table = all.Table;
        var people = table.Select(one => one.User).Where(user => user.Contains('@', StringComparison.Ordinal)).Select(user => user[..user.IndexOf('@', StringComparison.Ordinal)]).Distinct().ToArray();
        var until = await DayAsync(160);
        await MergeAsync([
            .. Adding(people),
            ("mgmt/machine-users.json", file => file["machineUsers"]!.AsArray().Add(new JsonObject { ["user"] = all.Machine, ["owner"] = all.MachineOwner })),
            ("mgmt/key-exemptions.json", file => Exempts(file, all, all.ExemptTo60, until)),
        ]);
        await Holders.UserAsync(all.Machine, "gatehouse-machine");
        await Holders.UserAsync(all.ByHand, managedBy: null);
        foreach (var (day, move) in new[] { (-100, 30), (-70, 70), (0, 0) })
        {
            foreach (var one in table.Where(one => one.Made == day))
            {
                one.Key = await Holders.KeyAsync(one.User);
            }

            await Holders.MoveAsync(move);
        }

        until = await DayAsync(140);
        await MergeAsync([
            .. Removing(all.Leaver),
            ("mgmt/key-exemptions.json", file => Exempts(file, all, all.Exempt, until)),
        ]);
        begin = await world.NowAsync();
    }

    private async Task MergeAsync((string Path, Action<JsonNode> Edit)[] edits)
    {
        var merged = await register.MergeAsync(await register.OpenAsync("Let days pass over access keys", register.Branch, edits));
        (await world.RunOfAsync(merged)).Status.ShouldBe("SUCCEEDED");
    }

    private static void Exempts(JsonNode file, Everybody all, string person, string until) =>
        file["exemptions"]!.AsArray().Add(new JsonObject { ["user"] = Address(person), ["reason"] = "Runs the nightly copy.", ["owner"] = all.Owner, ["until"] = until });

    private async Task LiveAsync(Everybody all, int day)
    {
        foreach (var one in all.Table.Where(one => one.Made <= day && one.StatusOn(day - 1) == "Active"))
        {
            if (one.Rotated == day)
            {
                await Holders.DeleteAsync(one.User, one.Key);
                await Holders.KeyAsync(one.User);
            }
            else if (one.Used(day) && one.User != Address(all.Leaver))
            {
                await Holders.UseAsync(one.Key);
            }
        }
    }

    private async Task<string> DayAsync(int days) => (await world.NowAsync()).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The table: one of each main kind, by names that no other test of the world has.</summary>
    /// <param name="prefix">What their names begin with.</param>
    /// <param name="runs">The days that have a sweep.</param>
    private sealed class Everybody(string prefix, IReadOnlyList<int> runs)
    {
        public const string Nobody = "nobody";

        private IReadOnlyList<KeyHolder>? table;

        public IReadOnlyList<int> Runs => runs;

        public string Leaver => $"{prefix}.leaver";

        public string Exempt => $"{prefix}.exempt";

        public string ExemptTo60 => $"{prefix}.exempt.to.60";

        public string Machine => $"{prefix}-copier";

        public string ByHand => $"{prefix}-by-hand";

        public string Owner => Address($"{prefix}.owner");

        public string MachineOwner => Address($"{prefix}.machine.owner");

        public IReadOnlyList<KeyHolder> Table => table ??=
        [
            Of("no.key", null, ""),
            Of("daily", 0, FromNew),
            Of("never.used", 0, $"45 unused · {FromNew}") with { Used = _ => false },
            Of("used.once", 0, $"65 unused · {FromNew}") with { Used = day => day == 20 },
            Of("two.keys", -70, FromSeventy),
            Of("two.keys", 0, FromNew),
            Of("stale", -100, "0 last · 7 inactive · +30 deleted"),
            Of("rotates", 0, "76 old · 125 unused") with { Rotated = 80 },
            Of("exempt", -100, "126 ends") with { Owner = Owner },
            Of("exempt.to.60", -70, "46 ends · 57 ends · 61 inactive · +30 deleted") with { Owner = Owner },
            Of("leaver", -100, "0 inactive") with { MailedTo = Nobody },
            new(Machine, -70, FromSeventy) { MailedTo = MachineOwner, Runs = runs },
            new(ByHand, -100, "") { Runs = runs },
        ];

        private KeyHolder Of(string person, int? made, string expected) => new(Address($"{prefix}.{person}"), made, expected) { Runs = runs };
    }
}
