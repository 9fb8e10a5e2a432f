using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Register;

namespace Gatehouse.Membership.Leavers;

/// <summary>Brings somebody back out of quarantine: the groups, and then everything is denied no longer. Access keys stay inactive; the password is the welcome's.</summary>
public sealed class RestoreApply(IAccount account, ILeavers leavers, Quarantines quarantines)
{
    public async Task ApplyAsync(UserName person, IReadOnlyList<string> groups, CancellationToken cancellationToken)
    {
        foreach (var group in groups)
        {
            await account.AddToGroupAsync(person, group, cancellationToken);
        }

        await leavers.AllowAsync(person, cancellationToken);
        await quarantines.CloseAsync(person, cancellationToken);
    }
}
