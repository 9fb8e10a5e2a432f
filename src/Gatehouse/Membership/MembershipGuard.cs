using Gatehouse.Register;

namespace Gatehouse.Membership;

/// <summary>
/// Refuses what is unsafe, and says why with its arithmetic. Pure.
/// <list type="table">
/// <listheader><term>rule</term><description>what is refused</description></listheader>
/// <item><term>EmptyRegister</term><description>everything, whatever label is on the pull request: a register without people is a mistake, never an order</description></item>
/// <item><term>Name, Domain, Groups, NoGroup, NotOurs, NotAdopted, UserLimit</term><description>that person's joining or moving, see <see cref="JoinGuard"/></description></item>
/// <item><term>Protected, LastAdministrator, Removals</term><description>that person's leaving, or all leaving, see <see cref="RemovalGuard"/></description></item>
/// </list>
/// What is refused waits; the others go ahead.
/// </summary>
public static class MembershipGuard
{
    /// <param name="plan">What would be done.</param>
    /// <param name="register">What it was decided from.</param>
    /// <param name="known">The account as it stands.</param>
    /// <param name="settings">Those applied before the merge: nobody loosens the guard for their own change.</param>
    /// <param name="adopt">The adoption lines at the head: explicit, reviewed orders, and no loosening.</param>
    /// <param name="allowed">Those whose removal a label allows.</param>
    /// <exception cref="PlanRefusedException">The whole plan is refused.</exception>
    public static Verdict Judge(
        MembershipPlan plan, PeopleRegister register, Known known, RegisterSettings settings, IReadOnlyList<UserName> adopt, IReadOnlySet<UserName>? allowed = null)
    {
        if (register.People.Count == 0)
        {
            throw new PlanRefusedException("refused: the register lists 0 people, so nothing was applied: an empty register is taken for a mistake. Put the people back, or remove them in smaller merges.");
        }

        var moves = new GroupMoves(plan, register, known.Snapshot);
        var join = new JoinGuard(plan, moves, known, settings, adopt);
        var removal = new RemovalGuard(plan, moves, known, settings, allowed ?? new HashSet<UserName>());
        var judged = plan.Changes.ToLookup(change => join.Refuse(change) ?? removal.Refuse(change));
        var refused = judged
            .Where(group => group.Key is not null)
            .SelectMany(group => group.Select(change => new Refusal(change, group.Key!.Rule, group.Key.Why)))
            .OrderBy(refusal => refusal.Change.Key, StringComparer.Ordinal);
        return new Verdict([.. judged[null]], [.. refused]);
    }
}

/// <summary>What the guard lets through and what it holds back.</summary>
public sealed record Verdict(IReadOnlyList<MembershipChange> Allowed, IReadOnlyList<Refusal> Refused);

/// <summary>A change that waits.</summary>
/// <param name="Change">What would have been done.</param>
/// <param name="Rule">The rule of the guard that refused it.</param>
/// <param name="Why">For the reader of the report: the reason and what to do.</param>
public sealed record Refusal(MembershipChange Change, string Rule, string Why);

/// <summary>Why a change is held back.</summary>
internal sealed record RefusalReason(string Rule, string Why);

/// <summary>The guard refuses the whole plan; nothing was applied.</summary>
public sealed class PlanRefusedException(string message) : Exception(message);
