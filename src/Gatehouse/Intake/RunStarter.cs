using System.Text.Json;
using Gatehouse.Aws;
using Gatehouse.Runtime;

namespace Gatehouse.Intake;

/// <summary>
/// Starts one run for one merge, however often it is delivered: the run's name is made of the merge, and Step Functions takes a name once in 90 days.
/// <list type="table">
/// <listheader><term>the run of that name</term><description>what happens</description></listheader>
/// <item><term>never was</term><description>it is started</description></item>
/// <item><term>RUNNING, SUCCEEDED or PENDING_REDRIVE</term><description>nothing: it is the same run</description></item>
/// <item><term>FAILED, TIMED_OUT or ABORTED</term><description>the next name is tried in the same way: <c>…-r2</c>, <c>…-r3</c></description></item>
/// </list>
/// </summary>
public sealed class RunStarter(IExecutions executions)
{
    private const int MostAttempts = 50;

    public Task<StartedRun> StartAsync(MergeOf merge, string delivery, CancellationToken cancellationToken) => StartAsync(
        $"merge-{merge.PullRequest}-{merge.MergeCommit}",
        JsonSerializer.Serialize(new("merge", delivery, merge.PullRequest, merge.MergeCommit), GatehouseJson.Default.RunInput),
        cancellationToken);

    /// <param name="name">The name of the first attempt.</param>
    /// <param name="input">What every attempt is started with, as JSON.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<StartedRun> StartAsync(string name, string input, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var tried = Name(name, attempt);
            if (await executions.StartAsync(tried, input, cancellationToken))
            {
                return new(tried, Already: false);
            }

            if (!await executions.HasFailedAsync(tried, cancellationToken))
            {
                return new(tried, Already: true);
            }
        }

        throw new RunFailedTooOftenException(Name(name, MostAttempts));
    }

    private static string Name(string name, int attempt) => attempt == 1 ? name : $"{name}-r{attempt}";
}

/// <summary>The run that does the work, and whether it was there already.</summary>
public sealed record StartedRun(string Name, bool Already);

/// <summary>A run failed again and again; somebody should look at why before it is delivered once more.</summary>
public sealed class RunFailedTooOftenException(string last) : Exception($"The run {last} failed, as did all before it. Read why in its history, and mend that first.");
