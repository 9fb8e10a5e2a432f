namespace Gatehouse.Membership.Report;

/// <summary>Keeps a text within what its reader's tool takes, and says where the whole is. Pure.</summary>
internal static class Excerpt
{
    /// <param name="text">What is to be shortened.</param>
    /// <param name="longest">The most characters of it that are kept.</param>
    /// <param name="whole">Where the whole is to be found, in brackets; nothing where nobody keeps it.</param>
    public static string Of(string text, int longest, string whole = " (cut; the ledger and the logs have the whole)")
    {
        if (text.Length <= longest)
        {
            return text;
        }

        // Half of a character that takes two would be no character.
        var end = char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        return $"{text[..end]}…{whole}";
    }
}
