using System.Text.Json;

namespace Gatehouse.GitHub;

/// <summary>Makes a comment's request body: the hidden marker first, and no more text than GitHub takes.</summary>
internal static class CommentRequest
{
    /// <summary>GitHub refuses a comment of more characters.</summary>
    public const int MostCharacters = 65_536;

    private const string Shortened = "\n\n… shortened, because GitHub takes no longer comment.";

    public static byte[] Of(string marker, string body)
    {
        var whole = $"{marker}\n{body}";
        var text = whole.Length <= MostCharacters ? whole : whole[..Cut(whole)] + Shortened;
        return JsonSerializer.SerializeToUtf8Bytes(new(text), GitHubJson.Default.CommentBodyJson);
    }

    /// <summary>After a whole line where there is one, so that a table's row is never halved.</summary>
    private static int Cut(string whole)
    {
        var most = MostCharacters - Shortened.Length;
        var line = whole.LastIndexOf('\n', most);
        return line > most / 2 ? line : most;
    }
}
