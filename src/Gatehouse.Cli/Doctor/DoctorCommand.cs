using System.CommandLine;
using Gatehouse.Cli.Deployments;
using Gatehouse.Cli.Deployments.Questions;
using Gatehouse.Cli.Output;
using Spectre.Console;

namespace Gatehouse.Cli.Doctor;

/// <summary><c>doctor</c>: whether everything is as it must be, and what to do where it is not.</summary>
internal static class DoctorCommand
{
    public static Command Create(Screen screen)
    {
        var command = new Command(
            "doctor",
            """
            Look whether everything is as it must be, and say what to do where it is not. Changes nothing and prints no secret.

            Looks at the secrets, the register, its branch and GitHub App, Slack, the runs, the schedules, the access keys, the mail, the account, and the way of events.
            Answers 2 where something is wrong.
            """);
        command.SetAction((arguments, cancellation) => ExamineAsync(screen, arguments, cancellation));
        return command;
    }

    private static async Task<int> ExamineAsync(Screen screen, ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var deployment = await arguments.ReachAsync(cancellationToken);
        screen.Note($"{deployment.Name} in {deployment.Caller.Account}, {deployment.Settings.HomeRegion}, as {deployment.Caller.Arn}", Words.Faint);
        var ask = new SignedCall(deployment.Room<HttpClient>(), Environment.GetEnvironmentVariable);
        var wrong = 0;
        foreach (var check in Checks(deployment, ask))
        {
            var found = await LookAsync(check, cancellationToken);
            Show(screen, check.Name, found);
            wrong += found.Count(diagnosis => diagnosis.Health == Health.Wrong);
        }

        screen.Results.Write((wrong == 0 ? "Nothing is wrong.\n" : $"{Words.Many(wrong, "thing is", "things are")} wrong.\n").AsText(wrong == 0 ? Words.Good : Words.Bad));
        return wrong == 0 ? ExitCode.Fine : ExitCode.Refused;
    }

    private static IEnumerable<ICheck> Checks(Deployment deployment, SignedCall ask) =>
    [
        new SecretsCheck(deployment),
        new RegisterCheck(deployment),
        new ProtectionCheck(deployment),
        new GitHubAppCheck(deployment),
        new LedgerCheck(deployment),
        new MachineCheck(deployment, WatchedMachine.OfMembership(deployment)),
        new MachineCheck(deployment, WatchedMachine.OfKeys(deployment)),
        new MachineCheck(deployment, WatchedMachine.OfRotations(deployment)),
        new KeysCheck(deployment),
        new RotationsCheck(deployment),
        new ScheduleCheck(deployment, new EventQuestions(ask)),
        new MailCheck(deployment, new MailQuestions(ask, deployment.Settings.HomeRegion)),
        new AccountCheck(deployment),
        new TrailCheck(new TrailQuestions(ask, TrailCheck.Region)),
        new EventsCheck(deployment, new EventQuestions(ask)),
        new QueuesCheck(deployment, ask),
        new SlackCheck(deployment),
        new RootCheck(deployment),
    ];

    /// <summary>What cannot be asked is wrong too, and must not hide the rest.</summary>
    private static async Task<IReadOnlyList<Diagnosis>> LookAsync(ICheck check, CancellationToken cancellationToken)
    {
        try
        {
            return await check.LookAsync(cancellationToken);
        }
        catch (Exception known) when (!cancellationToken.IsCancellationRequested && Failure.Explain(known) is not null)
        {
            return [Diagnosis.Wrong("could not be looked at", Failure.Explain(known)!.Value.Sentence)];
        }
    }

    private static void Show(Screen screen, string name, IReadOnlyList<Diagnosis> found)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(1)).AddColumn(new GridColumn().Width(16).NoWrap().PadRight(1)).AddColumn(new GridColumn().PadRight(0));
        foreach (var (diagnosis, first) in found.Select((diagnosis, index) => (diagnosis, index == 0)))
        {
            var (mark, style) = diagnosis.Health switch
            {
                Health.Fine => ("ok", Words.Good),
                Health.Note => ("note", Words.Warning),
                _ => ("WRONG", Words.Bad),
            };
            var said = new Paragraph(diagnosis.What.Printable());
            grid.AddRow(new Text(mark.PadRight(5), style), new Text(first ? name : "", Words.Strong), diagnosis.Do is { } todo ? said.Append($"\n→ {todo.Printable()}", Words.Faint) : said);
        }

        screen.Results.Write(grid);
    }
}
