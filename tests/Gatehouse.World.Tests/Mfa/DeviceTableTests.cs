namespace Gatehouse.World.Tests.Mfa;

/// <summary>
/// The whole table of (kind of device × name × enabled × other devices × order of events), each event twice: put with the AWS API where AWS puts
/// them, and read back from IAM, the inbox and Slack.
/// </summary>
[Collection(WatchWorld.Name)]
public sealed class DeviceTableTests(WatchWorldFixture world) : IAsyncLifetime, IDisposable
{
    private const string Deleted = "Start again: your new MFA device needs another name";
    private const string Removed = "One of your MFA devices was removed";
    private const string Needed = "Please add an MFA device with another name";
    private const string VirtualNeeded = "For the command line you need one more MFA device";

    private readonly DeviceWorld devices = new(world);

    public Task InitializeAsync() => world.ClearFaultsAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => devices.Dispose();

    /// <summary>New: {0} is the user name. Others: what they have already. Events: c and e, in the order in which they come. Left: what they have in the end.</summary>
    public static TheoryData<string, string, string, bool, string, string, string, bool> Table => new()
    {
        // name, new device, others, key, events, left, mail, Slack
        { "good-made", "{0}", "", false, "c", "", "", false },
        { "good-enabled", "{0}", "", false, "ce", "{0}", "", false },
        { "good-late", "{0}", "", false, "ec", "{0}", "", false },
        { "good-longer", "{0}-phone", "{0}", true, "ce", "{0},{0}-phone", "", false },
        { "wrong-made", "phone-{0}", "", false, "c", "", Deleted, false },
        { "wrong-made-beside-good", "phone-{0}", "{0}", false, "c", "{0}", Deleted, false },
        { "wrong-only", "phone-{0}", "", false, "ce", "phone-{0}", Needed, true },
        { "wrong-only-late", "phone-{0}", "", false, "ec", "phone-{0}", Needed, true },
        { "wrong-only-lost-first", "phone-{0}", "", false, "e", "phone-{0}", Needed, true },
        { "wrong-only-lost-second", "phone-{0}", "", true, "C", "phone-{0}", Needed, true },
        { "wrong-beside-good", "phone-{0}", "{0}", true, "ce", "{0}", Removed, false },
        { "wrong-beside-good-late", "phone-{0}", "{0}", false, "ec", "{0}", Removed, false },
        { "wrong-beside-good-lost", "phone-{0}", "{0}", false, "C", "{0}", Removed, false },
        { "wrong-beside-wrong", "phone-{0}", "tablet-{0}", false, "ce", "phone-{0},tablet-{0}", Needed, true },
        { "wrong-beside-fido", "phone-{0}", "fido", false, "ce", "fido", Removed, false },
        { "wrong-beside-fido-key", "phone-{0}", "fido", true, "ce", "phone-{0},fido", Needed, true },
        { "wrong-beside-hardware", "phone-{0}", "hardware", true, "ce", "hardware", Removed, false },
        { "good-beside-wrong", "{0}", "phone-{0}", false, "ce", "{0}", Removed, false },
        { "good-beside-two-wrong", "{0}", "phone-{0},tablet-{0}", true, "ec", "{0}", $"{Removed}|{Removed}", false },
        { "fido-only", "fido", "", false, "e", "fido", "", false },
        { "fido-only-key", "fido", "", true, "e", "fido", VirtualNeeded, false },
        { "fido-beside-good", "fido", "{0}", true, "e", "{0},fido", "", false },
        { "fido-beside-wrong", "fido", "phone-{0}", false, "e", "fido", Removed, false },
        { "hardware-only", "hardware", "", true, "e", "hardware", "", false },
        { "hardware-beside-wrong", "hardware", "phone-{0}", true, "e", "hardware", Removed, false },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task What_follows_is_done_once(string name, string fresh, string others, bool key, string events, string left, string mail, bool slack)
    {
        var person = await devices.UserAsync(DeviceWorld.Address(name), key: key);
        foreach (var other in List(others))
        {
            await devices.GiveAsync(person, Of(other));
        }

        var device = Of(fresh);
        var serial = SerialOf(device);
        if (events is "c")
        {
            await devices.MakeAsync(device);
        }
        else
        {
            await devices.GiveAsync(person, device);
        }

        await devices.HearAsync(2, [.. events.Select(one => one == 'e' ? devices.Enabled(person, serial) : devices.Created(person, device))]);
        await devices.HearAsync(1, devices.Deactivated(person, "arn:aws:iam::111122223333:mfa/long-gone"));

        (await devices.DevicesAsync(person)).ShouldBe(List(left).Select(one => SerialOf(Of(one))).Order(StringComparer.Ordinal));
        (await devices.SubjectsToAsync(person)).ShouldBe(mail.Split('|', StringSplitOptions.RemoveEmptyEntries));
        (await devices.SlackAboutAsync(person)).Count.ShouldBe(slack ? 1 : 0);
        var good = left.Split(',').Contains(fresh) || fresh == "{0}";
        (await devices.ExistsAsync(serial)).ShouldBe(good && serial.Contains(":mfa/", StringComparison.Ordinal), "what was removed is deleted too");

        string Of(string text) => text switch
        {
            "fido" => DeviceWorld.Fido(person),
            "hardware" => $"GAKT-{name}",
            _ => text.Replace("{0}", person, StringComparison.Ordinal),
        };
    }

    private static string[] List(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static string SerialOf(string device) => device.StartsWith("arn:", StringComparison.Ordinal) || device.StartsWith("GAKT", StringComparison.Ordinal) ? device : DeviceWorld.Serial(device);
}
