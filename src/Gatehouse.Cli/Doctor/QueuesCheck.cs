using Gatehouse.Cli.Deployments;
using Gatehouse.Cli.Deployments.Questions;
using Gatehouse.Cli.Output;

namespace Gatehouse.Cli.Doctor;

/// <summary>Whether events lie in a dead-letter queue: each is something that was not done.</summary>
internal sealed class QueuesCheck(Deployment deployment, SignedCall ask) : ICheck
{
    public string Name => "Unheard events";

    public async Task<IReadOnlyList<Diagnosis>> LookAsync(CancellationToken cancellationToken)
    {
        var home = deployment.Settings.HomeRegion;
        (string Region, string Queue)[] queues =
        [
            (home, $"{deployment.Name}-root-events-unheard"), (home, $"{deployment.Name}-mfa-events-unheard"), (home, $"{deployment.Name}-mail-events-unheard"),
            (TrailCheck.Region, $"{deployment.Name}-global-events-unheard"),
        ];
        var found = new List<Diagnosis>();
        foreach (var (region, queue) in queues)
        {
            found.AddRange(Judge(queue, region, await new QueueQuestions(ask, region).LengthAsync(queue, cancellationToken)));
        }

        return found.Count > 0 ? found : [Diagnosis.Fine("none: every dead-letter queue is empty")];
    }

    public static IEnumerable<Diagnosis> Judge(string queue, string region, int? length)
    {
        if (length is null)
        {
            yield return Diagnosis.Wrong($"there is no queue {queue} in {region}", "npx cdk deploy GatehouseStack GlobalEventsStack");
        }
        else if (length > 0)
        {
            yield return Diagnosis.Wrong(
                $"{Words.Many(length.Value, "event lies", "events lie")} in {queue} in {region}, not done",
                "Read the function's log, mend that, and send them again, as docs/operating.md shows under \"Events lie in a dead-letter queue\".");
        }
    }
}
