using Gatehouse.Membership.Mails.Rendering;
using Gatehouse.Mfa;
using static Gatehouse.Membership.Mails.Rendering.Span;

namespace Gatehouse.Membership.Mails.Sections;

/// <summary>Adding an MFA device under the name that the policies and the command-line tools expect.</summary>
internal static class SecondFactor
{
    /// <summary>For somebody who does this the first time: why, how, and what to know for later.</summary>
    /// <param name="userName">Theirs in IAM.</param>
    /// <param name="heading">What this step is called in the mail at hand.</param>
    /// <param name="rule">How devices must be named.</param>
    public static IEnumerable<Block> For(string userName, string heading, DeviceNameRule rule) =>
    [
        new Block.Heading(heading),
        new Block.Paragraph(
            $"This is called multi-factor authentication, or MFA. When you sign in, AWS asks for a 6-digit code from your phone as well as your password. You have to do this: without MFA you can sign in, but you cannot use any role, so you cannot reach your team's accounts."),
        Steps(userName, userName),
        new Block.Subheading("If you want to add more devices later"),
        new Block.Points([.. Later(userName, rule)]),
    ];

    /// <summary>The steps alone.</summary>
    /// <param name="userName">Theirs in IAM.</param>
    /// <param name="deviceName">The exact name that the new device must have.</param>
    public static Block.Steps Steps(string userName, string deviceName) => new(
        $"If you have no authenticator app on your phone, install one. Google Authenticator and Microsoft Authenticator both work, and so do most password managers.",
        $"On your computer, signed in to AWS, select your user name in the top right corner. Then select {Screen("Security credentials")}.",
        $"Scroll to {Screen("Multi-factor authentication (MFA)")} and select {Screen("Assign MFA device")}.",
        deviceName == userName
            ? $"Under {Screen("Device name")}, paste your user name exactly, with nothing added: {Code(userName)}"
            : (Prose)$"Under {Screen("Device name")}, paste this name exactly: {Code(deviceName)}",
        $"Choose {Screen("Authenticator app")} and select {Screen("Next")}.",
        $"Select {Screen("Show QR code")}, and scan the picture with the app on your phone.",
        $"The app shows a 6-digit code. Type it under {Screen("MFA code 1")}.",
        $"Wait until the app shows the next code, which takes up to 30 seconds. Type that one under {Screen("MFA code 2")}. They must be two codes in a row.",
        $"Select {Screen("Add MFA")}. The device is now in the list.",
        $"Test it: sign out, and sign in again with your own password. AWS must ask for a code. If it does not, the device was not added: go back to point 2 of this list.");

    private static IEnumerable<Prose> Later(string userName, DeviceNameRule rule)
    {
        if (rule is DeviceNameRule.Exact)
        {
            yield return $"You can have one device in an authenticator app: its name must be your user name, {Code(userName)}, and no two devices can have the same name. AWS refuses any other name with an error about permissions.";
            yield return $"For a second way in, which saves you if you lose your phone, add a passkey or a security key. It may have any name. It works in the browser, and not on the command line.";
            yield break;
        }

        yield return $"You can have up to 8. A second one saves you if you lose your phone.";
        yield return $"Every name must begin with your user name and a hyphen, for example {Code(userName + "-tablet")}. AWS refuses any other name with an error about permissions.";
        yield return $"The device whose codes you use on the command line must be named exactly like you, {Code(userName)}, because the tools look for that name.";
        yield return $"Passkeys and security keys work in the browser. They do not work on the command line.";
    }
}
