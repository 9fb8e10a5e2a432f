using Gatehouse.Aws;
using Gatehouse.Keys;
using Gatehouse.Keys.Mails;
using Gatehouse.Membership.Mails;
using Gatehouse.Register;
using static Gatehouse.Tests.Keys.GivenKeys;

namespace Gatehouse.Tests.Keys.Mails;

/// <summary>The mails about access keys, by a name for each.</summary>
internal static class KeyLetters
{
    public static readonly KeyUse Used = new(Jane, Ago(1), "s3", "eu-west-2");

    public static IReadOnlyDictionary<string, Mail> ByName { get; } = new Dictionary<string, Mail>
    {
        ["key-old-first"] = Of(Key(76)),
        ["key-old-again-unused"] = Of(Key(83, used: 50).Warned(76, 7)),
        ["key-old-last"] = Of(Key(89).Warned(83, 13)),
        ["key-old-two"] = Of(Key(76), hasTwo: true),
        ["key-old-machine"] = Of(OfMachine(Key(76)), machine: true),
        ["key-old-never-ends"] = Of(Key(76), Rule with { DeactivateDays = 0 }),
        ["key-unused"] = Of(Key(45, used: -1), use: null),
        ["key-unused-ends"] = Of(Key(45, used: -1), Rule with { UnusedDeactivateAfter = 60 }, use: null),
        ["key-unused-machine"] = Of(OfMachine(Key(60, used: 45)), machine: true),
        ["key-exemption-ends"] = Of(Key(400).Exempt(14)),
        ["key-inactive"] = Of(Key(90).Warned(89, 14)),
        ["key-inactive-two"] = Of(Key(90).Warned(89, 14), hasTwo: true),
        ["key-inactive-unused"] = Of(Key(70, used: 60).WarnedOfDisuse(7), Rule with { UnusedDeactivateAfter = 60 }),
        ["key-inactive-machine"] = Of(OfMachine(Key(90).Warned(89, 14)), machine: true, hasTwo: true),
        ["key-deleted"] = Of(Key(120, active: false).Deactivated(30)),
        ["key-deleted-machine"] = Of(OfMachine(Key(120, active: false).Deactivated(30)), machine: true),
    };

    public static Mail Of(KeyStanding key, KeyRule? rule = null, bool machine = false, bool hasTwo = false) => Of(key, rule, Used, machine, hasTwo);

    public static Mail Of(KeyStanding key, KeyRule? rule, KeyUse? use, bool machine = false, bool hasTwo = false) =>
        KeyMails.Of(new KeyLetter(key.Due(rule)!, key, rule ?? Rule, Now) { AccountName = "gds-users", Help = "Ask in #aws-access on Slack.", Machine = machine, Use = use, HasTwo = hasTwo });

    public static Mail Of(KeyStanding key, KeyUse? use) => Of(key, null, use);

    private static KeyStanding OfMachine(KeyStanding key) => key with { Person = new UserName("copier"), Record = key.Record is { } known ? known with { User = new UserName("copier") } : null };
}
