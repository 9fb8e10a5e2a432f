namespace Gatehouse.Local.GitHub.Git;

/// <summary>A real bare Git repository: its objects, branches and history. Anyone may clone it from disk while the world runs.</summary>
public sealed class BareRepository : IDisposable
{
    private const string NothingYet = "0000000000000000000000000000000000000000";
    private const string EmptyTree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
    private readonly string directory;

    public BareRepository(string directory, string defaultBranch)
    {
        this.directory = directory;
        if (!File.Exists(Path.Combine(directory, "HEAD")))
            GitCommand.Run(directory, ["init", "--quiet", "--bare", "--initial-branch", defaultBranch]);
        Objects = new GitObjects(directory);
    }

    public GitObjects Objects { get; }

    public void Dispose() => Objects.Dispose();

    /// <summary>The commit that a branch, a full reference or a commit's name stands for; null where there is none.</summary>
    public string? Resolve(string revision) =>
        Branch(revision)
        ?? Objects.Read($"refs/{revision}^{{commit}}")?.Sha
        ?? (IsName(revision) ? Objects.Read($"{revision}^{{commit}}")?.Sha : null);

    public string? Branch(string name) => Objects.Read($"refs/heads/{name}^{{commit}}")?.Sha;

    public string? Reference(string full) => Objects.Read($"{full}^{{commit}}")?.Sha;

    /// <summary>Every reference under a prefix such as <c>refs/heads/</c>, with the commit it stands for, sorted by name.</summary>
    public IReadOnlyList<(string Name, string Sha)> References(string prefix) =>
        [.. GitCommand.Run(directory, ["for-each-ref", "--format=%(refname) %(objectname)", prefix]).Lines
            .Select(line => line.Split(' ')).Select(parts => (parts[0], parts[1]))];

    /// <summary>Moves a reference, unless it no longer stands where <paramref name="old"/> says (null: it must not exist yet).</summary>
    public void Move(string reference, string? old, string sha) =>
        GitCommand.Run(directory, ["update-ref", reference, sha, old ?? NothingYet]);

    public void Delete(string reference) => GitCommand.Run(directory, ["update-ref", "-d", reference]);

    public bool IsValidReference(string reference) => GitCommand.Run(directory, ["check-ref-format", reference], 1).ExitCode == 0;

    public GitCommit Commit(string sha) => GitCommit.Parse(Objects.Read(sha)!);

    public IReadOnlyList<TreeEntry> Tree(string sha) => GitTree.Parse(Objects.Read(sha)!.Bytes);

    /// <summary>What is at a path of a commit: a file, a directory, or null.</summary>
    public GitObject? At(string commit, string path) => Objects.Read($"{commit}:{path}");

    /// <summary>Names of commits, newest first, as <c>git rev-list</c> chooses them.</summary>
    public string[] History(params string[] arguments) => GitCommand.Run(directory, ["rev-list", .. arguments]).Lines;

    public string? MergeBase(string left, string right) => GitCommand.Run(directory, ["merge-base", left, right], 1).Lines.FirstOrDefault();

    public bool Contains(string descendant, string ancestor) =>
        GitCommand.Run(directory, ["merge-base", "--is-ancestor", ancestor, descendant], 1).ExitCode == 0;

    /// <summary>The tree of a clean merge of two commits, or null when they conflict.</summary>
    public string? MergedTree(string into, string from)
    {
        var output = GitCommand.Run(directory, ["merge-tree", "--write-tree", into, from], 1);
        return output.ExitCode == 0 ? output.Lines[0] : null;
    }

    /// <summary>What differs between two commits; a null <paramref name="before"/> is the empty tree.</summary>
    public IReadOnlyList<FileChange> Diff(string? before, string after) =>
        GitDiff.Parse(GitCommand.Run(
            directory, ["diff-tree", "-r", "--no-renames", "--raw", "--numstat", "-p", "--abbrev=40", before ?? EmptyTree, after]).Text);

    private static bool IsName(string revision) => revision.Length is >= 7 and <= 40 && revision.All(char.IsAsciiHexDigit);
}
