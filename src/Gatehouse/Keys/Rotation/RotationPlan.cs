using System.Globalization;
using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Membership.Mails;

namespace Gatehouse.Keys.Rotation;

/// <summary>
/// Decides what a rotation does next, from the keys as IAM has them and from what the ledger remembers. Pure.
/// <list type="table">
/// <listheader><term>ledger · keys</term><description>next step</description></listheader>
/// <item><term>nothing · one that we retired, past its grace</term><description>RemoveKey</description></item>
/// <item><term>nothing · not due, and nobody asked</term><description>Rest</description></item>
/// <item><term>nothing · due, at most one key</term><description>MakeKey</description></item>
/// <item><term>nothing · due, the second place is taken by a key that we retired, within its grace</term><description>Rest; Refuse where somebody asked</description></item>
/// <item><term>nothing · … by one that the ladder of ages made inactive, <c>keyDeleteDays</c> ago</term><description>RemoveKey; before that Rest, or Refuse where somebody asked</description></item>
/// <item><term>nothing · … by one that leaked, or that somebody else made inactive</term><description>Refuse</description></item>
/// <item><term>nothing · due, both active: which is in the secrets cannot be known</term><description>Refuse</description></item>
/// <item><term>begun · a key that is ours: remembered, or made within minutes of our making one, and never used</term><description>RemoveKey, because nobody has its secret</description></item>
/// <item><term>begun · no place is free, because of another key</term><description>Refuse</description></item>
/// <item><term>begun</term><description>MakeKey</description></item>
/// <item><term>writing · both secrets were written since</term><description>TakeAsWritten</description></item>
/// <item><term>writing · one or none was</term><description>as begun; with one, or where half was written before, the repository is broken</description></item>
/// <item><term>written · somebody wrote both secrets since</term><description>Refuse; StartOver where somebody asked</description></item>
/// <item><term>written · the new key is gone, or leaked</term><description>as begun, and broken</description></item>
/// <item><term>written · one secret was written since, by whomever</term><description>StartOver</description></item>
/// <item><term>written · its test failed, and somebody asked</term><description>StartOver</description></item>
/// <item><term>written · the new key is inactive</term><description>Refuse</description></item>
/// <item><term>written · a test workflow</term><description>ProveKey</description></item>
/// <item><term>written · none, and the new key was used</term><description>TakeAsProved</description></item>
/// <item><term>written · none, and it was not</term><description>Rest</description></item>
/// <item><term>tested</term><description>RetireKeys</description></item>
/// <item><term>any of these · the register names other secrets than those that were written</term><description>Refuse</description></item>
/// </list>
/// Where no key works (none is active, or an active one leaked), a rotation is due at once, and what only waits is refused, so that somebody hears of it.
/// </summary>
public static class RotationPlan
{
    /// <summary>IAM's clock and ours may differ by this.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>A key that we made and do not remember is at most this much younger, counted from right before the call.</summary>
    private static readonly TimeSpan Making = TimeSpan.FromMinutes(10);

    public static RotationStep Next(RotationSeen seen) => seen.Known switch
    {
        null => Unbegun(seen),
        { Writing.Place: var place } when place != seen.PlaceInWords => new RotationStep.Refuse(
            $"a rotation was writing {place}, and mgmt/machine-users.json now names {seen.PlaceInWords}. Put the former names back until the rotation has ended, and change them then."),
        { Written: not null } known => Written(seen, known),
        { Writing: not null } known when seen.Secrets == SecretsState.Both && Live(seen, known.New) is { Active: true } => new RotationStep.TakeAsWritten(),
        { Writing: not null } known => Again(seen, known, known.Broken || seen.Secrets != SecretsState.AsBefore),
        { } known => Again(seen, known, known.Broken),
    };

    /// <summary>Whether its oldest active key is as old as the register allows, or it has none that is fit for use.</summary>
    public static bool IsDue(RotationSeen seen) => !Works(seen) || seen.Keys.Any(key => key.Active && key.Created.AddDays(seen.Rotation.Days) <= seen.Now);

