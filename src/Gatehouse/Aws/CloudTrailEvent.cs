using System.Text.Json;

namespace Gatehouse.Aws;

/// <summary>
/// What CloudTrail says of one call or sign-in, as EventBridge delivers it in <c>detail</c> (detail-type <c>AWS API Call via CloudTrail</c>, or
/// one of the spellings of the sign-in's). A refused call has an <see cref="ErrorCode"/>, no <see cref="ResponseElements"/>, and perhaps no
/// <see cref="RequestParameters"/>.
/// </summary>
/// <param name="EventID">A GUID: the same on every delivery of this event.</param>
/// <param name="EventName">Such as <c>CreateVirtualMFADevice</c> or <c>ConsoleLogin</c>.</param>
/// <param name="EventSource">Such as <c>iam.amazonaws.com</c> or <c>signin.amazonaws.com</c>.</param>
/// <param name="EventTime">When it happened, in UTC.</param>
/// <param name="UserIdentity">Who did it.</param>
public sealed record CloudTrailEvent(string EventID, string EventName, string EventSource, DateTimeOffset EventTime, CloudTrailIdentity UserIdentity)
{
    /// <summary>An IP address, or the name of an AWS service.</summary>
    public string? SourceIPAddress { get; init; }

    public string? UserAgent { get; init; }

    /// <summary>Such as <c>AccessDenied</c>; null where the call was done.</summary>
    public string? ErrorCode { get; init; }

    public string? ErrorMessage { get; init; }

    /// <summary>The account whose event it is.</summary>
    public string? RecipientAccountId { get; init; }

    public JsonElement? RequestParameters { get; init; }

    public JsonElement? ResponseElements { get; init; }

    public JsonElement? AdditionalEventData { get; init; }

    /// <summary>A text of the request by its name: <c>userName</c>; null where there is none.</summary>
    public string? Requested(string name) => Text(RequestParameters, name);

    /// <summary>A text of the answer by the names that lead to it; null where there is none.</summary>
    public string? Answered(params string[] path) =>
        path[..^1].Aggregate(ResponseElements, (element, name) => element is { ValueKind: JsonValueKind.Object } there && there.TryGetProperty(name, out var inner) ? inner : null) is { } last
            ? Text(last, path[^1])
            : null;

    /// <summary>A text of what is told beside: <c>MFAUsed</c>; null where there is none.</summary>
    public string? Additional(string name) => Text(AdditionalEventData, name);

    private static string? Text(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } there && there.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>Who did something, as CloudTrail says it.</summary>
/// <param name="Type"><c>IAMUser</c>, <c>Root</c>, <c>AssumedRole</c>, <c>AWSService</c> and others.</param>
public sealed record CloudTrailIdentity(string Type)
{
    public string? Arn { get; init; }

    public string? AccountId { get; init; }

    /// <summary>The IAM user's name; of a failed sign-in it may be missing or hidden.</summary>
    public string? UserName { get; init; }

    public CloudTrailSession? SessionContext { get; init; }

    public bool IsRoot => Type == "Root";

    public bool IsUser => Type == "IAMUser";
}

/// <summary>The temporary credentials that somebody used.</summary>
public sealed record CloudTrailSession
{
    public CloudTrailAttributes? Attributes { get; init; }

    public CloudTrailIssuer? SessionIssuer { get; init; }
}

/// <summary>What is known of a session: <c>true</c> or <c>false</c> as text.</summary>
public sealed record CloudTrailAttributes(string? MfaAuthenticated);

/// <summary>The role that a session is of; AWS writes it, so that nobody can make it up.</summary>
public sealed record CloudTrailIssuer(string? Arn);
