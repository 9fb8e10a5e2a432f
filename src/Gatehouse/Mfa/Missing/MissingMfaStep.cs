namespace Gatehouse.Mfa.Missing;

/// <summary>What is done about one person in one sweep.</summary>
/// <param name="Forget">Whether what the ledger knows of them is over.</param>
/// <param name="Begin">Since when they are without MFA, where the ledger does not know it yet.</param>
/// <param name="Change">A mail, or the end of the password; null where nothing is due.</param>
public sealed record MissingMfaStep(bool Forget = false, DateTimeOffset? Begin = null, MfaChange? Change = null);
