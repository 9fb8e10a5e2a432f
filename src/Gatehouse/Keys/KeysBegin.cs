using Gatehouse.Keys.Sweep;
using Gatehouse.Membership;
using Gatehouse.Register;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Keys;

/// <summary>Begins a sweep over access keys: reads the register once, at its head, for all accounts. A register that cannot be read ends the sweep before anything is done or mailed, because nobody knows who is exempt.</summary>
public sealed partial class KeysBegin(IRegisterSource register, IKeysStore store, Settings settings, ILogger<KeysBegin> log)
{
    /// <exception cref="ArgumentException">The trigger is none that starts a sweep.</exception>
    /// <exception cref="RegisterUnreadableException">One of the three files cannot be read.</exception>
    public async Task<KeysBegun> ReadAsync(RunId run, KeysInput input, CancellationToken cancellationToken)
    {
        if (input.Trigger is not (KeysInput.Schedule or KeysInput.Asked))
        {
            throw new ArgumentException($"'{input.Trigger}' starts no sweep: {KeysInput.Schedule} or {KeysInput.Asked}.", nameof(input));
        }

        var head = await register.HeadAsync(cancellationToken);
        var known = new KeyRegister(
            await register.ReadKeyExemptionsAsync(head, cancellationToken),
            await register.ReadMachineUsersAsync(head, cancellationToken),
            (await register.ReadSettingsAsync(head, cancellationToken)).Contacts);
        IReadOnlyList<string> accounts = [.. settings.KeyAccounts.Prepend(settings.HomeAccount).Distinct()];
        var (bucket, key) = await store.BeginAsync(run, known, accounts, cancellationToken);
        Log.Begun(log, accounts.Count, known.Exemptions.Count, known.Machines.Count);
        return new KeysBegun(bucket, key, accounts.Count);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Accounts} accounts are to be looked over; the register has {Exemptions} exemptions and {Machines} machine users.")]
        public static partial void Begun(ILogger log, int accounts, int exemptions, int machines);
    }
}
