namespace Gatehouse.Membership;

/// <summary>Why a person is mailed a new password.</summary>
public enum WelcomeKind
{
    /// <summary>They are new.</summary>
    First,

    /// <summary>A merge asked for a new password.</summary>
    Reset,

    /// <summary>They came back within the grace time.</summary>
    Restored,
}

/// <summary>What the trail, the reports and Slack call the mail of each kind.</summary>
public static class WelcomeWords
{
    /// <returns>Words that fit after "the".</returns>
    public static string Words(this WelcomeKind kind) => kind switch
    {
        WelcomeKind.First => "welcome",
        WelcomeKind.Reset => "new password",
        WelcomeKind.Restored => "password of the return",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No way is known to name this kind."),
    };
}
