using Gatehouse.Aws;
using Gatehouse.Membership.Mails;
using Gatehouse.Membership.Mails.Rendering;
using Gatehouse.Membership.Mails.Sections;
using static Gatehouse.Membership.Mails.Rendering.Span;

namespace Gatehouse.Mfa.Mails;

/// <summary>What every mail about MFA devices knows and says.</summary>
/// <param name="Situation">What is known of the person.</param>
/// <param name="Help">Where to ask, as a sentence.</param>
internal sealed record MfaLetter(MfaSituation Situation, string Help)
{
    public string User => Situation.User.Name.Value;

    public string Account => Situation.User.Account;

    /// <summary>The exact name for their next device.</summary>
    public string Name => Situation.Names.Recommended(Situation.Devices);

    /// <summary>Why a name is refused, in one sentence.</summary>
    public Prose Rule => Situation.Names.Rule is DeviceNameRule.Exact
        ? (Prose)$"The name of an authenticator app must be your user name, {Code(User)}, and nothing else, so that everybody can tell whose it is."
        : $"The name of an authenticator app must begin with your user name, {Code(User)}, so that everybody can tell whose it is.";

    /// <summary>What people call a device.</summary>
    public static string Called(string serial) => new MfaDevice(serial).Name;

    /// <summary>The name to paste, set large.</summary>
    public Block NameToUse => new Block.Secret("Use exactly this name", Name);

    public IEnumerable<Block> AddIt(string heading) => [new Block.Heading(heading), SecondFactor.Steps(User, Name)];

    public IEnumerable<Block> SignInAndAddIt(string heading) =>
    [
        new Block.Heading(heading),
        new Block.Fact("Sign-in address", $"{Link(SignInPage.Of(Account))}"),
        new Block.Fact("User name", $"{Code(User)}"),
        SecondFactor.Steps(User, Name),
    ];

    /// <summary>Somebody who got in would add a device of their own, and the old one goes.</summary>
    public static Block NotYours => new Block.Warning(
        $"If you do not know one of the devices that stay, or did not add it yourself, somebody may be getting in as you. Tell the people named at the end of this mail at once.");

    public IEnumerable<Block> AskIfStuck() => AskForHelp.For(User, Help);
}
