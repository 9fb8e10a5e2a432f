using System.Text.Json.Nodes;
using Amazon.Lambda.SQSEvents;
using Gatehouse.Root;

namespace Gatehouse.Tests.Root;

/// <summary>Events of root users as they arrive in the queue: whole EventBridge events as JSON.</summary>
internal static class RootEvents
{
    public const string Payments = "123456789012";

    public static readonly DateTimeOffset Nine = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    /// <summary>A sign-in event: it says by a word whether it worked.</summary>
    public static JsonObject SignIn(string name, string id, DateTimeOffset? at = null, string? outcome = "Success", string account = Payments) => Event("aws.signin", new JsonObject
    {
        ["eventVersion"] = "1.08",
        ["eventSource"] = "signin.amazonaws.com",
        ["eventName"] = name,
        ["eventType"] = "AwsConsoleSignIn",
        ["awsRegion"] = "us-east-1",
        ["userIdentity"] = new JsonObject { ["type"] = "Root", ["principalId"] = account, ["arn"] = $"arn:aws:iam::{account}:root", ["accountId"] = account, ["accessKeyId"] = "" },
        ["sourceIPAddress"] = "192.0.2.10",
        ["userAgent"] = "Mozilla/5.0 (X11; Linux x86_64)",
        ["requestParameters"] = null,
        ["responseElements"] = outcome is null ? null : new JsonObject { [name] = outcome },
        ["additionalEventData"] = new JsonObject { ["MFAUsed"] = "No", ["MobileVersion"] = "No" },
    }, id, at, account);

    /// <summary>A call of IAM.</summary>
    public static JsonObject Call(string name, string id, JsonObject? request = null, JsonObject? answer = null, string? error = null, DateTimeOffset? at = null, string account = Payments)
    {
        var detail = new JsonObject
        {
            ["eventSource"] = "iam.amazonaws.com",
            ["eventName"] = name,
            ["eventType"] = "AwsApiCall",
            ["awsRegion"] = "us-east-1",
            ["userIdentity"] = new JsonObject
            {
                ["type"] = "Root",
                ["arn"] = $"arn:aws:iam::{account}:root",
                ["accountId"] = account,
                ["sessionContext"] = new JsonObject { ["attributes"] = new JsonObject { ["mfaAuthenticated"] = "true" } },
            },
            ["sourceIPAddress"] = "192.0.2.10",
            ["userAgent"] = "AWS Internal",
            ["requestParameters"] = request,
            ["responseElements"] = answer,
        };
        if (error is not null)
        {
            detail["errorCode"] = error;
        }

        return Event("aws.iam", detail, id, at, account);
    }

    public const string Home = "111122223333";

    public static JsonObject Heartbeat(string account = Home) => new() { ["version"] = "0", ["id"] = "heartbeat", ["account"] = account, ["source"] = RootHeartbeat.Source, ["detail-type"] = "Heartbeat", ["detail"] = new JsonObject { ["of"] = "root alerts" } };

    public static RootEvent Read(JsonObject arrived) => RootMessage.Read(arrived.ToJsonString()).Event!;

    public static SQSEvent Queue(params JsonObject[] events) => Messages([.. events.Select(one => one.ToJsonString())]);

    public static SQSEvent Messages(params string[] bodies) => new()
    {
        Records = [.. bodies.Select((body, at) => new SQSEvent.SQSMessage { MessageId = $"message-{at + 1}", Body = body, EventSourceArn = $"arn:aws:sqs:eu-west-2:{Home}:gatehouse-root-events" })],
    };

    private static JsonObject Event(string source, JsonObject detail, string id, DateTimeOffset? at, string account)
    {
        detail["eventID"] = id;
        detail["eventTime"] = (at ?? Nine).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        detail["recipientAccountId"] = account;
        return new JsonObject
        {
            ["version"] = "0",
            ["id"] = $"envelope-of-{id}",
            ["detail-type"] = source == "aws.signin" ? "AWS Console Sign In via CloudTrail" : "AWS API Call via CloudTrail",
            ["source"] = source,
            ["account"] = account,
            ["time"] = "2026-11-21T09:00:05Z",
            ["region"] = "us-east-1",
            ["resources"] = new JsonArray(),
            ["detail"] = detail,
        };
    }
}
