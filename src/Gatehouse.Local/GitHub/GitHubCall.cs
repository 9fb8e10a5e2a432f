using System.Globalization;
using System.Text.Json.Nodes;

namespace Gatehouse.Local.GitHub;

/// <summary>One request, read the way GitHub reads it; what is missing or misshapen is a <see cref="GitHubRefusalException"/>.</summary>
public sealed class GitHubCall(HttpContext http, Caller caller, JsonNode? body, GitHubSettings settings)
{
    public Caller Caller => caller;

    public HttpContext Http => http;

    public JsonNode? Body => body;

    public JsonObject Fields => body as JsonObject ?? [];

    public bool WantsRaw => Accepts("raw");

    public string Route(string name) => Uri.UnescapeDataString((string?)http.Request.RouteValues[name] ?? "");

    public long Number(string name) =>
        long.TryParse(Route(name), CultureInfo.InvariantCulture, out var number) ? number : throw GitHubRefusalException.NotFound();

    public string? Query(string name) => http.Request.Query[name].FirstOrDefault() is { Length: > 0 } value ? value : null;

    public string? Text(string field) => Fields[field] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public string Required(string resource, string field) =>
        Text(field) is { Length: > 0 } text ? text : throw GitHubRefusalException.Invalid(resource, field, "missing_field");

    public bool Flag(string field) => Fields[field] is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;

    /// <summary>Whether the client asks for one of GitHub's media types, such as <c>raw</c> in <c>application/vnd.github.raw+json</c>.</summary>
    public bool Accepts(string media) =>
        http.Request.Headers.Accept.Any(accept => accept!.Contains($".{media}", StringComparison.Ordinal));

    /// <summary>One page of a list, as <c>page</c> and <c>per_page</c> (30 unless told, 100 at most) ask for it, with the <c>Link</c> header.</summary>
    public IReadOnlyList<T> Page<T>(IReadOnlyList<T> all)
    {
        var size = Math.Clamp(Whole("per_page", 30), 1, 100);
        var page = Math.Max(Whole("page", 1), 1);
        var last = Math.Max((all.Count + size - 1) / size, 1);
        var links = new List<string>();
        void Link(int number, string relation) => links.Add($"<{PageAddress(number)}>; rel=\"{relation}\"");
        if (page > 1) Link(page - 1, "prev");
        if (page < last) Link(page + 1, "next");
        if (page < last) Link(last, "last");
        if (page > 1) Link(1, "first");
        if (links.Count > 0)
            http.Response.Headers.Link = string.Join(", ", links);
        return [.. all.Skip((page - 1) * size).Take(size)];
    }

    private int Whole(string name, int otherwise) => int.TryParse(Query(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    private string PageAddress(int page)
    {
        var query = http.Request.Query.Where(pair => pair.Key != "page").SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value)));
        var whole = QueryString.Create(query).Add("page", page.ToString(CultureInfo.InvariantCulture));
        return settings.Api.GetLeftPart(UriPartial.Authority) + http.Request.Path.ToUriComponent() + whole;
    }
}
