using Gatehouse.Local.GitHub;
using Gatehouse.Local.Seed;
using Gatehouse.Local.Slack;
using Gatehouse.Local.Web;

namespace Gatehouse.Local.Hosting;

/// <summary>Puts the world together, keeps it until it is cancelled, and takes it apart.</summary>
public static class WorldHost
{
    public static async Task<int> RunAsync(WorldSettings settings, CancellationToken cancellation)
    {
        var world = new World(new Ports(settings.Port), WorldDirectories.Find() with { Name = settings.Name }, settings);
        Directory.CreateDirectory(world.Directories.Logs);

        await using var github = await Listener.StartAsync(world.Ports.GitHub, app => app.MapGitHub(world), cancellation);
        await using var web = await Listener.StartAsync(world.Ports.Web, app => MapWebAddress(app, world), cancellation);
        await WorldSeed.PlantAsync(world, cancellation);

        await Task.Delay(Timeout.Infinite, cancellation).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        return 0;
    }

    private static void MapWebAddress(WebApplication app, World world)
    {
        app.MapWeb(world);
        app.MapSlack(world);
    }
}
