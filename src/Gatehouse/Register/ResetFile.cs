namespace Gatehouse.Register;

/// <summary>The addresses of the two reset files as they stood at one commit, in the order of their lines, each as often as it stands there.</summary>
public sealed record ResetFiles(IReadOnlyList<UserName> Passwords, IReadOnlyList<UserName> Mfa)
{
    /// <summary>The lines that are here and were not in <paramref name="before"/>: an address that stands twice and stood once was added once.</summary>
    public ResetFiles Since(ResetFiles before) => new(Added(before.Passwords, Passwords), Added(before.Mfa, Mfa));

    private static List<UserName> Added(IReadOnlyList<UserName> before, IReadOnlyList<UserName> after)
    {
        var left = before.GroupBy(name => name).ToDictionary(same => same.Key, same => same.Count());
        return [.. after.Where(name => !(left.TryGetValue(name, out var count) && count > 0 && (left[name] = count - 1) >= 0))];
    }
}

/// <summary>
/// Reads a reset file: one address a line. Blank lines, CRLF, a byte order mark and space around an address are fine; a line that starts with
/// <c>#</c> is a note.
/// </summary>
public static class ResetFile
{
    /// <param name="file">Its path, for what is said of it.</param>
    /// <param name="bytes">Its content; null where there is none, which is an empty one.</param>
    /// <exception cref="RegisterUnreadableException">A line is no user name.</exception>
    public static IReadOnlyList<UserName> Read(string file, ReadOnlyMemory<byte>? bytes)
    {
        var problems = new RegisterProblems();
        var names = new List<UserName>();
        foreach (var (text, index) in RegisterText.Lines(file, bytes.GetValueOrDefault().Span, problems).Select((line, index) => (line.Trim(), index)))
        {
            if (text.Any(char.IsWhiteSpace) && !text.StartsWith('#'))
            {
                problems.Add(file, index + 1, $"\"{text}\" is not one address.", "Write one address a line, and nothing else.");
            }
            else if (text.Length > 0 && !text.StartsWith('#'))
            {
                names.Add(new UserName(text));
            }
        }

        problems.ThrowIfAny();
        return names;
    }
}
