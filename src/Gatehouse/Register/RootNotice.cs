namespace Gatehouse.Register;

/// <summary>Announces that an account's root user will be used: an alert about it within that time says so, and is never left out.</summary>
/// <param name="Account">The account's twelve digits.</param>
/// <param name="From">From when it holds.</param>
/// <param name="To">Until when it holds.</param>
/// <param name="Who">Who will do it.</param>
/// <param name="Why">What for, as words that fit after "for".</param>
public sealed record RootNotice(string Account, DateTimeOffset From, DateTimeOffset To, string Who, string Why)
{
    /// <summary>Whether it announces what happened in an account at a moment: its own account, from its first moment to its last.</summary>
    public bool Covers(string account, DateTimeOffset at) => account == Account && From <= at && at <= To;
}
