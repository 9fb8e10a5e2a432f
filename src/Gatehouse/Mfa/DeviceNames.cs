using Gatehouse.Aws;
using Gatehouse.Register;

namespace Gatehouse.Mfa;

/// <summary>
/// Judges how a person's devices are named, so that everybody can tell whose each is. Pure.
/// <list type="table">
/// <listheader><term>device</term><description>good when</description></listheader>
/// <item><term>virtual, <c>exact</c></term><description>its name is the user name</description></item>
/// <item><term>virtual, <c>prefix</c></term><description>its name begins with the user name, and no longer user name owns it</description></item>
/// <item><term>FIDO</term><description>the user segment of its serial number is the user name; what the person called it does not matter</description></item>
/// <item><term>hardware</term><description>always: its serial number is printed on it</description></item>
/// </list>
/// A user name owns a device's name that is the same, or that begins with it and goes on with anything but a letter or digit; of several
/// owners the longest counts. So <c>a@b.uk-phone</c> is a@b.uk's and never a@b's, while no user <c>a@b.uk</c> exists it is a@b's. Capitals do
/// not matter anywhere, as they do not to IAM.
/// </summary>
/// <param name="Person">Whose devices are judged.</param>
/// <param name="Rule">The deployment's rule.</param>
/// <param name="LongerNames">The other user names that begin with this person's, as far as they may own one of the devices (<see cref="Candidates"/>).</param>
public sealed record DeviceNames(UserName Person, DeviceNameRule Rule, IReadOnlyCollection<UserName> LongerNames)
{
    private const StringComparison WithoutCase = StringComparison.OrdinalIgnoreCase;

    private string User => Person.Value;

    /// <summary>The rule that the deployment's setting names; any other text is refused.</summary>
    public static DeviceNameRule RuleOf(string setting) => setting switch
    {
        "prefix" => DeviceNameRule.Prefix,
        "exact" => DeviceNameRule.Exact,
        _ => throw new ArgumentException($"'{setting}' is no rule for the names of MFA devices: prefix or exact.", nameof(setting)),
    };

    /// <summary>Of all user names those that begin with a person's and go on.</summary>
    public static IReadOnlyList<UserName> LongerThan(UserName person, IEnumerable<UserName> all) =>
        [.. all.Where(name => name.Value.Length > person.Value.Length && name.Value.StartsWith(person.Value, WithoutCase))];

    /// <summary>
    /// The longer user names that would own a device's name if there were such users: the whole name, and what stands before each character
    /// that is no letter or digit. One or two, so that IAM can be asked for each; every other user name owns nothing of it.
    /// </summary>
    public static IReadOnlyList<UserName> Candidates(UserName person, string deviceName) => deviceName.StartsWith(person.Value, WithoutCase)
        ? [.. Enumerable.Range(person.Value.Length + 1, Math.Max(0, deviceName.Length - person.Value.Length))
            .Where(end => end == deviceName.Length || !char.IsLetterOrDigit(deviceName[end]))
            .Select(end => new UserName(deviceName[..end]))]
        : [];

    /// <summary>Whether a user name owns a device's name.</summary>
    public static bool Owns(UserName owner, string deviceName) =>
        deviceName.StartsWith(owner.Value, WithoutCase) && (deviceName.Length == owner.Value.Length || !char.IsLetterOrDigit(deviceName[owner.Value.Length]));

    public bool IsGood(MfaDevice device) => device.Kind switch
    {
        MfaDeviceKind.Virtual => IsGoodName(device.Name),
        MfaDeviceKind.Fido => string.Equals(device.UserSegment, User, WithoutCase),
        MfaDeviceKind.Hardware => true,
        _ => throw new InvalidOperationException($"No rule is known for a device of the kind {device.Kind}."),
    };

    /// <summary>Whether a virtual device of this name would be good.</summary>
    public bool IsGoodName(string name) => Rule is DeviceNameRule.Exact
        ? string.Equals(name, User, WithoutCase)
        : name.StartsWith(User, WithoutCase) && !LongerNames.Any(longer => Owns(longer, name));

    /// <summary>
    /// The name to use for the next device: the user name itself, because command-line tools look for it. Where the person has that one already
    /// and the rule lets them have more, the user name and <c>-phone</c>, with a number where that is taken too.
    /// </summary>
    public string Recommended(IEnumerable<MfaDevice> devices)
    {
        var taken = devices.Where(device => device.IsVirtual).Select(device => device.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Rule is DeviceNameRule.Exact || !taken.Contains(User)
            ? User
            : Phones().First(name => !taken.Contains(name) && IsGoodName(name));
    }

    private IEnumerable<string> Phones() => Enumerable.Range(1, int.MaxValue - 1).Select(number => number == 1 ? $"{User}-phone" : $"{User}-phone{number}");
}

/// <summary>How a virtual MFA device must be named.</summary>
public enum DeviceNameRule
{
    /// <summary>It begins with the user name.</summary>
    Prefix,

    /// <summary>It is the user name.</summary>
    Exact,
}
