using System.Diagnostics;

namespace Gatehouse.Local.Commands;

/// <summary>Prints what happened, each with the seconds since the merge; before the merge nothing counts.</summary>
public sealed class Timeline(TextWriter output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private readonly Stopwatch sinceMerge = new();

    public void Say(string happened)
    {
        var at = sinceMerge.IsRunning ? $"{sinceMerge.Elapsed.TotalSeconds,6:0.0} s" : "        ";
        output.WriteLine($"  {at}  {happened}");
    }

    public void Merged(string happened)
    {
        sinceMerge.Restart();
        Say(happened);
    }

    /// <summary>Asks until there is an answer and says that it came; after two minutes without one it says that instead, and answers null.</summary>
    public async Task<T?> AwaitAsync<T>(string awaited, Func<Task<T?>> ask, CancellationToken cancellation)
        where T : class
    {
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < Patience)
        {
            if (await ask() is { } answer)
            {
                Say(awaited);
                return answer;
            }

            await Task.Delay(Pause, cancellation);
        }

        Say($"gave up waiting for: {awaited}");
        return null;
    }
}
