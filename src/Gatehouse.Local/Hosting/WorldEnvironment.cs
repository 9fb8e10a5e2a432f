namespace Gatehouse.Local.Hosting;

/// <summary>The variables under which an AWS client, and the <c>gatehouse</c> command line, meet this world instead of AWS. What the world's deployment is told beside <c>cdk.json</c> is among them.</summary>
public static class WorldEnvironment
{
    public static Dictionary<string, string> Of(World world) => new()
    {
        ["AWS_ENDPOINT_URL"] = At(world.Aws),
        ["AWS_ACCESS_KEY_ID"] = "AKIALOCALOPERATOR000",
        ["AWS_SECRET_ACCESS_KEY"] = "local",
        ["AWS_REGION"] = World.HomeRegion,
        ["GATEHOUSE_REGION_HOME"] = World.HomeRegion,
        ["GATEHOUSE_REPOSITORY"] = world.Settings.Repository,
        ["GATEHOUSE_BRANCH"] = world.Settings.Branch,
        ["GATEHOUSE_GITHUB_URL"] = At(Ports.Address(world.Ports.GitHub)),
        ["GATEHOUSE_KEYS_ACT"] = "on",
        ["GATEHOUSE_KEY_ACCOUNTS"] = world.Settings.KeyAccounts.Count == 0 ? "none" : string.Join(' ', world.Settings.KeyAccounts),
        ["GATEHOUSE_CLOCK_FILE"] = world.Directories.Clock,
    };

    private static string At(Uri address) => address.ToString().TrimEnd('/');
}
