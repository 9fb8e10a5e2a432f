using System.Text;

namespace Gatehouse.Local.GitHub.Git;

public sealed record TreeEntry(string Mode, string Name, string Sha)
{
    public bool IsDirectory => Mode == "40000";
}

/// <summary>Git's tree objects: how they are read, written, and made anew with one file put in or taken out.</summary>
public static class GitTree
{
    public static IReadOnlyList<TreeEntry> Parse(ReadOnlySpan<byte> bytes)
    {
        var entries = new List<TreeEntry>();
        while (bytes.Length > 0)
        {
            var space = bytes.IndexOf((byte)' ');
            var end = bytes.IndexOf((byte)0);
            var name = Encoding.UTF8.GetString(bytes[(space + 1)..end]);
            entries.Add(new TreeEntry(Encoding.ASCII.GetString(bytes[..space]), name, Convert.ToHexStringLower(bytes.Slice(end + 1, 20))));
            bytes = bytes[(end + 21)..];
        }

        return entries;
    }

    /// <summary>The tree with the file at <paramref name="path"/> being <paramref name="blob"/>, or without it when that is null.</summary>
    public static string With(GitObjects objects, string? tree, ReadOnlySpan<string> path, string? blob)
    {
        var entries = tree is null ? [] : Parse(objects.Read(tree)!.Bytes).ToList();
        var name = path[0];
        var existing = entries.Find(entry => entry.Name == name);
        entries.RemoveAll(entry => entry.Name == name);
        if (path.Length > 1)
            entries.Add(new TreeEntry("40000", name, With(objects, existing is { IsDirectory: true } ? existing.Sha : null, path[1..], blob)));
        else if (blob is not null)
            entries.Add(new TreeEntry(existing is { IsDirectory: false } ? existing.Mode : "100644", name, blob));
        return objects.Write("tree", Format(entries));
    }

    private static byte[] Format(List<TreeEntry> entries)
    {
        // Git sorts a directory as if its name ended with a slash.
        entries.Sort((left, right) => string.CompareOrdinal(SortName(left), SortName(right)));
        using var bytes = new MemoryStream();
        foreach (var entry in entries)
        {
            bytes.Write(Encoding.UTF8.GetBytes($"{entry.Mode} {entry.Name}\0"));
            bytes.Write(Convert.FromHexString(entry.Sha));
        }

        return bytes.ToArray();
    }

    private static string SortName(TreeEntry entry) => entry.IsDirectory ? entry.Name + "/" : entry.Name;
}
