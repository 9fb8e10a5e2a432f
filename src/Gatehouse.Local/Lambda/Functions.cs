using System.Text.Json.Nodes;
using Gatehouse.Local.Moto;

namespace Gatehouse.Local.Lambda;

/// <summary>The functions that are deployed, found by name or by ARN.</summary>
public sealed class Functions(MotoClient moto)
{
    private volatile IReadOnlyList<FunctionConfiguration> all = [];

    public IReadOnlyList<FunctionConfiguration> All => all;

    /// <summary>Reads again what is deployed, in both regions.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        var found = new List<FunctionConfiguration>();
        foreach (var region in World.Regions)
        {
            var answer = await moto.RestAsync(HttpMethod.Get, "/2015-03-31/functions/", "lambda", region, null, cancellation);
            found.AddRange(JsonNode.Parse(answer)!["Functions"]!.AsArray().Select(function => FunctionConfiguration.Read(function!, region)));
        }

        all = found;
    }

    /// <summary>The function of that name, partial ARN or ARN; a version or alias after it is ignored.</summary>
    public FunctionConfiguration? Find(string reference, string region)
    {
        var parts = reference.Split(':');
        var at = Array.IndexOf(parts, "function");
        var name = at >= 0 && parts.Length > at + 1 ? parts[at + 1] : parts[0];
        var home = at == 5 ? parts[3] : region;
        return all.FirstOrDefault(function => function.Name == name && function.Region == home);
    }
}
