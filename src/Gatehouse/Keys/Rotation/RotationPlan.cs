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
/// <item><term>nothing · … by another inactive key, of 30 days without use</term><description>RemoveKey</description></item>
/// <item><term>nothing · … by another inactive key that was used since, or leaked</term><description>Refuse</description></item>
/// <item><term>nothing · due, both active, exactly one without use for as long as a rotation takes</term><description>SetAside that one</description></item>
/// <item><term>nothing · due, both active otherwise: which is in the secrets cannot be known</term><description>Refuse</description></item>
/// <item><term>begun · another key than the old ones: ours, or made since and never used</term><description>RemoveKey, because its secret is lost</description></item>
/// <item><term>begun · another key that is somebody else's</term><description>Refuse</description></item>
/// <item><term>begun</term><description>MakeKey</description></item>
/// <item><term>writing · both secrets were written since</term><description>TakeAsWritten</description></item>
/// <item><term>writing · one or none was</term><description>as begun; with one, or where half was written before, the repository is broken</description></item>
/// <item><term>written · the new key is gone</term><description>as begun, and broken</description></item>
/// <item><term>written · the new key is inactive</term><description>Refuse</description></item>
/// <item><term>written · one secret was written by somebody else since</term><description>as begun, and broken</description></item>
/// <item><term>written · both were</term><description>Refuse; as begun where somebody asked</description></item>
/// <item><term>written · a test workflow</term><description>ProveKey</description></item>
/// <item><term>written · none, and the new key was used</term><description>TakeAsProved</description></item>
/// <item><term>written · none, and it was not</term><description>Rest</description></item>
/// <item><term>tested</term><description>RetireKeys</description></item>
/// <item><term>any of these · the register names other secrets than those that were written</term><description>Refuse</description></item>
/// </list>
/// </summary>
public static class RotationPlan
{
    /// <summary>After so many days without use, an inactive key that nobody explains gives way.</summary>
    public const int ForgottenDays = 30;

    /// <summary>IAM's clock and ours may differ by this.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

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

    /// <summary>Whether its oldest active key is as old as the register allows.</summary>
    public static bool IsDue(RotationSeen seen) =>
        seen.Keys.Where(key => key.Active).Select(key => (DateTimeOffset?)key.Created).Min() is { } oldest && oldest.AddDays(seen.Rotation.Days) <= seen.Now;

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

        return seen.Keys.Count < 2 ? new RotationStep.MakeKey([.. seen.Keys.Where(key => key.Active).Select(key => key.Id)], Broken: false)
            : seen.Keys.FirstOrDefault(key => !key.Active) is { } inactive ? Beside(seen, inactive)
            : BothActive(seen);
    }

    private static RotationStep Beside(RotationSeen seen, DeployKey inactive) => inactive switch
    {
        { Leaked: true } => new RotationStep.Refuse(
            $"the inactive key {inactive.Id} was found in public, is kept as evidence, and takes the second of the two places that IAM has. Delete it once it has been looked at."),
        { Retired: not null } when EndOfGrace(seen, inactive) is { } end => seen.Asked
            ? new RotationStep.Refuse($"the key {inactive.Id} was replaced a short while ago and takes the second place until {DayInWords.Of(end)}. Where it is not needed any more, delete it, and ask again.")
            : new RotationStep.Rest($"the key {inactive.Id}, which was replaced before, takes the second place until {DayInWords.Of(end)}"),
        _ when inactive.LastSeen.AddDays(ForgottenDays) <= seen.Now => new RotationStep.RemoveKey(inactive.Id, $"it is inactive, and nobody has used it for {ForgottenDays} days"),
        _ => new RotationStep.Refuse(
            $"the inactive key {inactive.Id}, which Gatehouse did not replace, takes the second of the two places that IAM has, and was used or made within {ForgottenDays} days. Delete it, or ask whoever made it inactive."),
    };

    private static RotationStep BothActive(RotationSeen seen)
    {
        var idle = seen.Keys.Where(key => key.LastSeen.AddDays(Math.Max(seen.Rotation.Days, ForgottenDays)) <= seen.Now).ToList();
        return idle is [{ Leaked: false } one]
            ? new RotationStep.SetAside(one.Id, one.Created)
            : new RotationStep.Refuse(
                $"it has two active keys, {string.Join(" and ", seen.Keys.Select(Described))}, and which of them {seen.PlaceInWords} hold cannot be read back from GitHub. Delete the one that nobody uses, and the other is rotated.");
    }

    private static RotationStep Written(RotationSeen seen, RotationRecord known) => (Live(seen, known.New), known, seen.Rotation.Workflow) switch
    {
        (null, _, _) => Again(seen, known, broken: true),
        ({ Active: false } made, _, _) => new RotationStep.Refuse(
            $"{seen.PlaceInWords} hold the key {made.Id}, and somebody made it inactive: the repository cannot use it. Make it active again, or delete it: then another takes its place."),
        (_, { Tested: not null }, _) => new RotationStep.RetireKeys(known.Old),
        _ when seen.Secrets == SecretsState.Half || (seen.Secrets == SecretsState.Others && seen.Asked) => Again(seen, known, broken: true),
        _ when seen.Secrets == SecretsState.Others => new RotationStep.Refuse(
            $"somebody else has written {seen.PlaceInWords} since the new key was, so that nobody knows which key they hold. Where Gatehouse is to write another, ask for the rotation; otherwise take the repository out of mgmt/machine-users.json."),
        (_, _, not null) => new RotationStep.ProveKey(),
        ({ LastUsed: { } used }, _, _) => new RotationStep.TakeAsProved(used),
        ({ } made, _, _) => new RotationStep.Rest($"both keys stay active until somebody uses the new one, {made.Id}: there is no test workflow"),
    };

    /// <summary>Starts over with a fresh key, once the keys are gone whose secret nobody has.</summary>
    private static RotationStep Again(RotationSeen seen, RotationRecord known, bool broken)
    {
        var others = seen.Keys.Where(key => !known.Old.Contains(key.Id)).ToList();
        var lost = others.FirstOrDefault(key => key.Id == known.New || (key.LastUsed is null && key.Created >= known.Begun - Skew));
        return (lost, others) switch
        {
            ({ Leaked: true }, _) => new RotationStep.Refuse($"the key {lost.Id} was found in public and is kept as evidence. Delete it once it has been looked at: then another takes its place."),
            ({ }, _) => new RotationStep.RemoveKey(lost.Id, "its secret was lost with the attempt that made it"),
            (null, [var another, ..]) => new RotationStep.Refuse($"the key {Described(another)} was made by somebody else while a rotation was under way, and takes the second place. Delete it, or ask whoever made it."),
            _ => seen.Keys.Count < 2 ? new RotationStep.MakeKey(known.Old, broken) : BothActive(seen),
        };
    }

    private static DeployKey? Live(RotationSeen seen, AccessKeyId? key) => seen.Keys.FirstOrDefault(live => live.Id == key);

    /// <summary>When a key that we retired may be deleted; null for every other, and never for evidence or for one that is active again.</summary>
    private static DateTimeOffset? EndOfGrace(RotationSeen seen, DeployKey key) => key is { Active: false, Leaked: false, Retired: { } at } ? at.AddDays(seen.GraceDays) : null;

    private static string Described(DeployKey key) => key.LastUsed is { } used
        ? string.Create(CultureInfo.InvariantCulture, $"{key.Id} (last used on {used.UtcDateTime:yyyy-MM-dd})")
        : string.Create(CultureInfo.InvariantCulture, $"{key.Id} (made on {key.Created.UtcDateTime:yyyy-MM-dd}, never used)");
}
