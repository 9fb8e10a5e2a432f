namespace Gatehouse.Membership.Report;

/// <summary>Keeps a text within what its reader's tool takes, and says where the whole is. Pure.</summary>
internal static class Excerpt
{
    public static string Of(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        // Half of a character that takes two would be no character.
        var end = char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        return $"{text[..end]}… (cut; the ledger and the logs have the whole)";
    }
}
