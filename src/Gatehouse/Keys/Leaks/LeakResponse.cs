using System.Runtime.ExceptionServices;
using Gatehouse.Aws;
using Gatehouse.Membership;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Keys.Leaks;

/// <summary>
/// Answers one word of a leak: every key of it is stopped before any is told of, and none waits for another. What fails is said, and fails the whole at the end, so
/// that the state machine tries it again; what was done before is as wanted then.
/// </summary>
public sealed partial class LeakResponse(LeakReader reader, LeakStop stop, LeakTelling telling, ILogger<LeakResponse> log)
{
    public async Task<LeakResult> RespondAsync(RunId run, LeakInput input, CancellationToken cancellationToken)
    {
        switch (await ReadAsync(run, input, cancellationToken))
        {
            case NoLeak none:
                Log.NoLeak(log, none.Why);
                return new LeakResult([]);
            case SecretAlone alone:
                await telling.TellAsync(alone, cancellationToken);
                return new LeakResult([$"{alone.Place.Source}#{nameof(SecretAlone)}"]);
            case KeysOut keys:
                return await AnswerAsync(run, keys, cancellationToken);
            case var found:
                throw new NotSupportedException($"Nobody answers {found.GetType().Name}: add it here.");
        }
    }

    private async Task<LeakFound> ReadAsync(RunId run, LeakInput input, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadAsync(input, cancellationToken);
        }
        catch (Exception unread) when (!cancellationToken.IsCancellationRequested)
        {
            await telling.SayTroubleAsync(run, "not known yet", LeakReader.PlaceOf(input), unread, cancellationToken);
            throw;
        }
    }

    private async Task<LeakResult> AnswerAsync(RunId run, KeysOut keys, CancellationToken cancellationToken)
    {
        var failures = new List<Exception>();
        var looked = new List<LeakedKey>();
        foreach (var id in keys.Ids)
        {
            await TryAsync(failures, async () => looked.Add(await StopAsync(run, keys, id, cancellationToken)), cancellationToken);
        }

        foreach (var leaked in looked)
        {
            await TryAsync(failures, () => telling.TellAsync(run, leaked, cancellationToken), cancellationToken);
        }

        if (keys.Unread is [var unread, ..])
        {
            await telling.SayTroubleAsync(run, "not known yet", keys.Place, unread, cancellationToken);
            failures.Add(unread);
        }

        if (failures is [var first, ..])
        {
            // As it was thrown: its class is what the state machine tells apart.
            ExceptionDispatchInfo.Throw(first);
        }

        return new LeakResult([.. looked.Select(leaked => $"{leaked.Id}#{leaked.End}")]);
    }

    private async Task<LeakedKey> StopAsync(RunId run, KeysOut keys, AccessKeyId id, CancellationToken cancellationToken)
    {
        try
        {
            return await stop.StopAsync(run, id, keys.Account, keys.Place, cancellationToken);
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            await telling.SayTroubleAsync(run, id.Value, keys.Place, problem, cancellationToken);
            throw;
        }
    }

    private async Task TryAsync(List<Exception> failures, Func<Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work();
        }
        // Whatever it is, it is this key's alone, and comes again with the whole.
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Failed(log, problem, problem.GetType().Name);
            failures.Add(problem);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "It is no leak of a key of AWS's: {Why}. Nothing to do.")]
        public static partial void NoLeak(ILogger log, string why);

        [LoggerMessage(2, LogLevel.Error, "A leaked key could not be handled, and comes again: {Problem}.")]
        public static partial void Failed(ILogger log, Exception exception, string problem);
    }
}
