using Gatehouse.Cli.Deployments;
using Gatehouse.Membership;
using Gatehouse.Register;

namespace Gatehouse.Cli.Plans;

/// <summary>Makes a dry run, and of a register that cannot be read, or is refused whole, the dry run that says so.</summary>
internal static class RegisterPlan
{
    /// <param name="deployment">Whose register and account it is.</param>
    /// <param name="folder">A folder to read instead of the repository; null for the repository.</param>
    /// <param name="withoutLedger">Whether nothing is remembered.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public static async Task<DryRun> MakeAsync(Deployment deployment, string? folder, bool withoutLedger, CancellationToken cancellationToken)
    {
        var name = folder ?? deployment.Settings.Repository;
        try
        {
            if (folder is null && !withoutLedger)
            {
                var plan = await deployment.Room<Planner>().DecideAsync("dry run", new RunInput(RunInput.Schedule), cancellationToken);
                return new DryRun(name, plan.Head, plan.Changes, plan.Refused, plan.Findings);
            }

            var source = folder is null ? deployment.Room<IRegisterSource>() : new FolderSource(folder, deployment.Clock);
            return await new UncreditedPlan(deployment, source).DecideAsync(name, withoutLedger, cancellationToken);
        }
        catch (RegisterUnreadableException unreadable)
        {
            return new DryRun(name, null, [], [], []) { Problems = unreadable.Problems };
        }
        catch (PlanRefusedException refused)
        {
            return new DryRun(name, null, [], [], []) { RefusedWhole = refused.Message };
        }
    }
}
