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
