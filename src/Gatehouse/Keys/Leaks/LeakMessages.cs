using Gatehouse.Membership;

namespace Gatehouse.Keys.Leaks;

/// <summary>
/// What starts a run about a leaked key: an event of AWS Health as EventBridge hands it over (<c>source</c>, <c>account</c>, <c>detail</c>), or what the front
/// door makes of GitHub's <c>secret_scanning_alert</c> (source <c>github</c>). It never holds a secret.
/// </summary>
public sealed record LeakInput(string Source, LeakDetail Detail, string? Account = null)
{
    public const string GitHub = "github";
    public const string Health = "aws.health";
}

/// <summary>What is known of the leak.</summary>
public sealed record LeakDetail
{
    /// <summary>What AWS Health calls a key that was found in public.</summary>
    public const string ExposedCode = "AWS_RISK_CREDENTIALS_EXPOSED";

    /// <summary>AWS Health's code; null for GitHub.</summary>
    public string? EventTypeCode { get; init; }

    /// <summary>The account that it is about, where AWS Health tells one account of another's; null where it is the event's own.</summary>
    public string? AffectedAccount { get; init; }

    /// <summary>AWS Health's entities: each value is a key's id.</summary>
    public IReadOnlyList<LeakedEntity> AffectedEntities { get; init; } = [];

    /// <summary>GitHub's repository, <c>owner/name</c>.</summary>
    public string? Repository { get; init; }

    /// <summary>The number of GitHub's alert in that repository.</summary>
    public int? Alert { get; init; }
}

/// <summary>One entity of an AWS Health event.</summary>
public sealed record LeakedEntity(string EntityValue);

/// <summary>Asks to act on a leak.</summary>
public sealed record LeakRequest(string Run, LeakInput Input);

/// <summary>What was done, by the changes' keys.</summary>
public sealed record LeakResult(IReadOnlyList<string> Changes);

/// <summary>The payload of GiveUpLeak: the leak, and what ended its run.</summary>
public sealed record GiveUpLeakRequest(string Run, LeakInput Input, RunError Error);
