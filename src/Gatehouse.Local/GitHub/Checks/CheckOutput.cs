using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gatehouse.Local.GitHub.Checks;

/// <summary>What a check says; annotations are added to those that are there, fifty at a time, and none is ever taken back.</summary>
public sealed record CheckOutput(string? Title = null, string? Summary = null, string? Text = null)
{
    private const int LongestText = 65535;
    private const int MostAnnotations = 50;

    /// <summary>As the app wrote them.</summary>
    public IReadOnlyList<JsonElement> Annotations { get; init; } = [];

    public CheckOutput With(JsonObject output)
    {
        var added = (output["annotations"] as JsonArray ?? []).Select(one => JsonSerializer.SerializeToElement(one)).ToList();
        if (added.Count > MostAnnotations)
            throw new GitHubRefusalException(422, "Invalid request.\n\nNo more than 50 annotations per request are permitted.");
        return new CheckOutput(Of(output, "title") ?? Title, Of(output, "summary") ?? Summary, Of(output, "text") ?? Text) { Annotations = [.. Annotations, .. added] };
    }

    public object Shape(string annotations) => new { title = Title, summary = Summary, text = Text, annotations_count = Annotations.Count, annotations_url = annotations };

    private static string? Of(JsonObject output, string field)
    {
        var text = (string?)output[field];
        return text is { Length: > LongestText } ? throw new GitHubRefusalException(422, $"Invalid request.\n\nOnly 65535 characters are allowed; {text.Length} were supplied.") : text;
    }
}
