using System.Globalization;
using Gatehouse.Local.GitHub;
using Gatehouse.Local.GitHub.Git;
using Gatehouse.Local.GitHub.Pulls;

namespace Gatehouse.Local.Seed;

/// <summary>Gives an empty repository the register and its history, with the same dates, authors and so commits in every world.</summary>
public sealed class RegisterSeed(GitHubStandIn gitHub)
{
    private static readonly DateTimeOffset Start = DateTimeOffset.Parse("2026-03-02T09:30:00Z", CultureInfo.InvariantCulture);

    private readonly List<SeedPerson> people = [];
    private DateTimeOffset at = Start;

    public static Task PlantAsync(GitHubStandIn gitHub) => gitHub.OneAtATimeAsync(() =>
    {
        if (gitHub.Git.Branch(gitHub.Settings.Branch) is null)
            new RegisterSeed(gitHub).Plant();
        return true;
    });

    private void Plant()
    {
        people.AddRange([.. SeedPeople.First, SeedPeople.Gone]);
        var first = Commit(null, "morgan.ellis", "Start the register with the people we have", RegisterFile.Surroundings(), RegisterFile.For(people));
        gitHub.Git.Move($"refs/heads/{gitHub.Settings.Branch}", null, first);
        Add(SeedPeople.Second, "bronwen.hughes", "lowri.bevan and friends");
        Add(SeedPeople.Third, "joanna.kowalczyk", "priya.raman");
        Merge("remove-aws-user-leo-hartnell", "callum.fraser", "Remove AWS user leo.hartnell", () => people.Remove(SeedPeople.Gone));
        Add(SeedPeople.Fourth, "harriet.lindqvist", "tomos.pritchard and friends");
        // Who has access is not for everybody's eyes, and a plan shows evidence in a private repository only.
        gitHub.State.Private = true;
        gitHub.State.Labels.Add("gatehouse:allow-removals");
        gitHub.State.Protections[gitHub.Settings.Branch] = ProtectedBranch.Rules(gitHub.Settings);
    }

    private void Add(IReadOnlyList<SeedPerson> joiners, string author, string whom) =>
        Merge($"new-aws-user-{whom.Split(' ')[0].Replace('.', '-')}", author, $"Add AWS user {whom}", () => people.AddRange(joiners));

    private void Merge(string branch, string author, string title, Action change)
    {
        var into = gitHub.Git.Branch(gitHub.Settings.Branch)!;
        change();
        at = at.AddDays(23).AddMinutes(41);
        var head = into;
        foreach (var (path, content) in RegisterFile.For(people))
        {
            at = at.AddSeconds(2);
            if (gitHub.Git.At(into, path)!.Bytes.AsSpan().SequenceEqual(content))
                continue;
            head = Commit(
                head, author, $"{title}\n\nCo-authored-by: {Name(author)} <{Address(author)}>", new Dictionary<string, byte[]> { [path] = content });
        }

        var opened = at;
        at = at.AddHours(2);
        var number = gitHub.State.PullRequests.Count + 1;
        var message = $"Merge pull request #{number} from {gitHub.Settings.Owner}/{branch}\n\n{title}";
        var merge = GitCommit.Write(gitHub.Git.Objects, gitHub.Git.Commit(head).Tree, [into, head], Person("morgan.ellis"), ByGitHub(), message);
        gitHub.Git.Move($"refs/heads/{gitHub.Settings.Branch}", into, merge);
        gitHub.State.PullRequests.Add(Record(number, title, author, branch, head, into, merge, opened));
    }

    private PullRequest Record(int number, string title, string author, string branch, string head, string into, string merge, DateTimeOffset opened) => new()
    {
        Number = number,
        Title = title,
        Body = $"Requested using requests.example.gov.uk by {Address(author)}",
        Author = Login(author),
        HeadBranch = branch,
        HeadSha = head,
        BaseBranch = gitHub.Settings.Branch,
        BaseSha = into,
        CreatedAt = opened,
        UpdatedAt = at,
        State = "closed",
        ClosedAt = at,
        MergedAt = at,
        MergedBy = Login("morgan.ellis"),
        MergeCommitSha = merge,
        Events = [new(gitHub.State.NextId(), "merged", Login("morgan.ellis"), at, merge), new(gitHub.State.NextId(), "closed", Login("morgan.ellis"), at)],
    };

    private string Commit(string? parent, string author, string message, params Dictionary<string, byte[]>[] files)
    {
        var tree = parent is null ? null : gitHub.Git.Commit(parent).Tree;
        foreach (var (path, content) in files.SelectMany(some => some))
            tree = GitTree.With(gitHub.Git.Objects, tree, path.Split('/'), gitHub.Git.Objects.Write("blob", content));
        return GitCommit.Write(gitHub.Git.Objects, tree!, parent is null ? [] : [parent], Person(author), ByGitHub(), message);
    }

    private Signature Person(string name) => new(Name(name), $"{Login(name)}@users.noreply.github.com", at);

    private Signature ByGitHub() => new("GitHub", "noreply@github.com", at);

    private static string Login(string name) => name.Replace('.', '-');

    private static string Name(string name) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.Replace('.', ' '));

    private static string Address(string name) => SeedPeople.All.First(person => person.Name.StartsWith(name + "@", StringComparison.Ordinal)).Name;
}
