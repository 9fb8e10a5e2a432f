using Gatehouse.Membership.Mails;

namespace Gatehouse.Membership.Notices;

/// <summary>One mail without a password.</summary>
/// <param name="Reader">Who reads it, as words that fit after "to": <c>the person</c>, <c>their contact</c>, <c>whoever asked</c>.</param>
/// <param name="Address">Where it goes.</param>
/// <param name="Mail">What it says.</param>
public sealed record Notice(string Reader, string Address, Mail Mail);
