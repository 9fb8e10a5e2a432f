using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Lambda.SQSEvents;
using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Membership.Report;
using Gatehouse.Mfa;
using Gatehouse.Register;
using Gatehouse.Runtime;
using Gatehouse.Slack;
using Gatehouse.Tests.Aws;
using Gatehouse.Tests.House;
using Gatehouse.Tests.Ledger;

namespace Gatehouse.Tests.Mfa;

/// <summary>Watches devices as the functions do; IAM and the ledger are in memory, and what is told is kept.</summary>
internal sealed class Watching : IDisposable, ISlack
{
    private MfaChannel? channel;

    public const string Queue = "arn:aws:sqs:eu-west-2:111122223333:gatehouse-mfa-events";

    public IamInMemory Iam { get; } = new();

    public LedgerInMemory Ledger { get; } = new();

    public FakeMailer Mailer { get; } = new();

    public FakeClock Clock { get; } = new();

    public LinesLogged Lines { get; } = new();

    public List<string> Slack { get; } = [];

    public bool SlackIsDown { get; set; }

    /// <summary>How often Slack was asked.</summary>
    public int SlackAsked { get; private set; }

    /// <summary>Runs before each call to IAM, after all that were made so far.</summary>
    public Action<string>? BeforeCall { get => Iam.Before; set => Iam.Before = value; }

    public string Rule { get; set; } = "prefix";

    public int GraceHours { get; set; }

    public MfaGraces Graces => new(Ledger.Table, Clock);

    public UnprovedDevices Unproved => new(Ledger.Table);

    public Quarantines Quarantines => new(Ledger.Table, Clock);

    private Settings Settings => new(name => name switch
    {
        SettingNames.MfaNames => Rule,
        SettingNames.MfaGraceHours => $"{GraceHours}",
        SettingNames.RolePath => "/gatehouse/",
        SettingNames.Channel => "#aws-access",
        SettingNames.Help => "Ask in #aws-access on Slack.",
        SettingNames.AuditYears => "7",
        _ => "gatehouse-ledger",
    });

    /// <summary>A user with these devices, by their serial numbers or the names of virtual ones.</summary>
    public IamUserInMemory Has(string name, params string[] devices)
    {
        var user = Iam.Users.TryGetValue(name, out var there) ? there : Iam.Users[name] = new IamUserInMemory(managed: true);
        foreach (var serial in devices.Select(SerialOf))
        {
            user.Has("device", serial).EnabledAt[serial] = Clock.Now.AddHours(-10 + user.Of("device").Count);
            Iam.VirtualDevices.Add(serial);
        }

        return user;
    }

    /// <summary>A virtual device that nobody has.</summary>
    public string Made(string name)
    {
        Iam.VirtualDevices.Add(SerialOf(name));
        return SerialOf(name);
    }

    public static string SerialOf(string device) => device.StartsWith("arn:", StringComparison.Ordinal) || device.StartsWith("GAKT", StringComparison.Ordinal) ? device : GivenDevices.Serial(device);

    public IReadOnlyList<string> DevicesOf(string name) => [.. Iam.Users[name].Of("device").Select(serial => new MfaDevice(serial).Name)];

    public Task<MfaExamined> ExamineAsync(string person, MfaKnown? known = null, string because = "sweep-1") => Examination().ExamineAsync(new UserName(person), because, known ?? MfaKnown.Nothing, default);

    public async Task<IReadOnlyList<string>> HearAsync(params MfaEventSample[] events)
    {
        var answer = await Hearing().RecordAsync(new SQSEvent { Records = [.. events.Select((one, index) => Message(one.Body(), one.Message ?? $"message-{one.Id}-{index}"))] }, default);
        return [.. answer.BatchItemFailures.Select(failure => failure.ItemIdentifier)];
    }

    public async Task<IReadOnlyList<string>> HearRawAsync(params string[] bodies) =>
        [.. (await Hearing().RecordAsync(new SQSEvent { Records = [.. bodies.Select((body, index) => Message(body, $"raw-{index}"))] }, default)).BatchItemFailures.Select(failure => failure.ItemIdentifier)];

    /// <summary>The person's trail: <c>Applied remove the MFA device …</c>.</summary>
    public async Task<IReadOnlyList<string>> TrailAsync(string person) => [.. (await Ledger.Audit.OfPersonAsync(new UserName(person), default)).Select(entry => $"{entry.Outcome} {entry.What}")];

    /// <summary>Lets the process die after each call to IAM, at each write to the ledger and after each mail, does it again, and looks at the end of each.</summary>
    public static async Task ThroughAnyDeathAsync(Action<Watching> given, Func<Watching, Task> step, Func<Watching, Task> then)
    {
        using var undisturbed = new Watching();
        given(undisturbed);
        await step(undisturbed);
        await then(undisturbed);
        var deaths = Enumerable.Range(1, undisturbed.Iam.Calls.Count).Select(at => (Action<Watching>)(one => one.Iam.DiesAfterCall = at))
            .Concat(Enumerable.Range(1, undisturbed.Ledger.Writes.Count).Select(at => (Action<Watching>)(one => one.Ledger.DiesAtWrite = at)))
            .Concat(Enumerable.Range(1, undisturbed.Mailer.Sent.Count).Select(at => (Action<Watching>)(one => one.Mailer.DiesAfter = at)));
        foreach (var death in deaths)
        {
            using var watching = new Watching();
            given(watching);
            death(watching);
            try
            {
                await step(watching);
            }
            catch (Exception died) when (died.GetBaseException() is ProcessDiedException)
            {
                // As it was meant to.
            }

            watching.Iam.DiesAfterCall = watching.Ledger.DiesAtWrite = watching.Mailer.DiesAfter = 0;
            watching.Clock.Now += TimeSpan.FromMinutes(6);
            await step(watching);
            await then(watching);
        }
    }

