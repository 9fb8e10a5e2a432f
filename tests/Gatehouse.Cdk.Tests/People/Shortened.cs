using System.Text.Json.Nodes;

namespace Gatehouse.Cdk.Tests.People;

/// <summary>A policy with one word left out: a statement, an action, a resource, or a denial's condition.</summary>
/// <param name="Without">What was left out.</param>
/// <param name="Policy">What remains.</param>
internal sealed record Shortened(string Without, JsonNode Policy)
{
    private static readonly string[] Lists = ["Action", "NotAction", "Resource", "NotResource"];

    public static IEnumerable<Shortened> Of(JsonNode policy)
    {
        foreach (var (number, statement) in policy["Statement"]!.AsArray().Index())
        {
            var name = statement!["Sid"]!.GetValue<string>();
            yield return Change(policy, name, all => all.RemoveAt(number));
            foreach (var (list, one) in from list in Lists where statement[list] is JsonArray from one in Enumerable.Range(0, statement[list]!.AsArray().Count) select (list, one))
                yield return Change(policy, $"{name}, {list} {statement[list]![one]}", all => all[number]![list]!.AsArray().RemoveAt(one));

            // What is allowed with MFA alone is also denied without it: there the condition says it twice.
            if (statement["Effect"]!.GetValue<string>() == "Deny" && statement["Condition"] is JsonObject conditions)
            {
                foreach (var condition in conditions.Select(condition => condition.Key))
                    yield return Change(policy, $"{name}, {condition}", all => all[number]!["Condition"]!.AsObject().Remove(condition));
            }
        }
    }

    private static Shortened Change(JsonNode policy, string without, Action<JsonArray> change)
    {
        var changed = policy.DeepClone();
        change(changed["Statement"]!.AsArray());
        return new(without, changed);
    }
}
