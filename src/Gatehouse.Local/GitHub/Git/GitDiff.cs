using System.Globalization;

namespace Gatehouse.Local.GitHub.Git;

/// <summary>One file that differs between two commits; <c>Status</c> is GitHub's word: added, modified, removed.</summary>
public sealed record FileChange(string Path, string Status, string Sha, int Additions, int Deletions, string Patch);

/// <summary>Reads what <c>git diff-tree --raw --numstat -p</c> writes.</summary>
public static class GitDiff
{
    public static IReadOnlyList<FileChange> Parse(string output)
    {
        var sections = output.Split("\ndiff --git ");
        var lines = sections[0].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var raw = lines.Where(line => line.StartsWith(':')).ToList();
        var counts = lines.Where(line => !line.StartsWith(':')).ToList();
        return [.. raw.Select((line, index) => Change(line, counts[index], index + 1 < sections.Length ? sections[index + 1] : ""))];
    }

    private static FileChange Change(string raw, string count, string section)
    {
        var path = raw[(raw.IndexOf('\t') + 1)..];
        var fields = raw[1..raw.IndexOf('\t')].Split(' ');
        var numbers = count.Split('\t');
        var hunks = section.IndexOf("\n@@", StringComparison.Ordinal);
        var (status, sha) = fields[4][0] switch
        {
            'A' => ("added", fields[3]),
            'D' => ("removed", fields[2]),
            _ => ("modified", fields[3]),
        };
        return new FileChange(path, status, sha, Number(numbers[0]), Number(numbers[1]), hunks < 0 ? "" : section[(hunks + 1)..].TrimEnd('\n'));
    }

    // Git writes "-" for a binary file.
    private static int Number(string text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
