using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Membership.Leavers;
using Gatehouse.Register;
using Gatehouse.Tests.Aws;
using Gatehouse.Tests.House;
using Gatehouse.Tests.Ledger;

namespace Gatehouse.Tests.Membership.Leavers;

/// <summary>One person, an IAM account and a ledger in memory, and what is done to a leaver; every step is the deployed one.</summary>
internal sealed class Leaving : IDisposable
{
    public const string Name = "jane.doe@digital.cabinet-office.gov.uk";
    public const string Virtual = $"arn:aws:iam::111122223333:mfa/{Name}";

    public static readonly UserName Jane = new(Name);

    public IamInMemory Iam { get; } = new();

    public LedgerInMemory Ledger { get; } = new();

    public FakeClock Clock { get; } = new();

    public Quarantines Quarantines => new(Ledger.Table, Clock);

    private IamLeavers Leavers => new(Iam.Client);

    private DeviceRemoval Devices => new(new IamMfaDevices(Iam.Client), new TakenDevices(Ledger.Table, Clock));

    public Task QuarantineAsync() => new QuarantineApply(Leavers, Quarantines).ApplyAsync(Jane, default);

    public Task DeleteAsync() => new DeletionApply(Leavers, Devices, Quarantines).ApplyAsync(Jane, default);

    public Task RestoreAsync(params string[] groups) => new RestoreApply(new IamAccount(Iam.Client), Leavers, Quarantines).ApplyAsync(Jane, groups, default);

    public Task ResetMfaAsync() => new MfaResetApply(Leavers, Devices).ApplyAsync(Jane, default);

    /// <summary>Lets the process die after each of the step's calls to IAM, and at each of its writes to the ledger, tries again, and looks at the end of each.</summary>
    /// <param name="given">What is there before.</param>
    /// <param name="step">What is interrupted, and then done again.</param>
    /// <param name="then">What must hold at the end.</param>
    public static async Task ThroughAnyDeathAsync(Func<Leaving, Task> given, Func<Leaving, Task> step, Func<Leaving, Task> then)
    {
        var (calls, writes) = await UndisturbedAsync(given, step, then);
        for (var death = 1; death <= calls + writes; death++)
        {
            using var leaving = new Leaving();
            await given(leaving);
            leaving.Iam.DiesAfterCall = death <= calls ? leaving.Iam.Calls.Count + death : 0;
            leaving.Ledger.DiesAtWrite = death > calls ? leaving.Ledger.Writes.Count + death - calls : 0;
            (await Should.ThrowAsync<Exception>(() => step(leaving))).GetBaseException().ShouldBeOfType<ProcessDiedException>();
            leaving.Iam.DiesAfterCall = leaving.Ledger.DiesAtWrite = 0;

            await step(leaving);
            await then(leaving);
        }
    }

    private static async Task<(int Calls, int Writes)> UndisturbedAsync(Func<Leaving, Task> given, Func<Leaving, Task> step, Func<Leaving, Task> then)
    {
        using var leaving = new Leaving();
        await given(leaving);
        var (calls, writes) = (leaving.Iam.Calls.Count, leaving.Ledger.Writes.Count);
        await step(leaving);
        await then(leaving);
        return (leaving.Iam.Calls.Count - calls, leaving.Ledger.Writes.Count - writes);
    }

    public void Dispose()
    {
        Iam.Dispose();
        Ledger.Dispose();
    }
}