    /// <summary>Whether the step begins something, rather than finishing what has begun: that is done by itself only where the keys' room may act.</summary>
    public static bool Begins(RotationSeen seen, RotationStep step) => step switch
    {
        RotationStep.MakeKey => seen.Known is not { IsOpen: true },
        RotationStep.RemoveKey remove => seen.Known is null && !seen.Keys.Any(key => key.Id == remove.Key && EndOfGrace(seen, key) <= seen.Now),
        _ => false,
    };

    private static RotationStep Unbegun(RotationSeen seen)
    {
        if (seen.Keys.FirstOrDefault(key => EndOfGrace(seen, key) <= seen.Now) is { } over)
        {
            return new RotationStep.RemoveKey(over.Id, $"it was replaced, and has been inactive for {seen.GraceDays} days");
        }

        if (!seen.Asked && !IsDue(seen))
        {
            return new RotationStep.Rest();
        }

        return seen.Keys.Count < 2 ? new RotationStep.MakeKey(Active(seen), Broken: false)
            : seen.Keys.Where(key => !key.Active).ToList() is [_, ..] inactive ? Beside(seen, inactive)
            : BothActive(seen);
    }

    /// <summary>The step that makes room first, then what needs only time, then everything that is in the way.</summary>
    private static RotationStep Beside(RotationSeen seen, List<DeployKey> inactive)
    {
        var steps = inactive.ConvertAll(key => Beside(seen, key));
        return steps.Find(step => step is RotationStep.RemoveKey) ?? steps.Find(step => step is RotationStep.Rest)
            ?? new RotationStep.Refuse(string.Join(" And ", steps.OfType<RotationStep.Refuse>().Select(refused => refused.Why)));
    }

    private static RotationStep Beside(RotationSeen seen, DeployKey inactive) => inactive switch
    {
        { Leaked: true } => new RotationStep.Refuse(
            $"the inactive key {inactive.Id} was found in public, is kept as evidence, and takes one of the two places that IAM has. Delete it once it has been looked at."),
        _ when EndOfGrace(seen, inactive) is { } end => Until(seen, inactive, "was replaced a short while ago", end),
        { Outgrown: { } at } when seen.DeleteDays > 0 => at.AddDays(seen.DeleteDays) is var end && end <= seen.Now
            ? new RotationStep.RemoveKey(inactive.Id, $"it was made inactive for its age or disuse, {seen.DeleteDays} days ago")
            : Until(seen, inactive, "was made inactive for its age or disuse", end),
        _ => new RotationStep.Refuse(
            $"the inactive key {inactive.Id}, which Gatehouse did not replace, takes one of the two places that IAM has. Ask whoever made it inactive, and delete it."),
    };

    private static RotationStep Until(RotationSeen seen, DeployKey inactive, string what, DateTimeOffset end) => seen.Asked || !Works(seen)
        ? new RotationStep.Refuse($"the key {inactive.Id} {what} and takes the second place until {DayInWords.Of(end)}. Where it is not needed any more, delete it, and ask again.")
        : new RotationStep.Rest($"the key {inactive.Id}, which {what}, takes the second place until {DayInWords.Of(end)}");

    private static RotationStep.Refuse BothActive(RotationSeen seen) => new(
        $"it has two active keys, {string.Join(" and ", seen.Keys.Select(Described))}, and which of them {seen.PlaceInWords} hold cannot be read back from GitHub. Delete the one that nobody uses, and the other is rotated.");

