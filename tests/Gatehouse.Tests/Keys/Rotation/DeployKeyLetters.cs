using Gatehouse.Keys.Rotation.Mails;
using Gatehouse.Ledger;
using Gatehouse.Membership.Mails;
using static Gatehouse.Tests.Keys.GivenKeys;

namespace Gatehouse.Tests.Keys.Rotation;

/// <summary>Every mail about the rotation of a deploy key.</summary>
internal static class DeployKeyLetters
{
    private const string Help = "Ask in #aws-access on Slack.";

    public static IReadOnlyDictionary<string, Mail> ByName { get; } = new Dictionary<string, Mail>
    {
        ["deploy-key-unproved"] = DeployKeyMails.TestFailed(Rotating.Proved, new RotationRecord(Rotating.Deploy, Now, [new("AKIAI44QH8DHBEXAMPLE")]) { New = Id }, "the workflow ended with failure.", Help),
        ["deploy-key-half-written"] = DeployKeyMails.HalfWritten(Rotating.Proved, "404 Not Found", Help),
        ["deploy-key-refused"] = DeployKeyMails.Refused(Rotating.Deploy, "it has two active keys.", Help),
    };
}
