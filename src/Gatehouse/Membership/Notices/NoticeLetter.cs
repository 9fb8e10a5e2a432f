using Gatehouse.Mfa;
using Gatehouse.Register;

namespace Gatehouse.Membership.Notices;

/// <summary>What every notice knows, whatever it tells.</summary>
public sealed record NoticeLetter
{
    /// <summary>Whose user it is about.</summary>
    public required UserName Person { get; init; }

    /// <summary>The name that people know the account by: its alias, or its twelve digits.</summary>
    public required string AccountName { get; init; }

    /// <summary>When it was done.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Where to ask, as a sentence.</summary>
    public required string Help { get; init; }

    /// <summary><c>owner/name</c> of the register's repository.</summary>
    public required string Repository { get; init; }

    /// <summary>How many days a leaver's user is kept.</summary>
    public required int GraceDays { get; init; }

    /// <summary>After how many days an unused password ends.</summary>
    public required int FirstPasswordDays { get; init; }

    /// <summary>How MFA devices must be named.</summary>
    public DeviceNameRule DeviceNames { get; init; }

    /// <summary>The pull request behind it, in words, where there is one: "pull request 7 of owner/name".</summary>
    public string? RequestedIn { get; init; }

    /// <summary>Why somebody's user was blocked, as the end of a sentence. Without a pull request it may also have been done by hand.</summary>
    /// <param name="name">Whose name it is, in the reader's words.</param>
    public string WhyBlocked(string name) => RequestedIn is null
        ? $"{name} is no longer in the register of AWS users, or because an administrator blocked the user by hand."
        : $"{name} is no longer in the register of AWS users. This was agreed in {RequestedIn}.";
}
