namespace Gatehouse.Local.Hosting;

internal static class Cancellation
{
    /// <summary>Ends, without an exception, when the world is told to.</summary>
    public static Task WaitAsync(this CancellationToken cancellation)
    {
        var ended = new TaskCompletionSource();
        cancellation.Register(ended.SetResult);
        return ended.Task;
    }
}
