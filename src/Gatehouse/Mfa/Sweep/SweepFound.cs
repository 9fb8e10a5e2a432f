namespace Gatehouse.Mfa.Sweep;

/// <summary>What a sweep found.</summary>
/// <param name="Trigger">What started it: only one over everybody has looked for findings.</param>
/// <param name="People">Whom to look at, live.</param>
/// <param name="Findings">What is only named.</param>
public sealed record SweepFound(string Trigger, IReadOnlyList<MfaCandidate> People, IReadOnlyList<MfaFinding> Findings);
