using System.CommandLine;
using Gatehouse.Cli.Deployments;
using Gatehouse.Cli.Output;
using Gatehouse.Keys.Report;
using Gatehouse.Keys.Report.Page;

namespace Gatehouse.Cli.Keys;

/// <summary><c>keys report</c>: everyone's keys, and what happens to each next.</summary>
internal static class ReportCommand
{
    private static readonly Option<string> Format = new Option<string>("--format") { Description = "How to print it.", DefaultValueFactory = _ => "table" }
        .AcceptOnlyFromAmong("table", "csv", "json", "html");

    private static readonly Option<FileInfo?> Output = new("--output") { Description = "A file to write it to. Left out: standard output.", HelpName = "file" };
    private static readonly Option<bool> Live = new("--live") { Description = "Ask IAM now for the keys of everybody who has some: a call for each of them. It brings the keys' ids." };

    public static Command Create(Screen screen)
    {
        var command = new Command(
            "report",
            """
            Everyone's access keys with age, last use, next step and its day, sorted by what happens next. Writes nothing to AWS.

            It reads the users, the credential report, the ledger and the register: a few calls for any number of users. The credential report can be four hours old, and
            holds no ids of keys: an id is shown where the ledger knows it, or with --live.
            Answers 1 where an account could not be looked at, 2 where the register's files about keys cannot be read.
            """)
        { Format, Output, Live };
        command.SetAction((arguments, cancellation) => ReportAsync(screen, arguments, cancellation));
        return command;
    }

    private static async Task<int> ReportAsync(Screen screen, ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var deployment = await arguments.ReachAsync(cancellationToken);
        var report = await deployment.Room<KeysReporter>().MakeAsync(arguments.GetValue(Live), cancellationToken);
        var (format, file) = (arguments.GetRequiredValue(Format), arguments.GetValue(Output));
        if (format == "table" && file is null)
        {
            new KeysTable(screen).Show(report);
        }
        else
        {
            await WriteAsync(screen, file, Written(report, format), cancellationToken);
        }

        foreach (var trouble in KeysHead.Troubles(report))
        {
            screen.Note(trouble, Words.Bad);
        }

        return report.Problems.Count > 0 ? ExitCode.Refused : report.Accounts.Any(account => account.Failure is not null) ? ExitCode.Error : ExitCode.Fine;
    }

    private static string Written(EveryonesKeys report, string format) => format switch
    {
        "csv" => KeysText.Csv(report),
        "json" => KeysText.Json(report),
        "html" => KeysPage.Write(report),
        _ => Table(report),
    };

    private static string Table(EveryonesKeys report)
    {
        using var text = new StringWriter();
        new KeysTable(new Screen(text, redirected: true, TextWriter.Null, errorsRedirected: true)).Show(report);
        return text.ToString();
    }

    private static async Task WriteAsync(Screen screen, FileInfo? file, string text, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            screen.WriteRaw(text);
            return;
        }

        try
        {
            await File.WriteAllTextAsync(file.FullName, text, cancellationToken);
        }
        catch (Exception unwritten) when (unwritten is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"{file.FullName} cannot be written: {unwritten.Message}");
        }

        screen.Note($"Written to {file.FullName}.");
    }
}
