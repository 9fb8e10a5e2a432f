namespace Gatehouse.Membership;

/// <summary>A run of a state machine, by its execution ARN: <c>arn:aws:states:region:account:execution:machine:name</c>.</summary>
/// <exception cref="ArgumentException">It is not such an ARN.</exception>
public sealed record RunId(string Arn)
{
    private readonly string[] parts = Arn.Split(':') is { Length: 8 } eight && eight[2] == "states"
        ? eight
        : throw new ArgumentException($"'{Arn}' is not the ARN of an execution of a state machine.", nameof(Arn));

    public string Name => parts[7];

    /// <summary>The twelve digits of the base account.</summary>
    public string Account => parts[4];

    public bool Equals(RunId? other) => other?.Arn == Arn;

    public override int GetHashCode() => Arn.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Name;
}
