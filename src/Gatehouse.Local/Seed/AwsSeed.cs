using System.Text.Json.Nodes;
using Gatehouse.Local.Moto;

namespace Gatehouse.Local.Seed;

/// <summary>Gives a fresh account what a real one has before Gatehouse comes: a trail, an alias, the group, the register's people, one nobody manages.</summary>
public sealed class AwsSeed(MotoClient moto, CancellationToken cancellation)
{
    public const string Alias = "gds-users-example";
    public const string Group = "CrossAccountAccess";
    private const string Trail = "all-regions-example";

    /// <summary>Makes the group that the stack attaches the people's policy to: like a real one, it is there before the deployment.</summary>
    public Task PrepareAsync() => IamAsync("CreateGroup", ("GroupName", Group));

    /// <summary>Plants everything, unless somebody is there already.</summary>
    public async Task PlantAsync()
    {
        var users = await IamAsync("ListUsers");
        if (users.Descendants().Any(element => element.Name.LocalName == "UserName"))
            return;
        await PlantTrailAsync();
        await IamAsync("CreateAccountAlias", ("AccountAlias", Alias));
        await IamAsync("CreateUser", ("UserName", SeedPeople.HandMade));
        foreach (var person in SeedPeople.All)
            await PlantAsync(person);
    }

    /// <summary>The world plays its events by itself; the trail is there to be found.</summary>
    private async Task PlantTrailAsync()
    {
        const string Operations = "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.";
        await moto.RestAsync(HttpMethod.Put, $"/{Trail}", "s3", World.GlobalRegion, body: null, cancellation);
        var trail = new JsonObject { ["Name"] = Trail, ["S3BucketName"] = Trail, ["IsMultiRegionTrail"] = true, ["IncludeGlobalServiceEvents"] = true };
        await moto.JsonAsync("cloudtrail", World.GlobalRegion, Operations + "CreateTrail", trail, cancellation);
        await moto.JsonAsync("cloudtrail", World.GlobalRegion, Operations + "StartLogging", new JsonObject { ["Name"] = Trail }, cancellation);
    }

    private async Task PlantAsync(SeedPerson person)
    {
        await IamAsync("CreateUser", ("UserName", person.Name), ("Tags.member.1.Key", "managed-by"), ("Tags.member.1.Value", "gatehouse"));
        await IamAsync("CreateLoginProfile", ("UserName", person.Name), ("Password", $"Known-only-to-{person.Label}-1"));
        if (person.Member)
            await IamAsync("AddUserToGroup", ("UserName", person.Name), ("GroupName", Group));
    }

    private Task<System.Xml.Linq.XElement> IamAsync(string action, params (string Name, string Value)[] parameters) =>
        moto.QueryAsync(
            "iam",
            World.GlobalRegion,
            [new("Action", action), new("Version", "2010-05-08"), .. parameters.Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value))],
            cancellation);
}
