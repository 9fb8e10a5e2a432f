using Gatehouse.Local.Moto;

namespace Gatehouse.Local.Seed;

/// <summary>Gives a fresh account what a real one has before Gatehouse comes: an alias, the group, the register's people, one nobody manages.</summary>
public sealed class AwsSeed(MotoClient moto, CancellationToken cancellation)
{
    public const string Alias = "gds-users-example";
    public const string Group = "CrossAccountAccess";

    /// <summary>Plants everything, unless somebody is there already.</summary>
    public async Task PlantAsync()
    {
        var users = await IamAsync("ListUsers");
        if (users.Descendants().Any(element => element.Name.LocalName == "UserName"))
            return;
        await IamAsync("CreateAccountAlias", ("AccountAlias", Alias));
        await IamAsync("CreateGroup", ("GroupName", Group));
        await IamAsync("CreateUser", ("UserName", SeedPeople.HandMade));
        foreach (var person in SeedPeople.All)
            await PlantAsync(person);
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
