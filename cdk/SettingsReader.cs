using System.Globalization;

namespace Gatehouse.Cdk;

/// <summary>Reads settings by key and gathers what is wrong with them; <see cref="RefuseProblems"/> refuses all of it together.</summary>
internal sealed class SettingsReader
{
    private readonly IReadOnlyDictionary<string, object> values;
    private readonly SortedSet<string> known = new(StringComparer.Ordinal);
    private readonly List<string> problems = [];

    public SettingsReader(object? context)
    {
        values = context as IReadOnlyDictionary<string, object> ?? new Dictionary<string, object>();
        if (context is not IReadOnlyDictionary<string, object>)
            problems.Add($"{DeploymentSettings.ContextKey} is {(context is null ? "missing" : "not an object")}: write an object with the settings, as in the README.");
    }

    public string Text(string key, SettingShape shape, string? otherwise = null)
    {
        if (Optional(key, shape) is { } text)
            return text;
        if (otherwise is null && !values.ContainsKey(key))
            Problem(key, "is missing", shape.Write);
        return otherwise ?? "";
    }

    public string? Optional(string key, SettingShape shape)
    {
        if (Value(key) is not { } value)
            return null;
        if (value is string text && shape.Pattern.IsMatch(text))
            return text;
        Problem(key, $"is {Shown(value)}", shape.Write);
        return null;
    }

    public string? Address(string key) => Text(key, SettingShapes.Address) is { Length: > 0 } address ? address : null;

    /// <summary>The address's domain unless the setting says otherwise; an identity that the address does not belong to is refused.</summary>
    public string MailIdentity(string key, string address)
    {
        var domain = address[(address.IndexOf('@') + 1)..];
        var identity = Text(key, SettingShapes.Identity, domain);
        if (address.Length > 0 && identity != address && identity != domain && !domain.EndsWith("." + identity, StringComparison.Ordinal))
            Problem(key, $"is {Shown(identity)}, which mailFrom {Shown(address)} does not belong to", SettingShapes.Identity.Write);
        return identity;
    }

    public IReadOnlyList<string> Names(string key, SettingShape shape)
    {
        var value = Value(key);
        var names = (value as IEnumerable<object> ?? []).OfType<string>().Where(name => shape.Pattern.IsMatch(name)).ToList();
        if (value is null)
            Problem(key, "is missing", $"a list of at least one of {shape.Write}");
        else if (names.Count == 0 || names.Count != (value as IEnumerable<object>)?.Count())
            Problem(key, $"is {Shown(value)}", $"a list of at least one of {shape.Write}");
        return names;
    }

    /// <summary>The same, where the list may be left out or empty.</summary>
    public IReadOnlyList<string> NamesOrNone(string key, SettingShape shape) => Value(key) is null or IReadOnlyCollection<object> { Count: 0 } ? [] : Names(key, shape);

    public bool Flag(string key)
    {
        var value = Value(key);
        if (value is not (null or bool))
            Problem(key, $"is {Shown(value)}", "true or false, without quotation marks");
        return value is true;
    }

    public int Number(string key, int least, int most, int otherwise) =>
        Whole(key, number => number >= least && number <= most, $"a whole number from {least} to {most}", otherwise);

    /// <summary>Numbers that ascend, at least one; the list may be left out for the usual ones.</summary>
    public IReadOnlyList<int> Numbers(string key, int least, int most, IReadOnlyList<int> otherwise)
    {
        if (Value(key) is not { } value)
            return otherwise;
        var numbers = (value as IEnumerable<object> ?? []).Select(one => one is double or int or long ? Convert.ToDouble(one, CultureInfo.InvariantCulture) : double.NaN).ToList();
        if (numbers.Count > 0 && numbers.All(number => number == Math.Floor(number) && number >= least && number <= most) && numbers.Zip(numbers.Skip(1)).All(pair => pair.First < pair.Second))
            return [.. numbers.Select(number => (int)number)];
        Problem(key, $"is {Shown(value)}", $"a list of at least one whole number from {least} to {most}, each above the one before");
        return otherwise;
    }

    public int OneOf(string key, IReadOnlyList<int> numbers, int otherwise) =>
        Whole(key, numbers.Contains, $"one of {string.Join(", ", numbers)}", otherwise);

    /// <summary>A value that is wrong beside the others; <see cref="RefuseProblems"/> refuses it with them.</summary>
    public void Refuse(string key, object value, string write) => Problem(key, $"is {(value is string words ? words : Shown(value))}", write);

    /// <exception cref="DeploymentSettingsException">There was at least one problem, or a key that nothing asked for.</exception>
    public void RefuseProblems()
    {
        foreach (var key in values.Keys.Except(known).Order(StringComparer.Ordinal))
            Problem(key, "is not a setting", $"one of {string.Join(", ", known)}");
        if (problems.Count > 0)
            throw new DeploymentSettingsException(problems);
    }

    private int Whole(string key, Predicate<int> allowed, string write, int otherwise)
    {
        if (Value(key) is not { } value)
            return otherwise;
        if (value is double or int or long && Convert.ToDouble(value, CultureInfo.InvariantCulture) is var number
            && number == Math.Floor(number) && Math.Abs(number) < int.MaxValue && allowed((int)number))
        {
            return (int)number;
        }

        Problem(key, $"is {Shown(value)}", write);
        return otherwise;
    }

    private object? Value(string key)
    {
        known.Add(key);
        return values.GetValueOrDefault(key);
    }

    private void Problem(string key, string wrong, string write) => problems.Add($"{DeploymentSettings.ContextKey}.{key} {wrong}: write {write}.");

    private static string Shown(object value) => value switch
    {
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        IEnumerable<object> list => $"[{string.Join(", ", list.Select(Shown))}]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => "an object",
    };
}
