using Gatehouse.Membership.Welcome.Rendering;
using Gatehouse.Membership.Welcome.Sections;

namespace Gatehouse.Membership.Welcome;

/// <summary>Writes the mail that takes someone who has never used AWS from a first password to a role on the command line.</summary>
public static class WelcomeMail
{
    /// <summary>One content, rendered twice, so that neither part can say what the other does not.</summary>
    public static Mail Write(WelcomeLetter letter)
    {
        var subject = letter.ReplacesEarlier
            ? $"Your new AWS password: sign in before {letter.UseBefore}"
            : $"Your AWS access is ready: sign in before {letter.UseBefore}";
        IReadOnlyList<Block> content = [.. Content(letter)];
        return new Mail(subject, PlainText.Render(content), Html.Render(subject, content));
    }

    internal static IEnumerable<Block> Content(WelcomeLetter letter) =>
    [
        .. Opening.For(letter),
        .. SignIn.For(letter),
        .. SecondFactor.For(letter),
        .. SwitchRole.For(letter),
        .. AccessKey.For(letter),
        .. CommandLine.For(letter),
        .. AskForHelp.For(letter),
    ];
}
