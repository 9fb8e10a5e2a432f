using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Register;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Keys.Rotation;

/// <summary>
/// Reads the register at the head and finds whose deploy key is due, was asked for, or has a rotation to finish; changes nothing. A register that cannot be
/// read ends the run: no list is ever empty because a read failed.
/// </summary>
public sealed partial class RotationSearch(
    IRegisterSource register, IMachineUsers machines, RotationReader reader, Rotations rotations, LeftKeys left, IRotationStore store, Settings settings, ILogger<RotationSearch> log)
{
    /// <exception cref="RotationRefusedException">What was asked for cannot be done.</exception>
    /// <exception cref="ArgumentException">The trigger is neither of the two.</exception>
    public async Task<RotationsFound> FindAsync(RunId run, RotationInput input, CancellationToken cancellationToken)
    {
        var asked = input.Trigger switch
        {
            RotationInput.Schedule => null,
            RotationInput.Asked => input.User ?? throw new ArgumentException("Nobody was named whose key is to be rotated.", nameof(input)),
            _ => throw new ArgumentException($"'{input.Trigger}' starts no rotation: {RotationInput.Schedule} or {RotationInput.Asked}.", nameof(input)),
        };
        var listed = await register.ReadMachineUsersAsync(await register.HeadAsync(cancellationToken), cancellationToken);
        var wanted = listed.Where(machine => machine.Rotation is not null && (asked is null || machine.User == asked)).ToList();
        RequireListed(asked, wanted);
        var (items, findings) = (new List<RotationItem>(), new List<RotationFinding>());
        foreach (var machine in wanted)
        {
            await LookAsync(machine, asked is not null, items, findings, cancellationToken);
        }

        if (asked is null)
        {
            findings.AddRange((await rotations.OpenAsync(cancellationToken)).Where(open => wanted.All(machine => machine.User != open.User)).Select(Orphan));
            findings.AddRange(await left.FindAsync([.. wanted.Select(machine => machine.User)], cancellationToken));
        }
        else if (findings is [{ } refused, ..])
        {
            throw new RotationRefusedException($"The key of {asked} is not rotated", refused.What.Length > 0 ? refused.What : RotationWords.Of(refused.Kind).Advice);
        }

        var found = await store.WriteAsync(run, items, new RotationNotes(input.Trigger, findings, wanted.Count), cancellationToken);
        Log.Found(log, items.Count, wanted.Count, findings.Count);
        return found;
    }

    private static void RequireListed(UserName? asked, List<MachineUser> wanted)
    {
        if (asked is not null && wanted.Count == 0)
        {
            throw new RotationRefusedException($"The key of {asked} is not rotated", $"{RegisterFiles.MachineUsers} lists no machine user of that name with a repository.");
        }
    }

    private static RotationFinding Orphan(RotationRecord open) => new(
        RotationFindingKind.Orphaned, open.User, open.New is { } made ? $"its new key {made} and its former keys stay as they are" : "");

    private async Task LookAsync(MachineUser machine, bool asked, List<RotationItem> items, List<RotationFinding> findings, CancellationToken cancellationToken)
    {
        if (machine.Account is { } account && account != settings.HomeAccount)
        {
            findings.Add(new RotationFinding(RotationFindingKind.Elsewhere, machine.User, "", machine.Owner));
            return;
        }

        if (await machines.StandingAsync(machine.User, cancellationToken) is var standing and not MachineStanding.Ours)
        {
            findings.Add(new RotationFinding(standing == MachineStanding.Missing ? RotationFindingKind.Missing : RotationFindingKind.Untagged, machine.User, "", machine.Owner));
            return;
        }

        var seen = await reader.ReadAsync(machine, asked, cancellationToken);
        switch (RotationPlan.Next(seen))
        {
            case RotationStep.Rest { Why: null }:
                break;
            case RotationStep.Rest waits:
                findings.Add(new RotationFinding(RotationFindingKind.Waits, machine.User, waits.Why!, machine.Owner));
                break;
            case RotationStep.Refuse refused:
                findings.Add(new RotationFinding(RotationFindingKind.Refused, machine.User, refused.Why, machine.Owner));
                break;
            case var step when !settings.KeysAct && !asked && RotationPlan.Begins(seen, step):
                findings.Add(new RotationFinding(RotationFindingKind.WouldRotate, machine.User, RotationWords.Would(step), machine.Owner));
                break;
            default:
                items.Add(new RotationItem(machine, asked));
                break;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Items} of {Listed} machine users with a rotation are to be looked at; {Findings} things are only named.")]
        public static partial void Found(ILogger log, int items, int listed, int findings);
    }
}
