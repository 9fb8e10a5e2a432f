using System.Globalization;
using System.Text;
using Gatehouse.Membership;
using Gatehouse.Register;

namespace Gatehouse.Bench;

/// <summary>A register of many people, as its two files, and an account where one in a hundred differs from it.</summary>
public static class Crowd
{
    private const string Group = "CrossAccountAccess";
    private const int ChangesOneIn = 100;

    /// <summary>The users' file, as UTF-8 JSON.</summary>
    public static byte[] Users(int people) =>
        File(string.Join(",\n", Enumerable.Range(0, people).Select(number =>
            $$"""    { "aws_iam_user": { "{{Label(number)}}": { "name": "{{Name(number)}}", "force_destroy": true } } }""")));

    /// <summary>The members' file, as UTF-8 JSON.</summary>
    public static byte[] Members(int people) =>
        File($$"""
                { "aws_iam_group_membership": { "crossaccountaccess-members": { "name": "crossaccountaccess-membership", "users": [
                {{string.Join(",\n    ", Enumerable.Range(0, people).Select(number => $"\"${{aws_iam_user.{Label(number)}.name}}\""))}}
                ], "group": "{{Group}}" } } }
            """);

    /// <summary>The settings: nothing but a domain.</summary>
    public static RegisterSettings Settings => RegisterSettingsReader.Read("""{"allowedDomains":["digital.cabinet-office.gov.uk"]}"""u8.ToArray());

    /// <summary>The account: of every hundred people one is not there yet.</summary>
    public static Known Account(int people)
    {
        var groups = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { Group };
        var users = Enumerable.Range(0, people)
            .Where(number => number % ChangesOneIn != 0)
            .Select(number => new SnapshotUser(new UserName(Name(number)), Managed: true, new HashSet<string>(groups, StringComparer.OrdinalIgnoreCase)))
            .ToDictionary(user => user.Name);
        return new Known(new Snapshot(users, groups), DateTimeOffset.UnixEpoch, GraceDays: 14);
    }

    private static string Label(int number) => string.Create(CultureInfo.InvariantCulture, $"person_{number:000000}");

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"person.{number:000000}@digital.cabinet-office.gov.uk");

    private static byte[] File(string entries) => Encoding.UTF8.GetBytes($"{{ \"resource\": [\n{entries}\n] }}\n");
}