    private static RotationStep Written(RotationSeen seen, RotationRecord known) => (Live(seen, known.New), known, seen.Rotation.Workflow) switch
    {
        _ when seen is { Secrets: SecretsState.Others, Asked: false } => new RotationStep.Refuse(RotationWords.Overwritten(seen.Machine)),
        (null or { Leaked: true }, _, _) => Again(seen, known, broken: true),
        _ when seen.Secrets == SecretsState.Half || (seen.Asked && (seen.Secrets == SecretsState.Others || known is { Failure: not null, Tested: null })) => new RotationStep.StartOver(),
        ({ Active: false } made, _, _) => new RotationStep.Refuse(
            $"{seen.PlaceInWords} hold the key {made.Id}, and somebody made it inactive: the repository cannot use it. Make it active again, or delete it: then another takes its place."),
        (_, { Tested: not null }, _) => new RotationStep.RetireKeys(known.Old),
        (_, _, not null) => new RotationStep.ProveKey(),
        ({ LastUsed: { } used }, _, _) => new RotationStep.TakeAsProved(used),
        ({ } made, _, _) => new RotationStep.Rest($"both keys stay active until somebody uses the new one, {made.Id}: there is no test workflow"),
    };

    /// <summary>Starts over with a fresh key, once the key is gone whose secret nobody has and there is room.</summary>
    private static RotationStep Again(RotationSeen seen, RotationRecord known, bool broken)
    {
        if (seen.Keys.FirstOrDefault(key => !key.Leaked && !known.Old.Contains(key.Id) && IsOurs(known, key)) is { } lost)
        {
            return new RotationStep.RemoveKey(lost.Id, "nobody has its secret, and a fresh one takes its place");
        }

        if (seen.Keys.Count < 2)
        {
            // Where nothing was made yet, a key that somebody replaced by hand meanwhile counts as it is now.
            return new RotationStep.MakeKey(known.IsOpen ? [.. known.Old.Union(seen.Keys.Where(key => key is { Active: true, Leaked: true }).Select(key => key.Id))] : Active(seen), broken);
        }

        return seen.Keys.Where(key => key.Leaked).ToList() switch
        {
            [var one, var other] => new RotationStep.Refuse($"the keys {one.Id} and {other.Id} were found in public, are kept as evidence, and take both places that IAM has. Delete one of them once it has been looked at: then a fresh key takes its place."),
            [var evidence] => new RotationStep.Refuse(
                $"the key {evidence.Id} was found in public and is kept as evidence, and {seen.Keys.First(key => key != evidence).Id} takes the other place. Delete the first once it has been looked at, or the second if nobody uses it: then a fresh key takes its place."),
            _ when seen.Keys.FirstOrDefault(key => !known.Old.Contains(key.Id)) is { } another => new RotationStep.Refuse(
                $"the key {Described(another)} was made by somebody else while a rotation was under way, and takes the second place. Delete it, or ask whoever made it."),
            _ => BothActive(seen),
        };
    }

    private static bool IsOurs(RotationRecord known, DeployKey key) => known switch
    {
        { New: { } made } => key.Id == made,
        { Making: { } at } => key.LastUsed is null && key.Created >= at - Skew && key.Created <= at + Making,
        _ => false,
    };

    private static bool Works(RotationSeen seen) => seen.Keys.Any(key => key.Active) && !seen.Keys.Any(key => key is { Active: true, Leaked: true });

    private static IReadOnlyList<AccessKeyId> Active(RotationSeen seen) => [.. seen.Keys.Where(key => key.Active).Select(key => key.Id)];

    private static DeployKey? Live(RotationSeen seen, AccessKeyId? key) => seen.Keys.FirstOrDefault(live => live.Id == key);

    /// <summary>When a key that we retired may be deleted; null for every other, and never for evidence or for one that is active again.</summary>
    private static DateTimeOffset? EndOfGrace(RotationSeen seen, DeployKey key) => key is { Active: false, Leaked: false, Retired: { } at } ? at.AddDays(seen.GraceDays) : null;

    private static string Described(DeployKey key) => key.LastUsed is { } used
        ? string.Create(CultureInfo.InvariantCulture, $"{key.Id} (last used on {used.UtcDateTime:yyyy-MM-dd})")
        : string.Create(CultureInfo.InvariantCulture, $"{key.Id} (made on {key.Created.UtcDateTime:yyyy-MM-dd}, never used)");
}
