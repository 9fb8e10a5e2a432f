using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gatehouse.Local.Seed;

/// <summary>The register's files for a number of people, laid out as the public request form leaves them.</summary>
public static class RegisterFile
{
    public const string Users = "terraform/gds_users.tf.json";
    public const string Members = "terraform/iam_crossaccountaccess_members.tf.json";
    public const string PasswordResets = "mgmt/password-reset-emails.txt";

    private static readonly JsonSerializerOptions Pretty = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Dictionary<string, byte[]> For(IEnumerable<SeedPerson> people)
    {
        var sorted = people.OrderBy(person => person.Label, StringComparer.Ordinal).ToList();
        return new Dictionary<string, byte[]> { [Users] = UsersFile(sorted), [Members] = MembersFile(sorted) };
    }

    /// <summary>The settings and the words that the register starts with.</summary>
    public static Dictionary<string, byte[]> Surroundings() => new()
    {
        ["README.md"] = Resource("register.README.md"),
        ["gatehouse.json"] = Resource("register.gatehouse.json"),
        ["mgmt/key-exemptions.json"] = Resource("register.key-exemptions.json"),
        ["mgmt/machine-users.json"] = Resource("register.machine-users.json"),
        [PasswordResets] = Encoding.UTF8.GetBytes("imran.sheikh@digital.cabinet-office.gov.uk\n"),
    };

    private static byte[] UsersFile(List<SeedPerson> people) => Bytes(new JsonObject
    {
        ["resource"] = new JsonArray([.. people.Select(person => new JsonObject
        {
            ["aws_iam_user"] = new JsonObject { [person.Label] = new JsonObject { ["name"] = person.Name, ["force_destroy"] = true } },
        })]),
    });

    private static byte[] MembersFile(List<SeedPerson> people) => Bytes(new JsonObject
    {
        ["resource"] = new JsonObject
        {
            ["aws_iam_group_membership"] = new JsonObject
            {
                ["crossaccountaccess-members"] = new JsonObject
                {
                    ["name"] = "crossaccountaccess-membership",
                    ["users"] = new JsonArray([.. people.Where(person => person.Member).Select(person => JsonValue.Create($"${{aws_iam_user.{person.Label}.name}}"))]),
                    ["group"] = "CrossAccountAccess",
                },
            },
        },
    });

    private static byte[] Bytes(JsonObject file) => Encoding.UTF8.GetBytes(file.ToJsonString(Pretty) + "\n");

    private static byte[] Resource(string name)
    {
        using var resource = typeof(RegisterFile).Assembly.GetManifestResourceStream(name)!;
        using var copy = new MemoryStream();
        resource.CopyTo(copy);
        return copy.ToArray();
    }
}
