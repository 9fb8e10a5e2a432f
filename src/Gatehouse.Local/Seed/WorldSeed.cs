namespace Gatehouse.Local.Seed;

/// <summary>What a fresh world starts with: the register, the people who are already in AWS, the secrets.</summary>
public static class WorldSeed
{
    /// <summary>Any text will do, as long as GitHub and Gatehouse have the same.</summary>
    public const string WebhookSecret = "a-secret-of-the-local-world";

    /// <summary>Runs once the stack is deployed, against the world's own AWS and GitHub; answers the webhook's secret. A world that goes on has its people already.</summary>
    public static async Task<string> PlantAsync(World world, bool goesOn, CancellationToken cancellation)
    {
        if (!goesOn)
        {
            await new AwsSeed(world.Moto, cancellation).PlantAsync();
            await new DeploySeed(world.Moto, cancellation).PlantAsync(world.GitHub);
        }

        await new SecretSeed(world, cancellation).PlantAsync(WebhookSecret, await AppSeed.PlantAsync(world.GitHub));
        await RegisterSeed.PlantAsync(world.GitHub);
        await HookSeed.PlantAsync(world.GitHub, new Uri(Ports.Address(world.Ports.HttpApi), "/github/webhook"), WebhookSecret);
        return WebhookSecret;
    }
}
