using System.Text.Json.Nodes;

namespace Gatehouse.Local.Hosting;

/// <summary>Says where everything is, to people on the console and to clients in a file that is there only while the world is ready.</summary>
public sealed class Announcement : IDisposable
{
    private readonly World world;

    private Announcement(World world) => this.world = world;

    public static Announcement Make(World world, string webhookSecret)
    {
        var settings = world.Settings;
        var ports = world.Ports;
        var webhook = $"{At(ports.HttpApi)}/github/webhook";
        var content = new JsonObject
        {
            ["aws"] = At(ports.Aws),
            ["github"] = At(ports.GitHub),
            ["webhook"] = webhook,
            ["webhookSecret"] = webhookSecret,
            ["web"] = At(ports.Web),
            ["repository"] = settings.Repository,
            ["branch"] = settings.Branch,
            ["account"] = World.Account,
            ["region"] = World.HomeRegion,
        };
        // Written whole or not at all: clients wait for the file.
        File.WriteAllText(world.Directories.Announcement + ".part", content.ToJsonString(new() { WriteIndented = true }) + "\n");
        File.Move(world.Directories.Announcement + ".part", world.Directories.Announcement, overwrite: true);
        Console.WriteLine($"""
            The local world is ready.
              page     {At(ports.Web)}
              AWS      {At(ports.Aws)}   account {World.Account}, {World.HomeRegion}; any credentials
              GitHub   {At(ports.GitHub)}   {settings.Repository}, branch {settings.Branch}; any token
              webhook  {webhook}
              logs     {world.Directories.Logs}
            """);
        return new Announcement(world);
    }

    public void Dispose()
    {
        File.Delete(world.Directories.Announcement);
        File.Delete(world.Directories.ProcessId);
    }

    private static string At(int port) => Ports.Address(port).ToString().TrimEnd('/');
}
