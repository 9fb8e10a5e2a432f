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

    /// <summary>The pull request behind it, in words, where there is one: "pull request 7 of owner/name".</summary>
    public string? RequestedIn { get; init; }
}
