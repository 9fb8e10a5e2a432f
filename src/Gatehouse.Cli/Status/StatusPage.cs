using Gatehouse.Aws;
using Gatehouse.Cli.Output;
using Gatehouse.Cli.People;
using Spectre.Console;

namespace Gatehouse.Cli.Status;

/// <summary>Shows a person's status as lines of a name and a value.</summary>
internal sealed class StatusPage(Screen screen, DateTimeOffset now)
{
    private readonly Grid grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn(new GridColumn().PadRight(0));

    public void Show(PersonStatus status)
    {
        screen.Results.Write((status.User?.Name ?? status.Name.Value).AsText(Words.Strong));
        screen.Results.WriteLine();
        Access(status);
        if (status.User is { } user)
        {
            User(user);
        }

        Register(status.Line);
        screen.Results.Write(grid);
    }

    private void Access(PersonStatus status)
    {
        Line("Access", (status.User, status.Quarantine) switch
        {
            (null, _) => "there is no IAM user of this name",
            ({ Managed: false }, _) => "not Gatehouse's: a user made by hand, without the tag managed-by=gatehouse",
            ({ Denied: true }, { Complete: { } since }) => $"in quarantine since {Words.Minute(since)} UTC: everything is denied",
            ({ Denied: true }, _) => "everything is denied; the quarantine is not complete, and the next run goes on with it",
            (_, { Complete: not null }) => "in quarantine by the ledger, but nothing denies them: somebody took the policy away by hand",
            _ => "managed by Gatehouse",
        }, status.User is { Denied: true } ? Words.Warning : null);
        if (status is { Quarantine.Complete: { } begun, Line: { Problem: null, Person: null } line })
        {
            Line("", $"deleted by the first run from {Words.Minute(begun.AddDays(line.GraceDays))} UTC on, unless their line comes back");
        }

        if (status.Quarantine is { Groups.Count: > 0 } quarantine)
        {
            Line("", $"groups taken away and remembered: {string.Join(", ", quarantine.Groups)}");
        }

        if (status.Hold is { } hold)
        {
            Line("Hold", $"revoked by hand {Words.Minute(hold.At)} UTC by {hold.By}: {hold.Reason}. It holds against the register until gatehouse restore.", Words.Bad);
        }
    }

    private void User(KnownUser user)
    {
        Line("User", $"made {Words.Minute(user.Made)} UTC{ByMerge(user.Tags)}");
        Line("Groups", user.Groups.Count == 0 ? "none" : string.Join(", ", user.Groups));
        Line("Password", user.Password is { } password
            ? $"set {Words.Day(password.Made)}{(password.MustChange ? ", must be changed at the next sign-in" : "")}; last sign-in {Used(user.PasswordLastUsed)}"
            : $"none; last sign-in {Used(user.PasswordLastUsed)}");
        Lines("Keys", [.. user.Keys.Select(Key)]);
        Lines("MFA", [.. user.Devices.Select(device => $"{device.Serial}, since {Words.Day(device.Since)}")]);
        Lines("Policies", user.Policies);
        if (user.Boundary is { } boundary)
        {
            Line("Boundary", boundary);
        }
    }

    private void Register(RegisterLine line)
    {
        if (line.Problem is { } problem)
        {
            Line("Register", $"could not be read: {problem}", Words.Bad);
            return;
        }

        Line("Register", line.Person is { } listed ? $"{listed.Place} at {Words.Short(line.Head!)}" : $"not listed at {Words.Short(line.Head!)}");
        foreach (var (group, place) in line.Person?.GroupPlaces ?? new Dictionary<string, Gatehouse.Register.FilePlace>())
        {
            Line("", $"{group}: {place}");
        }
    }

    private string Key(KnownKey key) =>
        $"{key.Id} {(key.Active ? "active" : "inactive")}, {Words.Many((int)(now - key.Made).TotalDays, "day")} old, last used {Used(key.LastUsed)}{(key.UsedFor is { } service ? $" ({service})" : "")}";

    private static string Used(DateTimeOffset? at) => at is { } used ? $"{Words.Minute(used)} UTC" : "never";

    private static string ByMerge(IReadOnlyDictionary<string, string> tags) => tags.TryGetValue(ManagedTags.PullRequest, out var number)
        ? $", by pull request #{number}{(tags.TryGetValue(ManagedTags.MergedBy, out var login) ? $", merged by {login}" : "")}"
        : "";

    private void Lines(string name, IReadOnlyList<string> values)
    {
        foreach (var (value, index) in values.DefaultIfEmpty("none").Select((value, index) => (value, index)))
        {
            Line(index == 0 ? name : "", value);
        }
    }

    private void Line(string name, string value, Style? style = null) => grid.AddRow(new Text($"  {name}", Words.Faint), value.AsText(style));
}
