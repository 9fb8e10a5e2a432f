using System.Globalization;
using System.Text.Json.Nodes;
using static Gatehouse.World.Tests.RegisterClient;

namespace Gatehouse.World.Tests.Keys;

/// <summary>The clock of a world that runs what is deployed is moved day by day over one of each main kind: every mail and every change comes on its day, and no other.</summary>
[Collection(KeysWorld.Name)]
public sealed class KeyDaysTests(KeysWorldFixture world) : IAsyncLifetime, IDisposable
{
    /// <summary>Each of them is lived; a sweep runs on the days of the table, and on the day before and after each. Every day has its sweep in memory (Gatehouse.Tests, DayByDayTests).</summary>
    private const int Days = 130;
    private const string FromNew = "76 old · 83 old · 89 last · 90 inactive · 120 deleted";
    private const string FromSeventy = "6 old · 13 old · 19 last · 20 inactive · 50 deleted";
    private const string Leaver = "days.leaver", Exempt = "days.exempt", ExemptTo60 = "days.exempt.to.60", Machine = "days-copier";

    private static readonly string Owner = Address("days.owner"), MachineOwner = Address("days.machine.owner");

    private readonly AwsClients aws = new(world);
    private readonly RegisterClient register = new(world);
    private DateTimeOffset begin;

    private KeyHolders Holders => new(world, aws);

    private static IReadOnlyList<KeyHolder> Table =>
    [
        Of("days.no.key", null, ""),
        Of("days.daily", 0, FromNew),
        Of("days.never.used", 0, $"45 unused · {FromNew}") with { Used = _ => false },
        Of("days.used.once", 0, $"65 unused · {FromNew}") with { Used = day => day == 20 },
        Of("days.two.keys", -70, FromSeventy),
        Of("days.two.keys", 0, FromNew),
        Of("days.stale", -100, "0 last · 7 inactive · 37 deleted"),
        Of("days.rotates", 0, "76 old · 125 unused") with { Rotated = 80 },
        Of(Exempt, -100, "126 ends") with { Owner = Owner },
        Of(ExemptTo60, -70, "46 ends · 57 ends · 61 inactive · 91 deleted") with { Owner = Owner },
        Of(Leaver, -100, "0 inactive") with { MailedTo = "nobody" },
        new(Machine, -70, FromSeventy) { MailedTo = MachineOwner },
        new("days-by-hand", -100, ""),
    ];

    public Task InitializeAsync() => world.ClearFaultsAsync();

    public Task DisposeAsync() => world.ClearFaultsAsync();

    public void Dispose()
    {
        aws.Dispose();
        register.Dispose();
    }

    [Fact]
    public async Task A_hundred_and_thirty_days_bring_exactly_what_the_table_says_also_where_a_run_happens_twice()
    {
        await world.NoonAsync();
        var table = Table;
        await BeginAsync(table);
        var eventful = table.SelectMany(one => one.Steps).Select(step => step.Day).ToHashSet();

        for (var day = 0; day < Days; day++)
        {
            await LiveAsync(table, day);
            if (eventful.Any(due => Math.Abs(due - day) <= 1))
            {
                await Holders.SweepAsync();
            }

            if (eventful.Contains(day))
            {
                await Holders.SweepAsync();
                foreach (var one in table.Where(one => one.Made <= day))
                {
                    (await Holders.StatusAsync(one.User, one.Key)).ShouldBe(one.StatusOn(day), $"{one.User} on day {day}");
                }
            }

            await Holders.MoveAsync(1);
        }

        var addresses = table.Select(one => one.MailedTo).Append(Owner).ToHashSet();
        var mails = (await world.MailsAsync()).Where(mail => mail.At >= begin && mail.To.Any(addresses.Contains));
        mails.Select(mail => KeyHolder.Line((mail.At - begin).Days, WhatOf(mail.Subject), mail.To.Single())).Order(StringComparer.Ordinal)
            .ShouldBe(table.Where(one => one.MailedTo != "nobody").SelectMany(one => one.Mails).Order(StringComparer.Ordinal));
    }

    private static KeyHolder Of(string person, int? made, string expected) => new(Address(person), made, expected);

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
    private async Task BeginAsync(IReadOnlyList<KeyHolder> table)
    {
        var people = table.Select(one => one.User).Where(user => user.Contains('@', StringComparison.Ordinal)).Select(user => user[..user.IndexOf('@', StringComparison.Ordinal)]).Distinct().ToArray();
        var until = await DayAsync(160);
        await MergeAsync([
            .. Adding(people),
            ("mgmt/machine-users.json", file => file["machineUsers"]!.AsArray().Add(new JsonObject { ["user"] = Machine, ["owner"] = MachineOwner })),
            ("mgmt/key-exemptions.json", file => Exempts(file, ExemptTo60, until)),
        ]);
        await Holders.UserAsync(Machine, "gatehouse-machine");
        await Holders.UserAsync("days-by-hand", managedBy: null);
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
            .. Removing(Leaver),
            ("mgmt/key-exemptions.json", file => Exempts(file, Exempt, until)),
        ]);
        begin = await world.NowAsync();
    }

    private async Task MergeAsync((string Path, Action<JsonNode> Edit)[] edits)
    {
        var merged = await register.MergeAsync(await register.OpenAsync("Let days pass over access keys", register.Branch, edits));
        (await world.RunOfAsync(merged)).Status.ShouldBe("SUCCEEDED");
    }

    private static void Exempts(JsonNode file, string person, string until) =>
        file["exemptions"]!.AsArray().Add(new JsonObject { ["user"] = Address(person), ["reason"] = "Runs the nightly copy.", ["owner"] = Owner, ["until"] = until });

    private async Task LiveAsync(IReadOnlyList<KeyHolder> table, int day)
    {
        foreach (var one in table.Where(one => one.Made <= day && one.StatusOn(day - 1) == "Active"))
        {
            if (one.Rotated == day)
            {
                await Holders.DeleteAsync(one.User, one.Key);
                await Holders.KeyAsync(one.User);
            }
            else if (one.Used(day) && one.User != Address(Leaver))
            {
                await Holders.UseAsync(one.Key);
            }
        }
    }

    private async Task<string> DayAsync(int days) => (await world.NowAsync()).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
