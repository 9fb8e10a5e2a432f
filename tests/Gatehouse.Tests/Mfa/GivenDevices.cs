using Gatehouse.Aws;
using Gatehouse.Mfa;
using Gatehouse.Register;

namespace Gatehouse.Tests.Mfa;

/// <summary>Devices and situations in a few words.</summary>
internal static class GivenDevices
{
    public const string Account = "111122223333";
    public const string Jane = "jane.doe@digital.cabinet-office.gov.uk";

    public static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    public static readonly MfaDevice Good = Virtual(Jane);
    public static readonly MfaDevice Wrong = Virtual("phone", 1);
    public static readonly MfaDevice WrongToo = Virtual("tablet", 2);
    public static readonly MfaDevice Fido = new($"arn:aws:iam::{Account}:u2f/user/{Jane}/yubikey-ABC", Now.AddDays(-30));
    public static readonly MfaDevice WrongFido = new($"arn:aws:iam::{Account}:u2f/user/jane.roe@digital.cabinet-office.gov.uk/yubikey-DEF", Now.AddDays(-30));
    public static readonly MfaDevice Hardware = new("GAKT12345678", Now.AddDays(-30));

    public static readonly UserName Person = new(Jane);

    public static string Serial(string name) => $"arn:aws:iam::{Account}:mfa/{name}";

    /// <summary>A virtual device, enabled this many hours after all that is said without.</summary>
    public static MfaDevice Virtual(string name, int hours = 0) => new(Serial(name), Now.AddDays(-10).AddHours(hours));

    public static DeviceNames Names(DeviceNameRule rule = DeviceNameRule.Prefix, string person = Jane, IReadOnlyCollection<UserName>? longer = null) => new(new UserName(person), rule, longer ?? []);

    public static MfaSituation Situation(params MfaDevice[] devices) => new(new MfaUser(Person, Account, Managed: true), devices, Names(), Now);
}
