using System.Text.Json;
using Gatehouse.Aws;
using Gatehouse.Runtime;

namespace Gatehouse.Intake;

/// <summary>
/// Starts one run of the <c>preview</c> state machine for each delivery that asks for a plan, as <see cref="RunStarter"/> does for a merge:
/// <c>plan-7-4b825dc642cb-&lt;delivery&gt;</c>, so that a redelivery is the same run.
/// </summary>
/// <param name="executions">Runs of the preview state machine.</param>
public sealed class PreviewStarter(IExecutions executions)
{
    /// <summary>How much of a commit stands in the name of a run, and of a delivery: it has 80 characters in all.</summary>
    private const int ShortCommit = 12, LongestDelivery = 36;

    private readonly RunStarter starter = new(executions);

    public Task<StartedRun> StartAsync(PreviewOf preview, string delivery, CancellationToken cancellationToken) => starter.StartAsync(
        $"plan-{preview.PullRequest}-{preview.Head[..ShortCommit]}-{Plain(delivery)}",
        JsonSerializer.Serialize(new(preview.PullRequest, preview.Head, preview.Action, delivery), GatehouseJson.Default.PreviewInput),
        cancellationToken);

    /// <summary>A delivery's number is a GUID, but nobody signed it, and the name of a run takes no other characters.</summary>
    private static string Plain(string delivery) => string.Concat(delivery.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-').Take(LongestDelivery));
}
