using Gatehouse.Aws;
using Gatehouse.Register;

namespace Gatehouse.Keys;

/// <summary>
/// Says which keys a run may make inactive. Pure.
/// <list type="table">
/// <listheader><term>case</term><description>which may be</description></listheader>
/// <item><term>no more than the rule's number, and its share of all active keys</term><description>all</description></item>
/// <item><term>more, by number or, once there are enough active keys, by share</term><description>none of them, with the arithmetic</description></item>
/// <item><term>a key that a person allowed</term><description>always, and it is not counted: it was, when they were asked</description></item>
/// </list>
/// Warnings and deletions are not held back by it.
/// </summary>
public static class KeyGuard
{
    /// <param name="due">The keys whose time is up.</param>
    /// <param name="allowed">Those that a person allowed.</param>
    /// <param name="active">How many active keys there are.</param>
    /// <param name="rule">The limits.</param>
    public static KeyVerdict Judge(IReadOnlyCollection<AccessKeyId> due, IReadOnlySet<AccessKeyId> allowed, int active, KeyRule rule)
    {
        var (held, free) = (due.Where(key => !allowed.Contains(key)).Order().ToList(), due.Where(allowed.Contains).ToHashSet());
        var limits = new RemovalLimits(rule.MostShare / 100.0, rule.MostDeactivations, rule.ShareFrom);
        return limits.Exceeded(held.Count, active) is { } arithmetic
            ? new KeyVerdict(free) { Waiting = held, Arithmetic = $"{held.Count} of {active} active keys were due to be made inactive at once, and {arithmetic}" }
            : new KeyVerdict(due.ToHashSet());
    }
}

/// <summary>Which keys a run may make inactive, and which wait for a person.</summary>
/// <param name="Allowed">Those that it may.</param>
public sealed record KeyVerdict(IReadOnlySet<AccessKeyId> Allowed)
{
    /// <summary>Those that it may not.</summary>
    public IReadOnlyList<AccessKeyId> Waiting { get; init; } = [];

    /// <summary>Why not, as the beginning of a sentence; null where none waits.</summary>
    public string? Arithmetic { get; init; }
}
