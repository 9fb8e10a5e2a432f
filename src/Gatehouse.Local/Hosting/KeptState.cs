using System.Text.Json;
using System.Text.Json.Nodes;
using Gatehouse.Local.Aws;

namespace Gatehouse.Local.Hosting;

/// <summary>What <c>--keep</c> goes on from: AWS's content, the mails and the clock, written when a world ends in order. GitHub and Slack keep their own files.</summary>
public sealed class KeptState(World world)
{
    private string Content => Path.Combine(world.Directories.State, "kept.json");

    private string Aws => Path.Combine(world.Directories.State, "kept.aws");

    /// <summary>Whether an earlier world left anything, and this one is to go on from it.</summary>
    public bool IsWanted => world.Settings.Keep && File.Exists(Content) && File.Exists(Aws);

    public async Task SaveAsync(CancellationToken cancellation)
    {
        await world.Moto.WorldAsync("/gatehouse/save", new JsonObject { ["path"] = Aws }, cancellation);
        await File.WriteAllTextAsync(Content, JsonSerializer.Serialize(new Kept(world.Clock.Advanced, [.. world.Inbox.Mails])), cancellation);
    }

    /// <summary>Puts it into the stack that has just been deployed.</summary>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        var kept = JsonSerializer.Deserialize<Kept>(await File.ReadAllTextAsync(Content, cancellation))!;
        await world.Moto.WorldAsync("/gatehouse/load", new JsonObject { ["path"] = Aws }, cancellation);
        world.Clock.Advance(kept.Advanced);
        await world.Moto.WorldAsync("/gatehouse/clock", new JsonObject { ["seconds"] = kept.Advanced.TotalSeconds }, cancellation);
        foreach (var mail in kept.Mails) world.Inbox.Receive(mail);
    }

    private sealed record Kept(TimeSpan Advanced, IReadOnlyList<Mail> Mails);
}
