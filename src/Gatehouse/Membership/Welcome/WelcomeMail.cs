using Gatehouse.Membership.Mails;
using Gatehouse.Membership.Mails.Rendering;
using Gatehouse.Membership.Mails.Sections;
using Gatehouse.Membership.Welcome.Sections;

namespace Gatehouse.Membership.Welcome;

/// <summary>
/// Writes the mail with a password. Whoever is new, or never came as far as a second factor, is taken from the password to a role on the command
/// line; whoever knows the way reads what is new to them alone.
/// </summary>
public static class WelcomeMail
{
    /// <summary>One content, rendered twice, so that neither part can say what the other does not.</summary>
    public static Mail Write(WelcomeLetter letter) => Mail.Of($"{letter.Title}: sign in before {letter.UseBefore}", Content(letter));

    internal static IEnumerable<Block> Content(WelcomeLetter letter) =>
    [
        .. Opening.For(letter),
        .. SignIn.For(letter),
        .. letter.HasSecondFactor ? WhatIsNew(letter) : EveryStep(letter),
        .. AskForHelp.For(letter.UserName, letter.Help),
    ];

    private static IEnumerable<Block> EveryStep(WelcomeLetter letter) =>
    [
        .. SecondFactor.For(letter.UserName, "Step 2: protect your user with a code from your phone", letter.DeviceNames),
        .. SwitchRole.For(letter),
        .. AccessKey.For(letter),
        .. CommandLine.For(letter),
    ];

    private static IEnumerable<Block> WhatIsNew(WelcomeLetter letter) => letter.Kind is WelcomeKind.Restored ? NewAccessKey.For(letter) : [];
}
