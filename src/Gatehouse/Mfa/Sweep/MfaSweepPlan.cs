using Gatehouse.Register;

namespace Gatehouse.Mfa.Sweep;

/// <summary>Decides whom a sweep looks at, and what it only names. Pure.</summary>
public sealed class MfaSweepPlan(SweepSeen seen)
{
    private readonly DeviceIndex devices = new(seen);
    private readonly MissingMfaIndex missing = new(seen);

    /// <summary>Whose console password is due to go.</summary>
    public IReadOnlyList<UserName> Suspended => [.. missing.Due.OfType<SuspendPassword>().Select(change => change.Person)];

    /// <summary>Who is to be forgotten without a look, because nothing is done to anybody by it.</summary>
    public IReadOnlyList<UserName> Gone => missing.Gone;

    /// <summary>Whether the register must be read: a password is due to go, or a mail names the day on which it will.</summary>
    public bool AsksTheRegister => missing.Due.Any(change => change is SuspendPassword || (seen.Missing.Suspends && (!seen.Missing.WarnsAgain || change is WarnWithoutMfa { Number: 2 })));

    /// <summary>Whether somebody is to be mailed that they have no MFA.</summary>
    public bool Mails => missing.Due.Count > 0 || seen.Without.Any(one => one.Suspending is not null);

    /// <param name="settings">The register's settings; null where they were not asked for, or could not be read.</param>
    /// <param name="unreadable">Why they could not be read; null where that is not so.</param>
    public SweepFound Found(RegisterSettings? settings, string? unreadable)
    {
        var verdict = Suspended.Count == 0 ? new SuspensionVerdict([], []) : MfaGuard.Judge(Suspended, settings, seen.People.Count());
        var (byName, missingNow) = (devices.People.ToHashSet(), missing.People.ToHashSet());
        var people = byName.Union(missingNow).Order().Select(person => new MfaCandidate(person, byName.Contains(person), missingNow.Contains(person))
        {
            LongerNames = devices.LongerNames(person),
            MaySuspend = verdict.Allowed.Contains(person),
            Protected = settings?.Protected.Contains(person) ?? false,
        });
        return new SweepFound(MfaSweepInput.Schedule, [.. people], [.. Waiting(verdict, unreadable), .. Named(verdict)]);
    }

    /// <summary>Only devices whose announced time is up.</summary>
    /// <param name="due">Whose they are.</param>
    public static SweepFound OfGraces(IEnumerable<UserName> due) => new(MfaSweepInput.Grace, [.. due.Select(person => new MfaCandidate(person, Devices: true, Missing: false))], []);

    private IEnumerable<MfaFinding> Waiting(SuspensionVerdict verdict, string? unreadable)
    {
        if (verdict.Refused is { } refused)
        {
            yield return new MfaFinding(MfaFindingKind.SuspensionsWait, refused);
        }
        else if (Suspended.Count > 0 && unreadable is not null)
        {
            yield return new MfaFinding(MfaFindingKind.SuspensionsWait, $"The register cannot be read, so that nobody knows who is protected: {unreadable}");
        }
    }

    private IEnumerable<MfaFinding> Named(SuspensionVerdict verdict) =>
    [
        .. verdict.Protected.Select(person => new MfaFinding(MfaFindingKind.Protected, person.Value)),
        .. missing.NoAddress.Select(person => new MfaFinding(MfaFindingKind.NoAddress, person.Value)),
        .. missing.Unmanaged.Select(user => new MfaFinding(MfaFindingKind.UnmanagedWithoutMfa, user.Value)),
        .. devices.Findings,
        .. seen.PasswordPolicy.Select(difference => new MfaFinding(MfaFindingKind.PasswordPolicy, difference)),
    ];
}
