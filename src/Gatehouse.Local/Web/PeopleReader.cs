using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Gatehouse.Local.Moto;

namespace Gatehouse.Local.Web;

/// <summary>A user of IAM. Only those with the tag <c>managed-by=gatehouse</c> are managed; one with the policy that denies everything is in quarantine.</summary>
/// <param name="Name">The user name.</param>
/// <param name="Managed">Whether Gatehouse changes the user.</param>
/// <param name="Quarantined">Whether everything is denied to it.</param>
/// <param name="Groups">Those it is in.</param>
/// <param name="Devices">The serials of its MFA devices.</param>
/// <param name="PullRequest">The one that made the user.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record Person(string Name, bool Managed, bool Quarantined, IReadOnlyList<string> Groups, IReadOnlyList<string> Devices, string? PullRequest, DateTimeOffset CreatedAt);

/// <summary>Reads IAM's users, newest first, without being counted as a caller of AWS.</summary>
public sealed class PeopleReader(MotoClient moto)
{
    public async Task<IReadOnlyList<Person>> ReadAsync(CancellationToken cancellation)
    {
        var people = new List<Person>();
        var devices = (await moto.WorldAsync("/gatehouse/devices", new JsonObject { ["account"] = World.Account }, cancellation)).AsObject();
        for (string? marker = null; ;)
        {
            var answer = await moto.QueryAsync("iam", World.GlobalRegion, Ask(marker), cancellation);
            people.AddRange(Members(answer, "UserDetailList").Select(user => Read(user, devices)));
            marker = Text(answer.Descendants().FirstOrDefault(element => element.Name.LocalName == "Marker"));
            if (marker is null)
                return [.. people.OrderByDescending(person => person.CreatedAt).ThenBy(person => person.Name, StringComparer.Ordinal)];
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Ask(string? marker)
    {
        yield return new("Action", "GetAccountAuthorizationDetails");
        yield return new("Version", "2010-05-08");
        yield return new("Filter.member.1", "User");
        yield return new("MaxItems", "1000");
        if (marker is not null)
            yield return new("Marker", marker);
    }

    private static Person Read(XElement user, JsonObject devices)
    {
        var tags = Members(user, "Tags").ToDictionary(tag => Child(tag, "Key")!, tag => Child(tag, "Value")!);
        return new Person(
            Child(user, "UserName")!,
            tags.GetValueOrDefault("managed-by") == "gatehouse",
            Members(user, "UserPolicyList").Any(policy => Child(policy, "PolicyName") == "gatehouse-quarantine"),
            [.. Members(user, "GroupList").Select(group => group.Value)],
            [.. (devices[Child(user, "UserName")!]?.AsArray() ?? []).Select(serial => (string)serial!).Order(StringComparer.Ordinal)],
            tags.GetValueOrDefault("gatehouse:pull-request"),
            DateTimeOffset.Parse(Child(user, "CreateDate")!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
    }

    private static IEnumerable<XElement> Members(XElement parent, string list) =>
        parent.DescendantsAndSelf().Elements().FirstOrDefault(element => element.Name.LocalName == list)?.Elements() ?? [];

    private static string? Child(XElement parent, string name) => Text(parent.Elements().FirstOrDefault(element => element.Name.LocalName == name));

    private static string? Text(XElement? element) => element is { Value.Length: > 0 } ? element.Value : null;
}
