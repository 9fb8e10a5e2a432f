using System.Diagnostics;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Gatehouse.Cli.Deployments;
using Gatehouse.Cli.Output;
using Gatehouse.Ledger;
using Gatehouse.Membership;

namespace Gatehouse.Cli.Runs;

/// <summary>Watches a run until it is over, and says each of its changes as the ledger learns of it.</summary>
internal sealed class RunFollower(Deployment deployment, Screen screen)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Reassuring = TimeSpan.FromSeconds(15);

    private readonly IAmazonStepFunctions stepFunctions = deployment.Room<IAmazonStepFunctions>();
    private readonly Audit audit = deployment.Room<Audit>();
    private readonly HashSet<string> said = [];

    /// <summary>Follows a run of the membership machine, by its name.</summary>
    /// <returns>The exit code that its end is worth.</returns>
    public Task<int> FollowAsync(string name, CancellationToken cancellationToken) => FollowAsync(deployment.Run(name), $"gatehouse replay {name}", cancellationToken);

    /// <param name="run">A run of any machine.</param>
    /// <param name="again">The command that starts it again when it failed.</param>
    /// <param name="cancellationToken">Ends the following.</param>
    /// <returns>The exit code that its end is worth.</returns>
    public async Task<int> FollowAsync(RunId run, string again, CancellationToken cancellationToken)
    {
        screen.Note($"Following the run {run.Name}. Ctrl-C stops the following, not the run.", Words.Faint);
        var (watch, reassured) = (Stopwatch.StartNew(), TimeSpan.Zero);
        while (true)
        {
            // First, so that nothing that is written before the end is missed after it.
            var state = await StateAsync(run, watch.Elapsed, cancellationToken);
            await SayNewsAsync(run, cancellationToken);
            if (state is not null && state.Status != ExecutionStatus.RUNNING && state.Status != ExecutionStatus.PENDING_REDRIVE)
            {
                return End(run.Name, state, again);
            }

            if (watch.Elapsed - reassured > Reassuring)
            {
                reassured = watch.Elapsed;
                screen.Note($"  … {watch.Elapsed.TotalSeconds:0} s; it goes on. Another run may hold the lock, and then this one waits.", Words.Faint);
            }

            await Task.Delay(Between, cancellationToken);
        }
    }

    /// <summary>The state of a run; null where Step Functions does not know it yet, because its answers lag behind.</summary>
    private async Task<DescribeExecutionResponse?> StateAsync(RunId run, TimeSpan since, CancellationToken cancellationToken)
    {
        try
        {
            return await stepFunctions.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = run.Arn }, cancellationToken);
        }
        catch (ExecutionDoesNotExistException) when (since < Reassuring)
        {
            return null;
        }
    }

    private async Task SayNewsAsync(RunId run, CancellationToken cancellationToken)
    {
        foreach (var entry in (await audit.OfRunAsync(run, cancellationToken)).OrderBy(entry => entry.At).Where(entry => said.Add($"{entry.Key} {entry.Outcome}")))
        {
            var (word, style) = Words.Ended(entry.Outcome);
            screen.Results.Write($"  {entry.Person}: {entry.What}: ".AsText());
            screen.Results.Write($"{word}{(entry.Detail is null ? "" : $", {entry.Detail}")}\n".AsText(style));
        }
    }

    private int End(string name, DescribeExecutionResponse state, string again)
    {
        if (state.Status == ExecutionStatus.SUCCEEDED)
        {
            screen.Results.Write($"The run {name} succeeded{(said.Count == 0 ? " and had nothing to change" : "")}.\n".AsText(Words.Good));
            return ExitCode.Fine;
        }

        var why = state.Error is { Length: > 0 } error ? $" {error}: {new RunError(error, state.Cause).Message()}" : "";
        screen.Note($"The run {name} ended {state.Status}.{why}\nWhen its cause is mended:\n  {again}", Words.Bad);
        return ExitCode.Error;
    }
}
