using Gatehouse.Aws;
using Gatehouse.Cli.Deployments;
using Gatehouse.Cli.Output;
using Gatehouse.Cli.Revoke;
using Gatehouse.Cli.Runs;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Spectre.Console;

namespace Gatehouse.Cli.Keys;

/// <summary>Lets the next sweep make the keys inactive that one asked about, and says so in the trail of each owner and in Slack.</summary>
internal sealed class Allowance(Deployment deployment, Screen screen, string run, IReadOnlyList<KeyRecord> keys)
{
    private readonly Steps steps = new(screen, deployment.Clock);

    public void Show()
    {
        var table = screen.Table("Key", "Whose", "Account", "Made");
        foreach (var key in keys)
        {
            table.AddRow(key.Key.Value.AsText(), key.User.Value.AsText(), key.Account.AsText(), Words.Day(key.Created).AsText());
        }

        screen.Results.Write(table);
    }

    /// <returns>The exit code.</returns>
    public async Task<int> GiveAsync(string reason, CancellationToken cancellationToken)
    {
        IReadOnlyList<AccessKeyId> allowed = [];
        await steps.DoAsync("allow them", async () => allowed = await deployment.Room<AllowedKeys>().AllowAsync(run, deployment.Caller.Arn, reason, cancellationToken));
        var said = HandSlack.KeysAllowed(run, allowed.Count, deployment.Caller.Arn, reason);
        var untold = new[]
        {
            await steps.TryAsync("write it into the trail", () => RecordAsync(reason, cancellationToken)),
            await steps.TryAsync("say it in Slack", () => deployment.Room<Slack.ISlack>().PostAsync(deployment.Settings.Channel, said, cancellationToken)),
        }.OfType<string>().ToList();
        steps.Say($"The next sweep makes {Words.Many(allowed.Count, "key")} inactive, as far as they are still due then. To start it now:");
        screen.Command($"aws stepfunctions start-execution --state-machine-arn {deployment.Machine("keys")} --input '{{\"trigger\":\"asked\"}}'");
        untold.ForEach(why => screen.Note($"Not told: {why}", Words.Bad));
        return untold.Count > 0 ? ExitCode.Error : ExitCode.Fine;
    }

    private async Task RecordAsync(string reason, CancellationToken cancellationToken)
    {
        var (at, audit) = (deployment.Clock.GetUtcNow(), deployment.Room<Audit>());
        foreach (var key in keys)
        {
            await audit.RecordAsync(
                new AuditEntry(
                    HandRun.Name("allow-keys", at),
                    key.User,
                    $"{key.User.Value.ToLowerInvariant()}#allow-keys#{key.Key}",
                    $"allow that the access key {key.Key} is made inactive, which {run} asked about",
                    Outcome.Applied,
                    Attribution.ByHand(deployment.Caller.Arn),
                    at,
                    reason),
                cancellationToken);
        }
    }
}
