namespace Gatehouse.Cli.Doctor;

/// <summary>How something is.</summary>
internal enum Health
{
    Fine,

    /// <summary>Worth knowing; nothing is broken.</summary>
    Note,

    /// <summary>Something does not work, or a safeguard is missing.</summary>
    Wrong,
}

/// <summary>What was found, and what to do about it.</summary>
/// <param name="Health">How it is.</param>
/// <param name="What">What was found. Never a secret.</param>
/// <param name="Do">What to do; null where there is nothing to do.</param>
internal sealed record Diagnosis(Health Health, string What, string? Do = null)
{
    public static Diagnosis Fine(string what) => new(Health.Fine, what);

    public static Diagnosis Note(string what, string @do) => new(Health.Note, what, @do);

    public static Diagnosis Wrong(string what, string @do) => new(Health.Wrong, what, @do);
}
