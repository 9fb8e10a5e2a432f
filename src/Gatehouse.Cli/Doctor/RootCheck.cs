using System.Globalization;
using Gatehouse.Cli.Deployments;
using Gatehouse.Cli.Output;
using Gatehouse.Ledger;
using Gatehouse.Root;

namespace Gatehouse.Cli.Doctor;

/// <summary>Whether an alert about a root user would arrive: the last heartbeat, what waits, and who hears when Slack does not answer.</summary>
internal sealed class RootCheck(Deployment deployment) : ICheck
{
    /// <summary>A heartbeat comes once a day; an hour more is no news.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromHours(25);

    public string Name => "Root accounts";

    public async Task<IReadOnlyList<Diagnosis>> LookAsync(CancellationToken cancellationToken)
    {
        var last = await deployment.Room<RootHeartbeats>().LastAsync(cancellationToken);
        var waiting = await deployment.Room<RootAlerts>().WaitingAsync(cancellationToken);
        return [Heartbeat(last, deployment.Clock.GetUtcNow()), .. Waiting(waiting.Count), .. Heard(deployment.Settings.RootMailTo, deployment.Settings.OnCall)];
    }

    public static Diagnosis Heartbeat(DateTimeOffset? last, DateTimeOffset now) => last switch
    {
        null => Diagnosis.Note("no heartbeat has arrived yet: the way of root alerts is not proved", "Wait a day after the deployment, or send one: " + RootHeartbeat.PutNow),
        { } at when now - at > Late => Diagnosis.Wrong(
            string.Create(CultureInfo.InvariantCulture, $"the last heartbeat arrived {Words.Minute(at)} UTC, more than a day ago: a root alert might not arrive"),
            "Mend the findings under Trail, Events, Unheard events and Slack, then: " + RootHeartbeat.PutNow),
        { } at => Diagnosis.Fine($"the last heartbeat arrived {Words.Minute(at)} UTC"),
    };

    public static IEnumerable<Diagnosis> Waiting(int alerts)
    {
        if (alerts > 0)
        {
            yield return Diagnosis.Wrong($"{Words.Many(alerts, "alert waits", "alerts wait")} for Slack", "They are tried again every five minutes: see what Slack says, above.");
        }
    }

    public static IEnumerable<Diagnosis> Heard(string? mailTo, string? onCall)
    {
        if (mailTo is null)
        {
            yield return Diagnosis.Wrong("when Slack does not answer, nobody hears of a root account", "Write a mailing list under \"rootMailTo\" into cdk.json and deploy.");
        }

        if (onCall is null)
        {
            yield return Diagnosis.Note("an unannounced root event calls nobody", "Write the group to call under \"onCall\" into cdk.json, as Slack writes it (<!subteam^S…>), and deploy.");
        }
    }
}
