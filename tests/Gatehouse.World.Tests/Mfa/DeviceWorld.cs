using System.Globalization;
using System.Text.Json.Nodes;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;

namespace Gatehouse.World.Tests.Mfa;

/// <summary>People with devices, what CloudTrail tells of them, and what the world shows afterwards.</summary>
public sealed class DeviceWorld(WorldFixture world) : IDisposable
{
    public const string Queue = "gatehouse-mfa-events";
    private const string Account = "111122223333", Domain = "digital.cabinet-office.gov.uk";

    private int events;

    public AwsClients Aws { get; } = new(world);

    private AmazonIdentityManagementServiceClient Iam => Aws.Iam;

    public static string Serial(string name) => $"arn:aws:iam::{Account}:mfa/{name}";

    public static string Fido(string person) => $"arn:aws:iam::{Account}:u2f/user/{person}/yubikey-EXAMPLE";

    public static string Address(string local) => $"{local}@{Domain}";

    /// <summary>A user, ours unless it is said otherwise.</summary>
    public async Task<string> UserAsync(string name, bool managed = true, bool key = false)
    {
        await Iam.CreateUserAsync(new CreateUserRequest(name) { Tags = managed ? [new Tag { Key = "managed-by", Value = "gatehouse" }] : [] });
        if (key)
        {
            await Iam.CreateAccessKeyAsync(new CreateAccessKeyRequest { UserName = name });
        }

        return name;
    }

    /// <summary>Makes a virtual device that nobody has.</summary>
    public async Task<string> MakeAsync(string name) =>
        (await Iam.CreateVirtualMFADeviceAsync(new CreateVirtualMFADeviceRequest { VirtualMFADeviceName = name, Path = "/" })).VirtualMFADevice.SerialNumber;

    public Task EnableAsync(string person, string serial) =>
        Iam.EnableMFADeviceAsync(new EnableMFADeviceRequest { UserName = person, SerialNumber = serial, AuthenticationCode1 = "123456", AuthenticationCode2 = "654321" });

    public async Task<string> GiveAsync(string person, string device)
    {
        var serial = device.StartsWith("arn:", StringComparison.Ordinal) || device.StartsWith("GAKT", StringComparison.Ordinal) ? device : await MakeAsync(device);
        await EnableAsync(person, serial);
        return serial;
    }

    public async Task<IReadOnlyList<string>> DevicesAsync(string person) =>
        [.. ((await Iam.ListMFADevicesAsync(new ListMFADevicesRequest(person))).MFADevices ?? []).Select(device => device.SerialNumber).Order(StringComparer.Ordinal)];

    public async Task<bool> ExistsAsync(string serial)
    {
        await foreach (var device in Iam.Paginators.ListVirtualMFADevices(new ListVirtualMFADevicesRequest { AssignmentStatus = AssignmentStatusType.Any }).VirtualMFADevices)
        {
            if (device.SerialNumber == serial) return true;
        }

        return false;
    }

    public JsonObject Created(string actor, string device, string? error = null, bool withRequest = true) => Event("CreateVirtualMFADevice", actor, error,
        withRequest ? new JsonObject { ["path"] = "/", ["virtualMFADeviceName"] = device } : null,
        error is null ? new JsonObject { ["virtualMFADevice"] = new JsonObject { ["serialNumber"] = Serial(device) } } : null);

    /// <summary>A name was refused so many minutes ago, because there is a device of it.</summary>
    public async Task<JsonObject> TakenAsync(string person, string device, int minutes)
    {
        var taken = Created(person, device, "EntityAlreadyExistsException");
        var now = await world.NowAsync();
        taken["eventTime"] = now.AddMinutes(-minutes).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        return taken;
    }

    public JsonObject Enabled(string person, string serial, bool mfa = true) => Event("EnableMFADevice", person, null, new JsonObject { ["userName"] = person, ["serialNumber"] = serial }, null, mfa);

