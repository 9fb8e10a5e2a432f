using Gatehouse.Aws;
using Gatehouse.Cli.Output;
using Gatehouse.Register;

namespace Gatehouse.Cli.Revoke;

/// <summary>Does what a quarantine does in IAM, and says each step as it happens.</summary>
internal sealed class TellingLeavers(ILeavers leavers, Steps steps) : ILeavers
{
    public async Task<bool> DenyAsync(UserName person, CancellationToken cancellationToken)
    {
        var denied = false;
        await steps.DoAsync("deny everything", async () => denied = await leavers.DenyAsync(person, cancellationToken));
        return denied;
    }

    public Task DeactivateKeysAsync(UserName person, CancellationToken cancellationToken) =>
        steps.DoAsync("make access keys inactive", () => leavers.DeactivateKeysAsync(person, cancellationToken));

    public Task DropPasswordAsync(UserName person, CancellationToken cancellationToken) =>
        steps.DoAsync("take the console password away", () => leavers.DropPasswordAsync(person, cancellationToken));

    public Task LeaveGroupAsync(UserName person, string group, CancellationToken cancellationToken) =>
        steps.DoAsync($"take out of the group {group}", () => leavers.LeaveGroupAsync(person, group, cancellationToken));

    public Task AllowAsync(UserName person, CancellationToken cancellationToken) => leavers.AllowAsync(person, cancellationToken);

    public Task<IReadOnlyList<string>> GroupsAsync(UserName person, CancellationToken cancellationToken) => leavers.GroupsAsync(person, cancellationToken);

    public Task<LeavingUser?> FindAsync(UserName person, CancellationToken cancellationToken) => leavers.FindAsync(person, cancellationToken);

    public Task StripAsync(LeavingUser user, CancellationToken cancellationToken) => leavers.StripAsync(user, cancellationToken);

    public Task DeleteAsync(UserName person, CancellationToken cancellationToken) => leavers.DeleteAsync(person, cancellationToken);
}
