namespace Gatehouse.Register;

/// <summary>Gathers what is wrong with the register while it is read, so that all of it is said at once.</summary>
internal sealed class RegisterProblems
{
    private readonly List<RegisterProblem> found = [];

    public void Add(string file, int line, string what, string mend) => found.Add(new(new(file, line), what, mend));

    public void ThrowIfAny()
    {
        if (found.Count > 0)
        {
            throw new RegisterUnreadableException(found);
        }
    }
}