    public JsonObject Deactivated(string person, string serial) => Event("DeactivateMFADevice", person, null, new JsonObject { ["userName"] = person, ["serialNumber"] = serial }, null);

    /// <summary>Puts each event this many times where AWS puts it, and waits until all are worked on.</summary>
    public async Task HearAsync(int times, params JsonObject[] details)
    {
        foreach (var detail in details)
        {
            for (var time = 0; time < times; time++)
            {
                await Aws.PutGlobalEventAsync("aws.iam", "AWS API Call via CloudTrail", detail.DeepClone().AsObject());
            }
        }

        await world.SettledAsync();
    }

    /// <summary>Puts many events, ten with each call, as many calls at once.</summary>
    public Task BurstAsync(IEnumerable<JsonObject> details) => Task.WhenAll(details.Chunk(10).Select(chunk =>
        Aws.PutEventsAsync("us-east-1", "anyone", null, [.. chunk.Select(detail => ("aws.iam", "AWS API Call via CloudTrail", detail))])));

    /// <summary>Lets what failed come again: its time is over, and it is worked on.</summary>
    public async Task AgainAsync()
    {
        await world.AdvanceAsync("PT6M1S");
        await WorldViews.EventuallyAsync("what failed came again and is done", async () => await world.QueueAsync(Queue) is { Waiting: 0, Delivering: 0, Returning: 0 } queue ? queue : null);
    }

    /// <summary>Lets what earlier tests left be done: an event that was told twice at once kept out of its own way, and comes again with the first move of the clock.</summary>
    public async Task EmptyAsync()
    {
        await world.SettledAsync();
        while ((await world.QueueAsync(Queue)).Returning > 0)
        {
            await world.AdvanceAsync("PT6M1S");
            await world.SettledAsync();
        }
    }

    public async Task<IReadOnlyList<string>> SubjectsToAsync(string person) => [.. (await world.MailsToAsync(person)).Select(mail => mail.Subject)];

    public async Task<IReadOnlyList<string>> SlackAboutAsync(string person) => [.. (await world.SlackAsync()).Where(message => message.Text.Contains(person, StringComparison.Ordinal)).Select(message => message.Text)];

    public async Task<IReadOnlyList<string>> TrailAsync(string person) => [.. (await Aws.TrailAsync("by-person", "person", person.ToLowerInvariant())).Select(item => $"{item["outcome"].S} {item["what"].S}")];

    public async Task ClearCallsAsync()
    {
        using var answer = await world.Web.DeleteAsync(new Uri("api/calls", UriKind.Relative));
        answer.EnsureSuccessStatusCode();
    }

    public async Task<string> LogAsync() => await world.Web.GetStringAsync(new Uri("api/logs/gatehouse-RecordMfaEvents", UriKind.Relative));

    public void Dispose() => Aws.Dispose();

    private JsonObject Event(string name, string actor, string? error, JsonObject? request, JsonObject? response, bool mfa = true) => new()
    {
        ["eventVersion"] = "1.11",
        ["userIdentity"] = new JsonObject
        {
            ["type"] = "IAMUser",
            ["arn"] = $"arn:aws:iam::{Account}:user/{actor}",
            ["accountId"] = Account,
            ["userName"] = actor,
            ["sessionContext"] = new JsonObject { ["attributes"] = new JsonObject { ["mfaAuthenticated"] = mfa ? "true" : "false" } },
        },
        ["eventTime"] = "2026-11-21T09:00:00Z",
        ["eventSource"] = "iam.amazonaws.com",
        ["eventName"] = name,
        ["awsRegion"] = "us-east-1",
        ["errorCode"] = error,
        ["requestParameters"] = request,
        ["responseElements"] = response,
        ["eventID"] = $"{actor}-{name}-{Interlocked.Increment(ref events)}",
        ["eventType"] = "AwsApiCall",
        ["recipientAccountId"] = Account,
    };
}
