using Gatehouse.Membership;
using Gatehouse.Register;

namespace Gatehouse.Ledger;

/// <summary>See <see cref="Welcomes"/>.</summary>
public enum WelcomeState
{
    Owed,
    Sending,
    NotSent,
    Accepted,
    Undeliverable,
}

/// <summary>The right to one attempt at sending a welcome.</summary>
/// <param name="Person">Who is mailed.</param>
/// <param name="Welcome">Which one.</param>
/// <param name="Attempt">Counted from 1.</param>
/// <param name="ReplacesEarlier">Whether an earlier attempt may have reached the person, so that this mail must say that it replaces it.</param>
/// <param name="Kind">What the mail says of the password.</param>
public sealed record WelcomeClaim(UserName Person, string Welcome, int Attempt, bool ReplacesEarlier, WelcomeKind Kind);

/// <summary>What the ledger knows of a welcome.</summary>
public sealed record KnownWelcome(UserName Person, WelcomeKind Kind, WelcomeState State, string Run, Attribution Because, string? MessageId, DateTimeOffset At);

/// <summary>Not now: another attempt at this welcome, or at another one of the same person, may still be under way. The state machine asks again.</summary>
public sealed class WelcomeInProgressException(string welcome) : Exception($"Another attempt at welcome {welcome}, or at another of the same person, may still be under way; its claim ends within a minute.");
