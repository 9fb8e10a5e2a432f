using System.CommandLine;
using Amazon.IdentityManagement;

namespace Gatehouse.Local.Commands;

/// <summary><c>demo</c>: onboards one person in the running world and proves it; answers 0 only if every claim is true.</summary>
public static class DemoCommand
{
    private const int ShortestPassword = 16;
    private static readonly string[] Names = ["ada.lovelace", "grace.hopper", "mary.seacole", "alan.turing", "rosalind.franklin", "dorothy.hodgkin"];

    public static Command Create()
    {
        var name = WorldName.Option();
        var command = new Command("demo", "Onboard one person in the running world and prove it.") { name };
        command.SetAction(async (arguments, cancellation) =>
        {
            using var http = new HttpClient();
            return await RunAsync(RunningWorld.Find(arguments.GetRequiredValue(name)), http, Console.Out, cancellation) ? 0 : 1;
        });
        return command;
    }

    private static async Task<bool> RunAsync(RunningWorld world, HttpClient http, TextWriter output, CancellationToken cancellation)
    {
        var person = await PickAsync(world, http, cancellation);
        var request = new AccessRequest(world, http, person);
        var timeline = new Timeline(output);
        output.WriteLine($"\nOnboarding {person}\n");
        var number = await request.OpenAsync(cancellation);
        timeline.Say($"pull request #{number} adds {person} to {world.Repository}");
        var plan = await timeline.AwaitAsync("the pull request shows its plan", () => PlanAsync(world, http, number, cancellation), cancellation);
        timeline.Say($"  {plan}");
        var reviewer = new AccessRequest(world, http, person) { Login = "reviewer" };
        await reviewer.ApproveAsync(number, cancellation);
        timeline.Say("somebody else approves it");
        var commit = await reviewer.MergeAsync(number, cancellation);
        timeline.Merged($"merged as {commit[..7]}; GitHub delivers the webhook");

        using var iam = Iam(world);
        var run = await new Onboarding(world, http, iam, person, number).FollowAsync(timeline, cancellation);
        var mails = WelcomeMail.To(person, await world.ListAsync(http, "inbox", cancellation));
        PrintMail(output, mails);

        output.WriteLine("\nThe proof, read back\n");
        var proof = new Proof(output);
        proof.Claim("the plan came first", plan?.Contains("give access to 1 person", StringComparison.Ordinal) == true, plan ?? "none");
        proof.Claim("the run succeeded", run?["status"]?.ToString() == "SUCCEEDED", $"{run?["name"]} {run?["status"]} {run?["error"]}");
        await proof.ReadAsync(iam, person, number, commit, cancellation);
        proof.Claim("one mail, one password", mails.Count == 1, $"{mails.Count} with a password");
        proof.Claim("the password is long enough", mails.All(mail => mail.PasswordLength >= ShortestPassword), $"{(mails is [var only, ..] ? only.PasswordLength : 0)} characters");
        await ProveReportsAsync(proof, world, http, request, person, number, cancellation);
        output.WriteLine(proof.Holds ? $"\nAll of it is true: {person} can sign in.\n" : "\nNot all of it is true: see the lines marked NO.\n");
        return proof.Holds;
    }

    /// <summary>What the check on the pull request's head says; null while there is none.</summary>
    private static async Task<string?> PlanAsync(RunningWorld world, HttpClient http, int number, CancellationToken cancellation)
    {
        var pull = (await world.ListAsync(http, "pulls", cancellation)).Single(one => (int)one!["number"]! == number)!;
        return (string?)pull["checks"]!.AsArray().FirstOrDefault()?["title"];
    }

    private static async Task ProveReportsAsync(
        Proof proof, RunningWorld world, HttpClient http, AccessRequest request, string person, int number, CancellationToken cancellation)
    {
        var comments = await request.CommentsAsync(number, cancellation);
        proof.Claim("the pull request was told", comments.Any(comment => comment.Contains(person, StringComparison.Ordinal)), $"{comments.Count} comment{(comments.Count == 1 ? "" : "s")}");
        var slack = await world.ListAsync(http, "slack", cancellation);
        var told = slack.Count(message => ((string?)message!["text"])?.Contains(person, StringComparison.OrdinalIgnoreCase) == true);
        proof.Claim("Slack was told", told > 0, $"{told} message{(told == 1 ? "" : "s")} about {person}");
    }

    private static AmazonIdentityManagementServiceClient Iam(RunningWorld world) =>
        new("demo", "demo", new AmazonIdentityManagementServiceConfig { ServiceURL = world.Aws.ToString(), AuthenticationRegion = World.GlobalRegion });

    private static async Task<string> PickAsync(RunningWorld world, HttpClient http, CancellationToken cancellation)
    {
        var people = await AccessRequest.PeopleOfAsync(world, http, cancellation);
        return Names.Concat(Enumerable.Range(2, 1000).Select(number => $"{Names[0]}{number}"))
            .Select(name => $"{name}@digital.cabinet-office.gov.uk")
            .First(person => !people.Contains(person, StringComparison.OrdinalIgnoreCase));
    }

    private static void PrintMail(TextWriter output, IReadOnlyList<WelcomeMail> mails)
    {
        foreach (var mail in mails)
        {
            output.WriteLine($"\nThe mail: {mail.Subject}\n");
            output.WriteLine(string.Join('\n', mail.Masked.TrimEnd().Split('\n').Select(line => $"  │ {line.TrimEnd()}")));
        }
    }
}
