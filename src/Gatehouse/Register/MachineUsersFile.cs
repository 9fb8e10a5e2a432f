using static Gatehouse.Register.TextShapes;

namespace Gatehouse.Register;

/// <summary>
/// Reads <c>mgmt/machine-users.json</c>, the IAM users that are no people:
/// <c>{"machineUsers":[{"user","owner","account"?,"protected"?,"repository"?,"secrets"?:{"id","key"},"environment"?,"days"?,"workflow"?,"ref"?}]}</c>.
/// It takes what <c>docs/machine-users.schema.json</c> describes; an unknown key is a problem, because it may be a misspelt one.
/// <list type="table">
/// <listheader><term>refused</term><description>because</description></listheader>
/// <item><term>a repository without secrets, or what belongs to a rotation without a repository</term><description>nobody can guess the other half</description></item>
/// <item><term>the same user twice in an account</term><description>two owners, or two rotations of the same keys</description></item>
/// <item><term>the same secret of a repository and environment fed by two users</term><description>each rotation would overwrite the other's, and take away a key in use</description></item>
/// </list>
/// </summary>
public static class MachineUsersFile
{
    private const int UsualDays = 90, MostDays = 365;

    /// <summary>GitHub's limit for the name of an environment.</summary>
    private const int LongestEnvironment = 255;

    private static readonly string[] OfRotation = ["secrets", "environment", "days", "workflow", "ref"];

    /// <param name="bytes">Its content; null where there is none, which lists nobody.</param>
    /// <exception cref="RegisterUnreadableException">Anything is unclear; every problem is said at once.</exception>
    public static IReadOnlyList<MachineUser> Read(ReadOnlyMemory<byte>? bytes)
    {
        if (bytes is not { } content)
        {
            return [];
        }

        var problems = new RegisterProblems();
        var machines = RegisterText.Parse(RegisterFiles.MachineUsers, content.Span, problems) is { } root ? Machines(new(root, problems, RegisterFiles.MachineUsers)) : [];
        problems.ThrowIfAny();
        return machines;
    }

    private static List<MachineUser> Machines(SettingsObject root)
    {
        root.AllowOnly("$schema", "machineUsers");
        var known = new HashSet<(UserName, string?)>();
        var fed = new Dictionary<string, UserName>(StringComparer.OrdinalIgnoreCase);
        var read = new List<MachineUser>();
        foreach (var written in root.Objects("machineUsers"))
        {
            if (Machine(written) is not { } machine)
            {
                continue;
            }

            if (!known.Add((machine.User, machine.Account)))
            {
                written.Problem("user", $"{machine.User} stands twice.", "Take one of the two out.");
            }

            foreach (var secret in Secrets(machine.Rotation).Where(secret => !fed.TryAdd(secret, machine.User)))
            {
                written.Problem("secrets", $"{fed[secret]} and {machine.User} both feed the secret {secret}.", "Give each machine user secrets of its own, or another environment.");
            }

            read.Add(machine);
        }

        return read;
    }

    private static MachineUser? Machine(SettingsObject written)
    {
        written.AllowOnly(["user", "owner", "account", "protected", "repository", .. OfRotation]);
        var user = written.Required("user", IsUserName, "the name of an IAM user");
        var owner = written.Required("owner", IsAddress, "the mail address of who answers for it");
        var account = written.Optional("account", IsAccount, "the account's twelve digits");
        var isProtected = written.Flag("protected");
        var rotation = Rotation(written);
        return user is null || owner is null ? null : new MachineUser(new UserName(user), owner) { Account = account, Protected = isProtected, Rotation = rotation };
    }

    private static KeyRotation? Rotation(SettingsObject written)
    {
        if (!written.Has("repository"))
        {
            foreach (var half in OfRotation.Where(written.Has))
            {
                written.Problem(half, $"\"{half}\" belongs to a rotation, and there is no \"repository\".", "Write \"repository\" as owner/name, or take it out.");
            }

            return null;
        }

        var repository = written.Text("repository", IsRepository, "a repository as owner/name");
        var secrets = Secrets(written);
        var environment = written.Optional("environment", IsEnvironment, $"the name of an environment, in at most {LongestEnvironment} characters");
        var days = (int)written.Number("days", UsualDays, days => days is >= 1 and <= MostDays && double.IsInteger(days), $"a whole number from 1 to {MostDays}");
        var workflow = written.Optional("workflow", IsWorkflow, "the file name of a workflow, such as \"test-credentials.yml\"");
        var on = written.Optional("ref", text => IsShort(text) && !text.Any(char.IsWhiteSpace), "a branch or a tag");
        if (written.Has("ref") && !written.Has("workflow"))
        {
            written.Problem("ref", "\"ref\" says where the workflow is run, and there is no \"workflow\".", "Write \"workflow\", or take \"ref\" out.");
        }

        if (repository is null || secrets is not { } pair)
        {
            return null;
        }

        var rotation = new KeyRotation(repository, pair.Id, pair.Key, days) { Environment = environment, Workflow = workflow };
        return on is null ? rotation : rotation with { Ref = on };
    }

    private static (string Id, string Key)? Secrets(SettingsObject written)
    {
        if (!written.Has("secrets"))
        {
            written.Problem("repository", "There is no \"secrets\".", """Write "secrets": { "id": "AWS_ACCESS_KEY_ID", "key": "AWS_SECRET_ACCESS_KEY" }, with the names that the repository's workflows read.""");
            return null;
        }

        var names = written.Object("secrets");
        names.AllowOnly("id", "key");
        const string Wanted = "the name of an Actions secret: capitals, digits and _, not beginning with a digit or GITHUB_";
        var id = names.Required("id", IsSecretName, Wanted);
        var key = names.Required("key", IsSecretName, Wanted);
        if (id is not null && id == key)
        {
            names.Problem("key", $"Both halves of the key would be written to {id}.", "Name two secrets.");
            return null;
        }

        return id is null || key is null ? null : (id, key);
    }

    /// <summary>Where each half is written, as people say it; GitHub compares all three parts without case.</summary>
    private static IEnumerable<string> Secrets(KeyRotation? rotation)
    {
        var where = rotation is null ? "" : $" of {rotation.Repository}{(rotation.Environment is { } environment ? $" in the environment {environment}" : "")}";
        return rotation is null ? [] : [rotation.IdSecret + where, rotation.KeySecret + where];
    }

    private static bool IsEnvironment(string text) => !string.IsNullOrWhiteSpace(text) && text.Length <= LongestEnvironment && !text.Any(char.IsControl);
}
