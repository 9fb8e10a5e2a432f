using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Gatehouse.Cli.Deployments;
using Gatehouse.Cli.Output;
using Gatehouse.Ledger;
using Gatehouse.Register;

namespace Gatehouse.Cli.History;

/// <summary><c>history</c>: what the ledger remembers.</summary>
internal static class HistoryCommand
{
    private static readonly Option<string?> Person = new("--person") { Description = "Everything that ever happened to this user.", HelpName = "user name" };
    private static readonly Option<DateOnly?> Day = new("--day")
    {
        Description = "A day of UTC, as 2026-11-28. Left out, as all others: today.",
        HelpName = "date",
        CustomParser = result => DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : Mistaken(result, $"'{result.Tokens[0].Value}' is no date. Write it as 2026-11-28."),
    };

    private static readonly Option<int?> PullRequest = new("--pull-request") { Description = "What this pull request brought.", HelpName = "number" };
    private static readonly Option<string?> Run = new("--run") { Description = "One run, by its name.", HelpName = "name" };
    private static readonly Option<string> Format = new Option<string>("--format") { Description = "How to print it.", DefaultValueFactory = _ => "table" }
        .AcceptOnlyFromAmong("table", "csv", "json");

    public static Command Create(Screen screen)
    {
        var command = new Command("history", "What happened: to a person, on a day, by a pull request or in a run. Oldest first.") { Person, Day, PullRequest, Run, Format };
        command.Validators.Add(result =>
        {
            if (new Option[] { Person, Day, PullRequest, Run }.Count(option => result.GetResult(option) is not null) > 1)
            {
                result.AddError("Choose one of --person, --day, --pull-request and --run.");
            }
        });
        command.SetAction((arguments, cancellation) => ShowAsync(screen, arguments, cancellation));
        return command;
    }

    private static async Task<int> ShowAsync(Screen screen, ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var deployment = await arguments.ReachAsync(cancellationToken);
        var entries = (await ReadAsync(deployment, arguments, cancellationToken)).OrderBy(entry => entry.At).ToList();
        switch (arguments.GetRequiredValue(Format))
        {
            case "csv":
                screen.WriteRaw(HistoryText.Csv(entries));
                break;
            case "json":
                screen.WriteRaw(HistoryText.Json(entries));
                break;
            case "table" when entries.Count == 0:
                screen.Note("Nothing is recorded there.");
                break;
            default:
                HistoryTable.Show(screen, entries);
                break;
        }

        return ExitCode.Fine;
    }

    private static DateOnly? Mistaken(ArgumentResult result, string mistake)
    {
        result.AddError(mistake);
        return null;
    }

    private static Task<IReadOnlyList<AuditEntry>> ReadAsync(Deployment deployment, ParseResult arguments, CancellationToken cancellationToken)
    {
        var audit = deployment.Room<Audit>();
        return (arguments.GetValue(Person), arguments.GetValue(PullRequest), arguments.GetValue(Run)) switch
        {
            ({ } person, _, _) => audit.OfPersonAsync(new UserName(person), cancellationToken),
            (_, { } number, _) => audit.OfPullRequestAsync(number, cancellationToken),
            (_, _, { } run) => audit.OfRunAsync(deployment.Run(run), cancellationToken),
            _ => audit.OfDayAsync(arguments.GetValue(Day) ?? DateOnly.FromDateTime(deployment.Clock.GetUtcNow().UtcDateTime), cancellationToken),
        };
    }
}
