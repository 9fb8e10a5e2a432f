using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gatehouse.Cli.Deployments.Questions;

/// <summary>What is asked of CloudTrail.</summary>
internal sealed class TrailQuestions(SignedCall call, string region)
{
    private const string Operations = "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.";

    /// <summary>The trails that reach this region, those of other regions and of the organisation included.</summary>
    public async Task<IReadOnlyList<Trail>> AllAsync(CancellationToken cancellationToken)
    {
        var listed = await call.AskAsync(new Question("cloudtrail", region, Operations + "DescribeTrails"), cancellationToken);
        var trails = new List<Trail>();
        foreach (var trail in listed?.GetProperty("trailList").EnumerateArray().ToList() ?? [])
        {
            trails.Add(new Trail(trail.GetProperty("Name").GetString()!, Flag(trail, "IsMultiRegionTrail"), Flag(trail, "IncludeGlobalServiceEvents"), await IsLoggingAsync(trail, cancellationToken)));
        }

        return trails;
    }

    private async Task<bool> IsLoggingAsync(JsonElement trail, CancellationToken cancellationToken)
    {
        var name = trail.TryGetProperty("TrailARN", out var arn) ? arn.GetString()! : trail.GetProperty("Name").GetString()!;
        var status = new Question("cloudtrail", region, Operations + "GetTrailStatus") { Fields = new JsonObject { ["Name"] = name } };
        return await call.AskAsync(status, cancellationToken) is { } answer && Flag(answer, "IsLogging");
    }

    private static bool Flag(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}

/// <summary>A trail of CloudTrail.</summary>
/// <param name="Name">Its name.</param>
/// <param name="MultiRegion">Whether it hears every region.</param>
/// <param name="Global">Whether it hears IAM and the sign-in.</param>
/// <param name="Logging">Whether it is switched on.</param>
internal sealed record Trail(string Name, bool MultiRegion, bool Global, bool Logging);
