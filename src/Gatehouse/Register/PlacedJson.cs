namespace Gatehouse.Register;

/// <summary>A JSON value that remembers its line. Unlike a dictionary it keeps keys that appear twice, so that they can be reported.</summary>
internal abstract record PlacedJson(int Line)
{
    /// <summary>What it is, for a sentence: "an object", "a number".</summary>
    public abstract string Kind { get; }
}

internal sealed record PlacedObject(int Line, IReadOnlyList<PlacedMember> Members) : PlacedJson(Line)
{
    public override string Kind => "an object";

    public PlacedMember? Find(string name) => Members.FirstOrDefault(member => member.Name == name);
}

internal sealed record PlacedMember(string Name, int Line, PlacedJson Value);

internal sealed record PlacedArray(int Line, IReadOnlyList<PlacedJson> Items) : PlacedJson(Line)
{
    public override string Kind => "a list";
}

internal sealed record PlacedText(int Line, string Value) : PlacedJson(Line)
{
    public override string Kind => "text";
}

internal sealed record PlacedNumber(int Line, double Value) : PlacedJson(Line)
{
    public override string Kind => "a number";
}

internal sealed record PlacedWord(int Line, string Word) : PlacedJson(Line)
{
    public override string Kind => Word;
}
