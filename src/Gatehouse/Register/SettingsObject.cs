namespace Gatehouse.Register;

/// <summary>An object of <c>gatehouse.json</c>, read key by key; what does not fit is a problem, and the reading goes on to find the next.</summary>
internal sealed class SettingsObject
{
    private const string File = RegisterFiles.Settings;

    private readonly RegisterProblems problems;
    private readonly int line;
    private readonly Dictionary<string, PlacedMember> members = new(StringComparer.Ordinal);

    public SettingsObject(PlacedJson value, RegisterProblems problems)
    {
        this.problems = problems;
        line = value.Line;
        if (value is not PlacedObject held)
        {
            problems.Add(File, value.Line, $"There is {value.Kind} where an object should be.", "Write an object: { … }.");
            return;
        }

        foreach (var member in held.Members.Where(member => !members.TryAdd(member.Name, member)))
        {
            problems.Add(File, member.Line, $"\"{member.Name}\" stands twice.", "Take one of the two out.");
        }
    }

    public IReadOnlyCollection<string> Keys => members.Keys;

    public void AllowOnly(params string[] known)
    {
        foreach (var unknown in members.Keys.Except(known))
        {
            Problem(unknown, $"\"{unknown}\" is not a setting.", $"Take it out, or correct it: there are {string.Join(", ", known)}.");
        }
    }

    public SettingsObject Object(string key) => new(members.GetValueOrDefault(key)?.Value ?? new PlacedObject(line, []), problems);

    public string? Text(string key, Func<string, bool> fits, string wanted) => Text(members[key].Value, key, fits, wanted);

    public List<string> Texts(string key, Func<string, bool> fits, string wanted, bool required = false)
    {
        var list = members.GetValueOrDefault(key)?.Value;
        if (list is not (null or PlacedArray) || (required && list is not PlacedArray { Items.Count: > 0 }))
        {
            Problem(key, $"\"{key}\" must be a list{(required ? " with at least one entry" : "")}.", $"Write \"{key}\": [ … ], each {wanted}.");
        }

        return [.. ((list as PlacedArray)?.Items ?? []).Select(item => Text(item, key, fits, wanted)).OfType<string>()];
    }

    public double Number(string key, double otherwise, Func<double, bool> fits, string wanted)
    {
        switch (members.GetValueOrDefault(key)?.Value)
        {
            case null:
                return otherwise;
            case PlacedNumber { Value: var number } when fits(number):
                return number;
            default:
                Problem(key, $"\"{key}\" must be {wanted}.", $"Correct it, or take it out: it is {otherwise} where it is not given.");
                return otherwise;
        }
    }

    public void Problem(string key, string what, string mend) =>
        problems.Add(File, members.TryGetValue(key, out var member) ? member.Line : line, what, mend);

    private string? Text(PlacedJson value, string key, Func<string, bool> fits, string wanted)
    {
        if (value is PlacedText { Value: var text } && fits(text))
        {
            return text;
        }

        problems.Add(File, value.Line, $"An entry of \"{key}\" is not {wanted}.", $"Write {wanted} as text.");
        return null;
    }
}
