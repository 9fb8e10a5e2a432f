using Gatehouse.Membership.Mails.Rendering;
using static Gatehouse.Membership.Mails.Rendering.Span;

namespace Gatehouse.Membership.Welcome.Sections;

/// <summary>What this mail is, how long it takes, and how to tell that it is real.</summary>
internal static class Opening
{
    public static IEnumerable<Block> For(WelcomeLetter letter)
    {
        yield return new Block.Title(letter.Title);
        if (letter.ReplacesEarlier)
        {
            yield return new Block.Warning(
                $"The password in this mail replaces any earlier one. If you had a mail like this before, the password in it no longer works.");
        }

        foreach (var block in letter.Kind switch
        {
            WelcomeKind.First => First(letter),
            WelcomeKind.Reset => Reset(letter),
            WelcomeKind.Restored => Restored(letter),
            _ => throw new ArgumentOutOfRangeException(nameof(letter), letter.Kind, "No mail is known for this kind."),
        })
        {
            yield return block;
        }
    }

    private static IEnumerable<Block> First(WelcomeLetter letter)
    {
        yield return new Block.Paragraph(
            $"AWS (Amazon Web Services) is where your team runs its computers and stores its data. You now have a user in the AWS account {Code(letter.AccountName)}. You sign in there first, and then move into your team's own accounts.");
        if (letter.Groups.Count > 0)
            yield return new Block.Paragraph($"You are in {InGroups(letter.Groups)}.");
        yield return TimeItTakes();
        if (letter.RequestedIn is { } request)
            yield return new Block.Paragraph($"Your access was agreed in {request}.");
    }

    private static IEnumerable<Block> Reset(WelcomeLetter letter)
    {
        var asked = letter.RequestedIn is { } request ? $"Somebody asked for it in {request}, and it was agreed there." : "Somebody asked for it.";
        yield return new Block.Paragraph(
            $"This mail has a new password for your user in the AWS account {Code(letter.AccountName)}. {asked} Your old password no longer works.");
        yield return new Block.Paragraph(
            $"If you did not ask for this, ask at once whether it is real and who wanted it. The end of this mail says where. The password was mailed to nobody but you.");
        yield return letter.HasSecondFactor
            ? new Block.Paragraph(
                $"Nothing else has changed. You have the same groups and access keys as before, and your MFA devices stay as they are: after the password, AWS asks for a code as always. If you no longer have the device, say so there too, because a new password does not help then.")
            : new Block.Paragraph(
                $"You have the same groups and access keys as before. You have no MFA device yet, and without one you cannot use any role: so do step 2 as well.");
        if (!letter.HasSecondFactor)
            yield return TimeItTakes();
    }

    private static IEnumerable<Block> Restored(WelcomeLetter letter)
    {
        var agreed = letter.RequestedIn is { } request ? $", as agreed in {request}" : "";
        yield return new Block.Paragraph(
            $"You can use your user in the AWS account {Code(letter.AccountName)} again{agreed}. It was blocked, and nothing of it was deleted.");
        yield return new Block.Points([.. WhatIsBack(letter)]);
        if (!letter.HasSecondFactor)
            yield return TimeItTakes();
    }

    private static IEnumerable<Prose> WhatIsBack(WelcomeLetter letter)
    {
        yield return letter.Groups.Count > 0 ? (Prose)$"Your groups are back. You are in {InGroups(letter.Groups)}." : $"Your groups are back.";
        if (letter.Lost.Count > 0)
            yield return $"You were in {string.Join(", ", letter.Lost)} too. An administrator must give that back by hand: ask for it if you need it.";
        yield return $"Your old password no longer works. A new one is in this mail.";
        yield return letter.HasSecondFactor
            ? (Prose)$"Your MFA devices stay as they are: after the password, AWS asks for a code as always. If you no longer have the device, ask for help. The end of this mail says where."
            : $"You have no MFA device, and without one you cannot use any role: so do step 2 as well.";
        yield return $"Your access keys stay inactive: nobody knows where copies of them are. If you use the command line, make a new one. This mail says how.";
    }

    private static Block.Paragraph TimeItTakes() => new(
        $"Do steps 1 and 2 today. They take about 10 minutes, and you need your phone. Step 3 takes you into a team's account. Steps 4 and 5 are only for people who work on the command line.");

    private static string InGroups(IReadOnlyList<string> groups) => $"{(groups.Count == 1 ? "the group" : "these groups")}: {string.Join(", ", groups)}";
}
