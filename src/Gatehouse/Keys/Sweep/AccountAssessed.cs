using Gatehouse.Register;

namespace Gatehouse.Keys.Sweep;

/// <summary>What looking over one account found.</summary>
/// <param name="Account">Its twelve digits.</param>
/// <param name="People">Whose keys are to be looked at; <see cref="KeyCandidate.MayDeactivate"/> holds those whose time is up, which the guard still judges.</param>
/// <param name="Findings">What is only named.</param>
/// <param name="Counts">How its keys stand.</param>
/// <param name="Users">Its users whom an exemption names.</param>
public sealed record AccountAssessed(string Account, IReadOnlyList<KeyCandidate> People, IReadOnlyList<KeyFinding> Findings, KeyCounts Counts, IReadOnlyList<UserName> Users);

/// <summary>How many active keys there are of users whose keys are watched, and how they stand.</summary>
public sealed record KeyCounts(int Active = 0, int Warned = 0, int Over = 0, int Unused = 0, int Exempt = 0)
{
    public static KeyCounts operator +(KeyCounts left, KeyCounts right) => Add(left, right);

    public static KeyCounts Add(KeyCounts left, KeyCounts right) =>
        new(left.Active + right.Active, left.Warned + right.Warned, left.Over + right.Over, left.Unused + right.Unused, left.Exempt + right.Exempt);
}
