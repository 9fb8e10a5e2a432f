using Gatehouse.Local.Aws;
using Gatehouse.Local.Controls;
using Gatehouse.Local.Deploy;
using Gatehouse.Local.Events;
using Gatehouse.Local.GitHub;
using Gatehouse.Local.GitHub.SecretScanning;
using Gatehouse.Local.HttpApi;
using Gatehouse.Local.Lambda;
using Gatehouse.Local.Moto;
using Gatehouse.Local.Queues;
using Gatehouse.Local.Seed;
using Gatehouse.Local.Slack;
using Gatehouse.Local.Web;

namespace Gatehouse.Local.Hosting;

/// <summary>Puts the world together, keeps it until it is cancelled, and takes it apart.</summary>
public static class WorldHost
{
    public static async Task<int> RunAsync(WorldSettings settings, CancellationToken cancellation)
    {
        try
        {
            await LiveAsync(WorldDirectories.Find() with { Name = settings.Name }, settings, cancellation);
            return 0;
        }
        catch (WorldException refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return 1;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return 0;
        }
    }

    private static async Task LiveAsync(WorldDirectories directories, WorldSettings settings, CancellationToken cancellation)
    {
        PortCheck.Free(new Ports(settings.Port));
        StateDirectory.Prepare(directories, settings.Keep);
        using var world = new World(directories, settings);
        await using var moto = await MotoProcess.StartAsync(world, cancellation);
        var gateway = new Gateway(world);
        await using var aws = await Listener.StartAsync(world.Ports.Aws, app => app.Run(async context => await (await gateway.HandleAsync(context)).ExecuteAsync(context)), cancellation);
        await using var runtime = await Listener.StartAsync(world.Ports.Runtime, app => app.MapRuntimeApi(world), cancellation);
        await using var github = await Listener.StartAsync(world.Ports.GitHub, app => app.MapGitHub(world), cancellation);
        await using var web = await Listener.StartAsync(world.Ports.Web, app => MapWebAddress(app, world), cancellation);

        await new AwsSeed(world.Moto, cancellation).PrepareAsync();
        var stacks = await new StackDeployment(world).DeployAsync(cancellation);
        world.Routes = HttpApiRoute.ReadAll(stacks, world.Functions);
        world.Schedules = Schedule.ReadAll(stacks);
        world.Rules.MemberAccount = MemberAccount.Read(world.Directories.CloudAssembly, stacks);
        await using var api = await Listener.StartAsync(world.Ports.HttpApi, app => app.MapHttpApi(world), cancellation);
        var kept = new KeptState(world);
        if (kept.IsWanted) await kept.LoadAsync(cancellation);
        if (world.Rules.MemberAccount is { } member)
        {
            foreach (var account in settings.KeyAccounts) await MemberAccount.PrepareAsync(world.Moto, member, account, cancellation);
        }

        var secret = await WorldSeed.PlantAsync(world, goesOn: kept.IsWanted, cancellation);
        await world.CustomResources.CreateAsync(stacks, cancellation);
        world.Calls.Clear();
        world.Queues.Start(QueueMapping.ReadAll(stacks));

        using var announced = Announcement.Make(world, secret);
        await cancellation.WaitAsync();
        // First those who call, then those who are called: no function is told of errors that are only the end.
        await world.Queues.EndAsync();
        world.Pool.Dispose();
        await kept.SaveAsync(CancellationToken.None);
    }

    private static void MapWebAddress(WebApplication app, World world)
    {
        app.MapWeb(world);
        app.MapSlack(world);
        app.MapSecretAlerts(world);
        app.MapControls(world);
        app.MapSchedules(world);
        app.MapQueues(world);
        app.MapPut("/custom-resource/{secret}", (string secret, HttpRequest request) => world.CustomResources.TakeAsync(secret, request));
        app.MapFallback("/api/{**path}", (string path) => Results.Json(new { message = $"There is no /api/{path}." }, statusCode: StatusCodes.Status404NotFound));
    }
}
