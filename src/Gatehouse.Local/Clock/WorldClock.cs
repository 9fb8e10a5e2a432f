using System.Xml;

namespace Gatehouse.Local.Clock;

/// <summary>The machine's clock plus what a visitor has added to it. It only moves forward, and with it that of every process that reads its file: a function that waits lives on, as on Lambda.</summary>
public sealed class WorldClock : TimeProvider
{
    private readonly Lock writing = new();
    private readonly string file;
    private long advancedTicks;

    /// <param name="file">Where it writes by how much it was moved, an ISO 8601 duration.</param>
    public WorldClock(string file)
    {
        this.file = file;
        Advance(TimeSpan.Zero);
    }

    public TimeSpan Advanced => TimeSpan.FromTicks(Interlocked.Read(ref advancedTicks));

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Advanced;

    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(by.Ticks, nameof(by));
        lock (writing)
        {
            var advanced = Advanced + by;
            // Moved into place whole: somebody may be reading.
            File.WriteAllText($"{file}.new", XmlConvert.ToString(advanced));
            File.Move($"{file}.new", file, overwrite: true);
            Interlocked.Exchange(ref advancedTicks, advanced.Ticks);
        }
    }
}
