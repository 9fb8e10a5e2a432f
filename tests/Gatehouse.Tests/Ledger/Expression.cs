using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Gatehouse.Tests.Ledger;

/// <summary>The expressions of DynamoDB that the ledger writes, held against an item; another one fails the test.</summary>
internal sealed partial class Expression(JsonObject request, JsonObject? item)
{
    /// <summary>Whether an item has the key that a query asks for.</summary>
    public bool HasKey(JsonObject candidate) => new Expression(request, candidate).Holds("KeyConditionExpression");

    public bool Holds(string condition) => request[condition]?.GetValue<string>() is not { } text || Any(text);

    /// <summary>Does SET, REMOVE and ADD to a copy of the item.</summary>
    public void Update(JsonObject after)
    {
        var parts = Clause().Split(request["UpdateExpression"]!.GetValue<string>());
        for (var i = 1; i < parts.Length; i += 2)
        {
            foreach (var action in Split(parts[i + 1], ","))
            {
                Do(parts[i], action, after);
            }
        }
    }

    private void Do(string clause, string action, JsonObject after)
    {
        switch (clause)
        {
            case "SET":
                var (name, value) = action.Split(" = ", 2) is [var left, var right] ? (Name(left), right) : throw new InvalidOperationException(action);
                after[name] = IfNotExists().Match(value) is { Success: true } kept ? (item?[Name(kept.Groups[1].Value)] ?? Value(kept.Groups[2].Value)).DeepClone() : Value(value).DeepClone();
                break;
            case "REMOVE":
                after.Remove(Name(action));
                break;
            case "ADD":
                var (list, added) = action.Split(' ', 2) is [var target, var more] ? (Name(target), Value(more)) : throw new InvalidOperationException(action);
                after[list] = added["N"] is { } number
                    ? new JsonObject { ["N"] = (Whole(after[list]?["N"]) + Whole(number)).ToString(CultureInfo.InvariantCulture) }
                    : new JsonObject { ["SS"] = new JsonArray([.. Texts(after[list]?["SS"]).Union(Texts(added["SS"])).Select(text => JsonValue.Create(text))]) };
                break;
            default:
                throw new InvalidOperationException(clause);
        }
    }

    private bool Any(string text) => Split(text, " OR ").Any(All);

    private bool All(string text) => Split(text, " AND ").All(IsTrue);

    private bool IsTrue(string text)
    {
        if (text.StartsWith('(') && text.EndsWith(')'))
        {
            return Any(text[1..^1]);
        }

        if (Exists().Match(text) is { Success: true } exists)
        {
            return (item?.ContainsKey(Name(exists.Groups[2].Value)) ?? false) == (exists.Groups[1].Value == "exists");
        }

        if (In().Match(text) is { Success: true } among)
        {
            return Split(among.Groups[2].Value, ",").Any(value => Same(item?[Name(among.Groups[1].Value)], Value(value)));
        }

        var (left, sign, right) = text.Split(' ') is [var first, var second, var third] ? (item?[Name(first)], second, Value(third)) : throw new InvalidOperationException($"The ledger in memory cannot read: {text}");
        return sign switch
        {
            "=" => Same(left, right),
            "<" => left is not null && Whole(left["N"]) < Whole(right["N"]),
            _ => throw new InvalidOperationException($"The ledger in memory cannot read: {text}"),
        };
    }

    /// <summary>The parts between separators that stand in no parentheses.</summary>
    private static List<string> Split(string text, string separator)
    {
        var parts = new List<string>();
        var (start, depth) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0 && text.AsSpan(i).StartsWith(separator))
            {
                parts.Add(text[start..i].Trim());
                start = i + separator.Length;
            }
        }

        return [.. parts, text[start..].Trim()];
    }

    private static bool Same(JsonNode? left, JsonNode right) => JsonNode.DeepEquals(left, right);

    private static long Whole(JsonNode? number) => number is null ? 0 : long.Parse(number.GetValue<string>(), CultureInfo.InvariantCulture);

    private static IEnumerable<string> Texts(JsonNode? set) => set?.AsArray().Select(one => one!.GetValue<string>()) ?? [];

    private string Name(string name) => name.StartsWith('#') ? request["ExpressionAttributeNames"]![name]!.GetValue<string>() : name;

    private JsonNode Value(string name) => request["ExpressionAttributeValues"]![name] ?? throw new InvalidOperationException($"There is no value {name}.");

    [GeneratedRegex(@"\b(SET|REMOVE|ADD)\b")]
    private static partial Regex Clause();

    [GeneratedRegex(@"^attribute_(not_exists|exists)\((\S+)\)$")]
    private static partial Regex Exists();

    [GeneratedRegex(@"^(\S+) IN \((.+)\)$")]
    private static partial Regex In();

    [GeneratedRegex(@"^if_not_exists\((\S+), (\S+)\)$")]
    private static partial Regex IfNotExists();
}
