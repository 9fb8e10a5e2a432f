using Gatehouse.Local.Clock;
using Gatehouse.Runtime;

namespace Gatehouse.Tests.Local;

public sealed class WorldClockTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    /// <summary>The machine's time, as its disk tells it.</summary>
    private DateTimeOffset Written => new(File.GetLastWriteTimeUtc(file));

    public void Dispose() => File.Delete(file);

    [Fact]
    public void A_process_that_lives_on_sees_the_time_pass()
    {
        var world = new WorldClock(file);
        var process = Clock.FromEnvironment(_ => file);

        world.Advance(TimeSpan.FromDays(91));
        world.Advance(TimeSpan.FromHours(2));

        (process.GetUtcNow() - Written).ShouldBe(new TimeSpan(91, 2, 0, 0), TimeSpan.FromMinutes(1));
        (process.GetUtcNow() - world.GetUtcNow()).ShouldBe(TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void Without_the_worlds_file_the_time_is_the_machines()
    {
        (Clock.FromEnvironment(_ => null).GetUtcNow() - Written).ShouldBe(TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void A_file_that_is_gone_is_no_time_at_all()
    {
        Should.Throw<IOException>(() => Clock.FromEnvironment(_ => Path.Combine(Path.GetTempPath(), "gatehouse-no-such-clock")).GetUtcNow());
    }
}
