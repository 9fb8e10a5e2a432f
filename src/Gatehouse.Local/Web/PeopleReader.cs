using System.Globalization;
using System.Xml.Linq;
using Gatehouse.Local.Moto;

namespace Gatehouse.Local.Web;

/// <summary>A user of IAM. Only those with the tag <c>managed-by=gatehouse</c> are managed; one with the policy that denies everything is in quarantine.</summary>
public sealed record Person(string Name, bool Managed, bool Quarantined, IReadOnlyList<string> Groups, string? PullRequest, DateTimeOffset CreatedAt);

/// <summary>Reads IAM's users, newest first, without being counted as a caller of AWS.</summary>
public sealed class PeopleReader(MotoClient moto)
{
    public async Task<IReadOnlyList<Person>> ReadAsync(CancellationToken cancellation)
    {
        var people = new List<Person>();
        for (string? marker = null; ;)
        {
            var answer = await moto.QueryAsync("iam", World.GlobalRegion, Ask(marker), cancellation);
            people.AddRange(Members(answer, "UserDetailList").Select(Read));
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

    private static Person Read(XElement user)
    {
        var tags = Members(user, "Tags").ToDictionary(tag => Child(tag, "Key")!, tag => Child(tag, "Value")!);
        return new Person(
            Child(user, "UserName")!,
            tags.GetValueOrDefault("managed-by") == "gatehouse",
            Members(user, "UserPolicyList").Any(policy => Child(policy, "PolicyName") == "gatehouse-quarantine"),
            [.. Members(user, "GroupList").Select(group => group.Value)],
            tags.GetValueOrDefault("gatehouse:pull-request"),
            DateTimeOffset.Parse(Child(user, "CreateDate")!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
    }

    private static IEnumerable<XElement> Members(XElement parent, string list) =>
        parent.DescendantsAndSelf().Elements().FirstOrDefault(element => element.Name.LocalName == list)?.Elements() ?? [];

    private static string? Child(XElement parent, string name) => Text(parent.Elements().FirstOrDefault(element => element.Name.LocalName == name));

    private static string? Text(XElement? element) => element is { Value.Length: > 0 } ? element.Value : null;
}
