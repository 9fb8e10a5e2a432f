namespace Gatehouse.Register;

/// <summary>An object of <c>gatehouse.json</c>, or of another file of ours, read key by key; what does not fit is a problem, and the reading goes on to find the next.</summary>
internal sealed class SettingsObject
{
    private readonly RegisterProblems problems;
    private readonly string file;
    private readonly int line;
    private readonly Dictionary<string, PlacedMember> members = new(StringComparer.Ordinal);

    public SettingsObject(PlacedJson value, RegisterProblems problems, string file = RegisterFiles.Settings)
    {
        this.problems = problems;
        this.file = file;
        line = value.Line;
        if (value is not PlacedObject held)
        {
            problems.Add(file, value.Line, $"There is {value.Kind} where an object should be.", "Write an object: { … }.");
            return;
        }

        foreach (var member in held.Members.Where(member => !members.TryAdd(member.Name, member)))
        {
            problems.Add(file, member.Line, $"\"{member.Name}\" stands twice.", "Take one of the two out.");
        }
    }

    public IReadOnlyCollection<string> Keys => members.Keys;

    public void AllowOnly(params string[] known)
    {
        foreach (var unknown in members.Keys.Except(known))
        {
            Problem(unknown, file == RegisterFiles.Settings ? $"\"{unknown}\" is not a setting." : $"\"{unknown}\" means nothing here.", $"Take it out, or correct it: there are {string.Join(", ", known)}.");
        }
    }

    public SettingsObject Object(string key) => new(members.GetValueOrDefault(key)?.Value ?? new PlacedObject(line, []), problems, file);

    public bool Has(string key) => members.ContainsKey(key);

    public string? Text(string key, Func<string, bool> fits, string wanted) => Text(members[key].Value, key, fits, wanted);

    /// <summary>A text that may be left out; null where it is, and where it does not fit, which is a problem.</summary>
    public string? Optional(string key, Func<string, bool> fits, string wanted) => Has(key) ? Text(key, fits, wanted) : null;

    /// <summary>A text that must be there.</summary>
    public string? Required(string key, Func<string, bool> fits, string wanted)
    {
        if (Has(key))
        {
            return Text(key, fits, wanted);
        }

        Problem(key, $"There is no \"{key}\".", $"Write \"{key}\" with {wanted}.");
        return null;
    }

    /// <summary>The objects of a list that must be there; what is in it and is no object is a problem.</summary>
    public List<SettingsObject> Objects(string key)
    {
        if (members.GetValueOrDefault(key)?.Value is PlacedArray list)
        {
            return [.. list.Items.Select(item => (Item: item, Read: new SettingsObject(item, problems, file))).Where(one => one.Item is PlacedObject).Select(one => one.Read)];
        }

        Problem(key, $"\"{key}\" must be a list.", $"Write \"{key}\": [ … ]; an empty list is fine.");
        return [];
    }

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

    /// <summary>Whether a word says true; false where it is not there.</summary>
    public bool Flag(string key)
    {
        switch (members.GetValueOrDefault(key)?.Value)
        {
            case null or PlacedWord { Word: "false" }:
                return false;
            case PlacedWord { Word: "true" }:
                return true;
            default:
                Problem(key, $"\"{key}\" must be true or false.", "Write true or false without quotation marks, or take it out: it is false where it is not given.");
                return false;
        }
    }

    public void Problem(string key, string what, string mend) =>
        problems.Add(file, members.TryGetValue(key, out var member) ? member.Line : line, what, mend);

    private string? Text(PlacedJson value, string key, Func<string, bool> fits, string wanted)
    {
        if (value is PlacedText { Value: var text } && fits(text))
        {
            return text;
        }

        problems.Add(file, value.Line, $"An entry of \"{key}\" is not {wanted}.", $"Write {wanted} as text.");
        return null;
    }
}