    public Task PostAsync(string channel, string text, CancellationToken cancellationToken)
    {
        SlackAsked++;
        if (SlackIsDown)
        {
            throw new SlackUnavailableException("Slack is down.");
        }

        Slack.Add($"{channel} {text}");
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        Iam.Dispose();
        Ledger.Dispose();
        Lines.Dispose();
    }

    private static SQSEvent.SQSMessage Message(string body, string id) => new() { MessageId = id, Body = body, EventSourceArn = Queue };

    private MfaReader Reader() => new(new IamMfaDevices(Iam.Client), Graces, Unproved, Quarantines, Settings, Clock);

    private MfaTelling Telling() => new(
        Mailer, new Told(Ledger.Table, Clock), Channel, Ledger.Audit, Settings, Clock, Lines.For<MfaTelling>());

    private MfaChannel Channel => channel ??= new(new SlackOnce(this, new Told(Ledger.Table, Clock), Settings), new Told(Ledger.Table, Clock), Clock, Lines.For<MfaChannel>());

    private DeviceApply Devices() => new(new IamMfaDevices(Iam.Client), Graces, Telling(), Lines.Metrics, Lines.For<DeviceApply>());

    private MfaApply Examination() => new(Reader(), Devices(), Unproved, Telling(), Lines.For<MfaApply>());

    private MfaEventApply Hearing() => new(
        new MfaEventResponse(Examination(), Reader(), Devices(), Telling(), Clock, Lines.For<MfaEventResponse>()), new Told(Ledger.Table, Clock), Ledger.Audit, Settings, Lines.For<MfaEventApply>());
}

/// <summary>An event as CloudTrail tells it and EventBridge delivers it.</summary>
internal sealed record MfaEventSample(string Name, string Actor)
{
    public string Id { get; init; } = NextId();

    /// <summary>The id of the message that brings it; null where each delivery has its own.</summary>
    public string? Message { get; init; }

    public string Account { get; init; } = GivenDevices.Account;

    public string IdentityType { get; init; } = "IAMUser";

    public string? Issuer { get; init; }

    /// <summary>What CloudTrail says of the session; null for a long-term key, which has none.</summary>
    public string? Mfa { get; init; } = "true";

    public string Time { get; init; } = "2026-11-21T08:59:00Z";

    public string? Error { get; init; }

    public string? ErrorMessage { get; init; }

    public JsonObject? Request { get; init; }

    public JsonObject? Response { get; init; }

    private static int made;

    private static string NextId() => $"00000000-0000-4000-8000-{Interlocked.Increment(ref made):D12}";

    public static MfaEventSample Create(string actor, string device) => new("CreateVirtualMFADevice", actor)
    {
        Request = new() { ["path"] = "/", ["virtualMFADeviceName"] = device },
        Response = new() { ["virtualMFADevice"] = new JsonObject { ["serialNumber"] = GivenDevices.Serial(device) } },
    };

    public static MfaEventSample Enable(string actor, string person, string device) => new("EnableMFADevice", actor)
    {
        Request = new() { ["userName"] = person, ["serialNumber"] = Watching.SerialOf(device) },
    };

    public static MfaEventSample Of(string name, string actor, string device, string? person = null) => new(name, actor)
    {
        Request = person is null ? new() { ["serialNumber"] = Watching.SerialOf(device) } : new() { ["userName"] = person, ["serialNumber"] = Watching.SerialOf(device) },
    };

    public static MfaEventSample Refused(string actor, string? device = null, string error = "AccessDenied") => new("CreateVirtualMFADevice", actor)
    {
        Error = error,
        Request = device is null ? null : new() { ["path"] = "/", ["virtualMFADeviceName"] = device },
    };

    public MfaEventSample ByRole(string arn) => this with { IdentityType = "AssumedRole", Issuer = arn };

    public CloudTrailEvent Detail() => JsonSerializer.Deserialize(Body(), GatehouseJson.Default.CloudWatchEventCloudTrailEvent)!.Detail;

    public string Body() => new JsonObject
    {
        ["version"] = "0",
        ["id"] = "6f9619ff-8b86-d011-b42d-00c04fc964ff",
        ["detail-type"] = "AWS API Call via CloudTrail",
        ["source"] = "aws.iam",
        ["account"] = Account,
        ["time"] = "2026-11-21T08:59:30Z",
        ["region"] = "us-east-1",
        ["resources"] = new JsonArray(),
        ["detail"] = new JsonObject
        {
            ["eventVersion"] = "1.08",
            ["userIdentity"] = new JsonObject
            {
                ["type"] = IdentityType,
                ["arn"] = $"arn:aws:iam::{Account}:user/{Actor}",
                ["accountId"] = Account,
                ["userName"] = IdentityType == "IAMUser" ? Actor : null,
                ["sessionContext"] = new JsonObject { ["attributes"] = Mfa is null ? null : new JsonObject { ["mfaAuthenticated"] = Mfa }, ["sessionIssuer"] = Issuer is null ? null : new JsonObject { ["arn"] = Issuer } },
            },
            ["eventTime"] = Time,
            ["eventSource"] = "iam.amazonaws.com",
            ["eventName"] = Name,
            ["awsRegion"] = "us-east-1",
            ["errorCode"] = Error,
            ["errorMessage"] = ErrorMessage,
            ["requestParameters"] = Request?.DeepClone(),
            ["responseElements"] = Response?.DeepClone(),
            ["eventID"] = Id,
            ["eventType"] = "AwsApiCall",
            ["recipientAccountId"] = Account,
        },
    }.ToJsonString();
}
