using Gatehouse.Aws;
using Gatehouse.Keys.Leaks;
using Gatehouse.Keys.Leaks.Mails;
using Gatehouse.Membership.Mails;
using Gatehouse.Register;
using Gatehouse.Tests.Keys.Rotation;
using static Gatehouse.Tests.Keys.GivenKeys;

namespace Gatehouse.Tests.Keys.Leaks;

/// <summary>Every mail about a leaked key.</summary>
internal static class LeakLetters
{
    private static readonly LeakPlace Place = new("github:example-org/shop:1", "by GitHub's secret scanning, in example-org/shop", "https://github.com/example-org/shop/security/secret-scanning/1");

    private static readonly LeakedKey Stopped = Leaked(LeakEnd.Stopped) with { User = Jane, Use = new KeyUse(Jane, Ago(1), "s3", "eu-west-2"), StoppedAt = Now };

    public static IReadOnlyDictionary<string, Mail> ToOwners { get; } = new Dictionary<string, Mail>
    {
        ["key-leaked"] = ToOwner(Stopped),
        ["key-leaked-sessions-go-on"] = ToOwner(Stopped with { SessionsGoOn = "IAM denies PutUserPolicy" }),
        ["key-leaked-deploy"] = ToOwner(Stopped with { User = Rotating.Proved.User, Machine = Rotating.Proved }),
        ["key-leaked-protected"] = ToOwner(Leaked(LeakEnd.Protected) with { User = new UserName("copier"), Machine = new MachineUser(new UserName("copier"), "owner@example.gov.uk") { Protected = true } }),
    };

    public static IReadOnlyDictionary<string, Mail> ToTheList { get; } = new Dictionary<string, Mail>
    {
        ["key-leaked-list"] = LeakListMail.Write(Stopped, "#cyber-security-help", Now),
        ["key-leaked-given-up"] = LeakListMail.Given(Id.Value, Place, "IAM refuses"),
    };

    private static LeakedKey Leaked(LeakEnd end) => new(Id, Place, end) { Account = GivenKeys.Account, Since = Now };

    private static Mail ToOwner(LeakedKey leaked) => LeakedKeyMail.Write(leaked, "Ask in #aws-access on Slack.", Now);
}
