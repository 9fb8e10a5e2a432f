namespace Gatehouse.Register;

/// <summary>A line of a file of the register, counted from 1, as editors and GitHub show it.</summary>
public sealed record FilePlace(string File, int Line)
{
    public override string ToString() => $"{File}:{Line}";
}
