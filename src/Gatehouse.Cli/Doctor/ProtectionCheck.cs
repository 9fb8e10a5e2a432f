using Gatehouse.Cli.Deployments;
using Gatehouse.GitHub;

namespace Gatehouse.Cli.Doctor;

/// <summary>Whether the branch takes reviewed pull requests only: everything else rests on that.</summary>
internal sealed class ProtectionCheck(Deployment deployment) : ICheck
{
    private const string Where = "GitHub, Settings, Branches";

    public string Name => "Protected branch";

    public async Task<IReadOnlyList<Diagnosis>> LookAsync(CancellationToken cancellationToken)
    {
        var branch = deployment.Settings.Branch;
        try
        {
            return Judge(branch, await deployment.Room<IBranchProtection>().FindAsync(branch, cancellationToken));
        }
        catch (GitHubRefusedException refused) when (refused.Status is 403 or 404)
        {
            return [Diagnosis.Note($"the protection of {branch} may not be read with this token", "Ask with a GITHUB_TOKEN that has Administration: read, or look yourself: " + Where + ".")];
        }
    }

    public static IReadOnlyList<Diagnosis> Judge(string branch, BranchProtection? protection)
    {
        if (protection is null)
        {
            return [Diagnosis.Wrong($"{branch} is not protected: whoever may push may give access", $"Require a pull request with an approval: {Where}.")];
        }

        var found = Missing(branch, protection).ToList();
        return found.Exists(one => one.Health == Health.Wrong)
            ? found
            : [Diagnosis.Fine($"{branch} takes pull requests with {Output.Words.Many(protection.Approvals!.Value, "approval")} only"), .. found];
    }

    private static IEnumerable<Diagnosis> Missing(string branch, BranchProtection protection)
    {
        if (protection.Approvals is null)
        {
            yield return Diagnosis.Wrong($"{branch} can be pushed to without a pull request", $"Require a pull request with an approval: {Where}.");
        }
        else if (protection.Approvals == 0)
        {
            yield return Diagnosis.Wrong("a pull request needs no approval: its author alone may give access", $"Require at least one approval: {Where}.");
        }

        if (protection.ForcePushes)
        {
            yield return Diagnosis.Wrong("history may be rewritten by a force push", $"Forbid force pushes: {Where}.");
        }

        if (!protection.CodeOwners)
        {
            yield return Diagnosis.Note("anybody with write access may approve, not only code owners", "Name the owners of terraform/ and gatehouse.json in CODEOWNERS, and require their review.");
        }

        if (!protection.DismissesStale)
        {
            yield return Diagnosis.Note("an approval stands after a later push", "Dismiss stale approvals when new commits are pushed.");
        }

        if (protection.BindsAdministrators is false)
        {
            yield return Diagnosis.Note("administrators of the repository may pass the review by; reports name what they do so", "Do not allow bypassing: " + Where + ".");
        }
        else if (protection.BindsAdministrators is null)
        {
            yield return Diagnosis.Note("it is protected by a ruleset, and GitHub does not show who may pass it by", "Look at its bypass list: GitHub, Settings, Rules.");
        }
    }
}
