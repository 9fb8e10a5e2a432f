namespace Gatehouse.Local.Clock;

/// <summary>The machine's clock plus what a visitor has added to it. It only moves forward.</summary>
public sealed class WorldClock : TimeProvider
{
    private long advancedTicks;

    public TimeSpan Advanced => TimeSpan.FromTicks(Interlocked.Read(ref advancedTicks));

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Advanced;

    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(by.Ticks, nameof(by));
        Interlocked.Add(ref advancedTicks, by.Ticks);
    }
}
