namespace Gatehouse.Register;

/// <summary>One thing in the register that cannot be read: where it is, what it is, and what to do about it.</summary>
public sealed record RegisterProblem(FilePlace Place, string What, string Mend)
{
    public override string ToString() => $"{Place}: {What} {Mend}";
}

/// <summary>The register cannot be read, so nothing is applied. It names every problem at once, each with its file, line and remedy.</summary>
public sealed class RegisterUnreadableException(IReadOnlyList<RegisterProblem> problems)
    : Exception($"The register cannot be read, so nothing is changed.\n{string.Join('\n', problems.Select(problem => $"- {problem}"))}")
{
    public IReadOnlyList<RegisterProblem> Problems { get; } = problems;
}
