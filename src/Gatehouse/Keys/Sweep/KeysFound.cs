namespace Gatehouse.Keys.Sweep;

/// <summary>What a sweep over access keys found, in all accounts together.</summary>
/// <param name="People">Whose keys are to be looked at, and which of them may be made inactive.</param>
/// <param name="Findings">What is only named.</param>
/// <param name="Counts">How the keys stand.</param>
/// <param name="Acts">Whether anything is done, beside saying what would be.</param>
/// <param name="Complete">Whether every account was looked over.</param>
public sealed record KeysFound(IReadOnlyList<KeyCandidate> People, IReadOnlyList<KeyFinding> Findings, KeyCounts Counts, bool Acts, bool Complete);
