using Gatehouse.Membership.Welcome.Rendering;
using static Gatehouse.Membership.Welcome.Rendering.Span;

namespace Gatehouse.Membership.Welcome.Sections;

/// <summary>What this mail is, how long it takes, and how to tell that it is real.</summary>
internal static class Opening
{
    public static IEnumerable<Block> For(WelcomeLetter letter)
    {
        yield return new Block.Title(letter.ReplacesEarlier ? "Your new AWS password" : "Your AWS access is ready");
        if (letter.ReplacesEarlier)
        {
            yield return new Block.Warning(
                $"The password in this mail replaces any earlier one. If you had a mail like this before, the password in it no longer works.");
        }

        yield return new Block.Paragraph(
            $"AWS (Amazon Web Services) is where your team runs its computers and stores its data. You now have a user in the AWS account {Code(letter.AccountName)}. You sign in there first, and then move into your team's own accounts.");
        if (letter.Groups.Count > 0)
            yield return new Block.Paragraph($"You are in {(letter.Groups.Count == 1 ? "the group" : "these groups")}: {string.Join(", ", letter.Groups)}.");
        yield return new Block.Paragraph(
            $"Do steps 1 and 2 today. They take about 10 minutes, and you need your phone. Step 3 takes you into a team's account. Steps 4 and 5 are only for people who work on the command line.");
        if (letter.RequestedIn is { } request)
            yield return new Block.Paragraph($"Your access was agreed in {request}.");
    }
}
