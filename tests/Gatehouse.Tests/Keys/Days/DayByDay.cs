using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gatehouse.Aws;
using Gatehouse.Membership.Mails;
using Gatehouse.Tests.Aws;

namespace Gatehouse.Tests.Keys.Days;

/// <summary>Lets 130 days pass over the keys of a table, sweeps each day, and writes down what is seen: each change of IAM, and each mail.</summary>
internal sealed partial class DayByDay : IDisposable
{
    public const int Days = 130;

    private readonly List<(DateTimeOffset At, Func<Task> Do)> happening = [];
    private readonly List<string> seen = [];
    private readonly DateTimeOffset start;
    private int happened;
    private bool sweeping;

    public DayByDay(IReadOnlyList<KeyRow> rows)
    {
        start = Machine.Clock.Now;
        Machine.Clock.Now = start.AddDays(-2);
        Rows = [.. rows.Select((row, index) => row with { Id = string.Create(CultureInfo.InvariantCulture, $"AKIA{index:D3}EXAMPLE000000") })];
        foreach (var row in Rows)
        {
            Begin(row);
        }

        // Something else asks for a report three hours before each sweep: IAM makes no other until after it.
        happening.AddRange(Enumerable.Range(0, Days).Select(day => (start.AddDays(day).AddHours(-3), (Func<Task>)(() => Task.FromResult(IamOverview.MakeReport(Machine.Iam))))));
        happening.Sort((one, other) => one.At.CompareTo(other.At));
        Machine.Iam.Before = Note;
    }

    public KeysMachine Machine { get; } = new();

    public IReadOnlyList<KeyRow> Rows { get; }

    /// <summary>What was seen, with no order within a day.</summary>
    public IReadOnlyList<string> Seen => [.. seen.Order(StringComparer.Ordinal)];

    public int Today { get; private set; }

    /// <summary>What the table says of a time in which sweeps take place on these days.</summary>
    public IReadOnlyList<string> Expected(IEnumerable<int> runs) => [.. Rows.SelectMany(row => row.Lines([.. runs.Order()])).Order(StringComparer.Ordinal)];

    /// <param name="runs">On which days sweeps take place.</param>
    /// <param name="sweep">How, by the name of a run; one execution where it is left out.</param>
    public async Task PassAsync(IReadOnlyCollection<int> runs, Func<string, Task>? sweep = null)
    {
        for (Today = 0; Today <= runs.Max(); Today++)
        {
            // No schedule starts to the second.
            await UntilAsync(start.AddDays(Today).AddSeconds(Today * 37 % 60));
            if (runs.Contains(Today))
            {
                sweeping = true;
                await (sweep ?? OnceAsync)($"day-{Today}");
                sweeping = false;
                seen.AddRange(Machine.Mailer.Sent.Select(sent => LineOf(sent.Address, sent.Mail)));
                Machine.Mailer.Sent.Clear();
            }
        }
    }

    public void Dispose() => Machine.Dispose();

    private async Task OnceAsync(string run) => (await Machine.RunAsync(run)).ShouldBe("SUCCEEDED", run);

    private async Task UntilAsync(DateTimeOffset moment)
    {
        for (; happened < happening.Count && happening[happened].At <= moment; happened++)
        {
            Machine.Clock.Now = happening[happened].At > Machine.Clock.Now ? happening[happened].At : Machine.Clock.Now;
            await happening[happened].Do();
        }

        Machine.Clock.Now = moment;
    }

    private void Begin(KeyRow row)
    {
        if (!Machine.Iam.Users.TryGetValue(row.User, out var user))
        {
            user = Machine.Iam.Users[row.User] = new IamUserInMemory(row.Managed) { Machine = row.Machine };
            user.Has("inline", row.Denied ? [QuarantinePolicy.Name] : []);
        }

        if (row.Exempt is { } exempt)
        {
            At(exempt.From, () => Machine.Register.Exemptions.Add(new JsonObject
            {
                [exempt.ByKey ? "key" : "user"] = exempt.ByKey ? row.Id : row.User,
                ["reason"] = "Runs the nightly copy.",
                ["owner"] = KeyRow.Owner,
                ["until"] = start.AddDays(exempt.Until).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            }));
        }

        if (row.Age is { } age)
        {
            Live(row, user, age);
        }
    }

    private void Live(KeyRow row, IamUserInMemory user, double age)
    {
        void Make()
        {
            user.Has("key", row.Id).MadeAt[row.Id] = start.AddDays(-age);
            _ = row.Inactive && user.Inactive.Add(row.Id);
        }

        At(age > 0 ? -1.9 : -age, Make);
        foreach (var day in Enumerable.Range(0, Days).Where(row.Used))
        {
            At(day - 0.5, () =>
            {
                if (user.Of("key").Contains(row.Id) && !user.Inactive.Contains(row.Id))
                {
                    user.UsedAt[row.Id] = Machine.Clock.Now;
                }
            });
        }

        if (row.Gone is { } gone)
        {
            At(gone, () => user.Of("key").Remove(row.Id));
        }

        if (row.Act is { } act)
        {
            happening.Add((start.AddDays(act.Day), () => act.Do(Machine, row)));
        }
    }

    private void At(double day, Action happens) => happening.Add((start.AddDays(day), () => Done(happens)));

    private static Task Done(Action happens)
    {
        happens();
        return Task.CompletedTask;
    }

    /// <summary>A second call for the same key is seen for what it is.</summary>
    private void Note(string call)
    {
        if (sweeping && call.Split(' ') is [var action and ("UpdateAccessKey" or "DeleteAccessKey"), var id])
        {
            var user = Machine.Iam.Users.Values.FirstOrDefault(user => user.Of("key").Contains(id));
            var again = user is null || (action == "UpdateAccessKey" && user.Inactive.Contains(id)) ? " again" : "";
            seen.Add(KeyRow.Line(Today, id, (action == "UpdateAccessKey" ? "inactive" : "deleted") + again));
        }
    }

    private string LineOf(string address, Mail mail)
    {
        var what = mail.Subject switch
        {
            _ when mail.Subject.StartsWith("Last warning", StringComparison.Ordinal) => "last",
            _ when mail.Subject.StartsWith("Replace", StringComparison.Ordinal) => "old",
            _ when mail.Subject.StartsWith("The exemption", StringComparison.Ordinal) => "ends",
            _ when mail.Subject.EndsWith("was made inactive", StringComparison.Ordinal) => "inactive",
            _ when mail.Subject.EndsWith("was deleted", StringComparison.Ordinal) => "deleted",
            "Do you still need your AWS access key?" => "unused",
            _ => mail.Subject,
        };
        var unused = what is "old" or "last" && mail.Text.Contains("Nobody has used it for", StringComparison.Ordinal) ? "+unused" : "";
        int? age = AgeSaid().Match(mail.Text) is { Success: true } said ? int.Parse(said.Groups[1].Value, CultureInfo.InvariantCulture) : null;
        return KeyRow.Line(Today, IdSaid().Match(mail.Text).Value, KeyRow.Mail(address, what + unused, age));
    }

    [GeneratedRegex(@"AKIA[A-Z0-9]{16}")]
    private static partial Regex IdSaid();

    [GeneratedRegex(@", (\d+) days? ago")]
    private static partial Regex AgeSaid();
}
