using System.Globalization;
using System.Text;

namespace Gatehouse.Local.GitHub.Git;

/// <summary>Who made a commit, and when (to the second, as Git keeps it).</summary>
public sealed record Signature(string Name, string Email, DateTimeOffset At)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} <{Email}> {At.ToUnixTimeSeconds()} +0000");

    public static Signature Parse(string text)
    {
        var open = text.LastIndexOf('<');
        var close = text.LastIndexOf('>');
        var seconds = text[(close + 2)..].Split(' ')[0];
        var at = DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds, CultureInfo.InvariantCulture));
        return new Signature(text[..open].TrimEnd(), text[(open + 1)..close], at);
    }
}

public sealed record GitCommit(string Sha, string Tree, IReadOnlyList<string> Parents, Signature Author, Signature Committer, string Message)
{
    public static GitCommit Parse(GitObject commit)
    {
        var text = commit.Text;
        var split = text.IndexOf("\n\n", StringComparison.Ordinal);
        var headers = text[..split].Split('\n');
        string Header(string name) => headers.First(line => line.StartsWith(name + " ", StringComparison.Ordinal))[(name.Length + 1)..];
        var parents = headers.Where(line => line.StartsWith("parent ", StringComparison.Ordinal)).Select(line => line[7..]).ToList();
        return new GitCommit(
            commit.Sha, Header("tree"), parents, Signature.Parse(Header("author")), Signature.Parse(Header("committer")), text[(split + 2)..]);
    }

    /// <summary>Stores a commit and returns its name.</summary>
    public static string Write(GitObjects objects, string tree, IEnumerable<string> parents, Signature author, Signature committer, string message)
    {
        var text = new StringBuilder().Append("tree ").Append(tree).Append('\n');
        foreach (var parent in parents)
            text.Append("parent ").Append(parent).Append('\n');
        text.Append("author ").Append(author).Append("\ncommitter ").Append(committer).Append("\n\n").Append(message);
        return objects.Write("commit", Encoding.UTF8.GetBytes(text.ToString()));
    }
}
