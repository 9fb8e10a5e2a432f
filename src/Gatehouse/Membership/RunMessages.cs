using System.Text.Json;

namespace Gatehouse.Membership;

/// <summary>What a run was started with: by a merge, or by the schedule.</summary>
/// <param name="Trigger"><c>merge</c> or <c>schedule</c>.</param>
/// <param name="Delivery">The GUID of GitHub's delivery.</param>
/// <param name="PullRequest">The number of the merged pull request.</param>
/// <param name="MergeCommit">Its merge commit.</param>
public sealed record RunInput(string Trigger, string? Delivery = null, int? PullRequest = null, string? MergeCommit = null)
{
    /// <summary>The trigger of a run that no merge started.</summary>
    public const string Schedule = "schedule";
}

/// <summary>The payload of LockMembership.</summary>
public sealed record LockRequest(string Run);

/// <summary>The payload of PlanMembership.</summary>
public sealed record PlanRequest(string Run, RunInput Input);

/// <summary>What PlanMembership answers: where the Map finds the changes, how many, the name under which this account signs in, and the delivery for the logs of each.</summary>
public sealed record PlanSummary(string Bucket, string Key, int Changes, string SignIn, string Delivery);

/// <summary>One item of the Map, for ApplyMembershipChange, WelcomePerson and NotifyPerson.</summary>
/// <param name="Run">The run's ARN.</param>
/// <param name="Planned">The change.</param>
/// <param name="SignIn">The account's alias, or its number where it has none.</param>
/// <param name="Delivery">GitHub's delivery that started the run, or <c>schedule</c>: for the logs.</param>
public sealed record ChangeRequest(string Run, PlannedChange Planned, string SignIn, string? Delivery = null);

/// <summary>What ApplyMembershipChange answers: whether a mail with a password is to follow, or one without.</summary>
public sealed record ChangeResult(bool Welcome, bool Notice = false)
{
    public static readonly ChangeResult NothingFollows = new(Welcome: false);
    public static readonly ChangeResult WelcomeFollows = new(Welcome: true);
    public static readonly ChangeResult NoticeFollows = new(Welcome: false, Notice: true);
}

/// <summary>The payload of GiveUpChange: an item of the Map, and what ended it.</summary>
/// <param name="Run">The run's ARN.</param>
/// <param name="Planned">The change.</param>
/// <param name="Error">What ended it.</param>
/// <param name="Applied">What ApplyMembershipChange answered; null where it is what failed.</param>
/// <param name="Delivery">GitHub's delivery that started the run, or <c>schedule</c>: for the logs.</param>
public sealed record GiveUpRequest(string Run, PlannedChange Planned, RunError Error, ChangeResult? Applied = null, string? Delivery = null);

/// <summary>The payload of ReportMembership; with an error where the run ends early.</summary>
public sealed record ReportRequest(string Run, RunInput Input, RunError? Error = null);

/// <summary>What ReportMembership answers: how many changes failed.</summary>
public sealed record ReportResult(int Failed);

/// <summary>What a state machine caught: an exception's class name, and Lambda's JSON about it.</summary>
public sealed record RunError(string Error, string? Cause)
{
    /// <summary>The exception's message where the cause is Lambda's JSON, or the cause as it is.</summary>
    public string Message()
    {
        try
        {
            using var cause = JsonDocument.Parse(Cause ?? "null");
            return cause.RootElement.ValueKind == JsonValueKind.Object && cause.RootElement.TryGetProperty("errorMessage", out var message)
                ? message.GetString() ?? Error
                : Cause ?? Error;
        }
        catch (JsonException)
        {
            return Cause ?? Error;
        }
    }
}
