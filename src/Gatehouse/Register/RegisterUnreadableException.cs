namespace Gatehouse.Register;

/// <summary>One thing in the register that cannot be read: where it is, what it is, and what to do about it.</summary>
public sealed record RegisterProblem(FilePlace Place, string What, string Mend)
{
    public override string ToString() => $"{Place}: {What} {Mend}";
}

/// <summary>
/// The register cannot be read, so nothing is applied. It names every problem at once, each with its file, line and remedy; its message the
/// first of them, because a state machine cuts a longer one.
/// </summary>
public sealed class RegisterUnreadableException(IReadOnlyList<RegisterProblem> problems) : Exception(Describe(problems))
{
    private const int MostInMessage = 40;

    public IReadOnlyList<RegisterProblem> Problems { get; } = problems;

    private static string Describe(IReadOnlyList<RegisterProblem> problems)
    {
        var lines = problems.Take(MostInMessage).Select(problem => $"- {problem}");
        var more = problems.Count > MostInMessage ? $"\n- and {problems.Count - MostInMessage} more" : "";
        return $"The register cannot be read, so nothing is changed.\n{string.Join('\n', lines)}{more}";
    }
}
