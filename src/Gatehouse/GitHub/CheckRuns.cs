using System.Text.Json;

namespace Gatehouse.GitHub;

/// <summary>
/// Writes check runs, which only an App may. GitHub appends annotations to those that are there and takes none back, so an update sends the
/// missing ones alone, and a run that carries one which is no longer true is followed by a new run of the same name, which takes its place.
/// </summary>
public sealed class CheckRuns(GitHubApi api)
{
    private const int MostAnnotations = 50;

    public async Task PublishAsync(long app, string head, Check check, CancellationToken cancellationToken)
    {
        IReadOnlyList<AnnotationJson> wanted = [.. check.Annotations.Select(CheckRunRequest.Annotation)];
        var (id, there) = await FindAsync(app, head, check.Name, cancellationToken);
        if (there.Except(wanted).Any())
        {
            (id, there) = (null, []);
        }

        var missing = wanted.Except(there).Chunk(MostAnnotations).ToList();
        foreach (var batch in missing.Count == 0 ? [[]] : missing)
        {
            id = await WriteAsync(id, head, check, batch, cancellationToken);
        }
    }

    /// <summary>Our newest run of that name on that commit, and the annotations that it carries.</summary>
    private async Task<(long? Id, IReadOnlyList<AnnotationJson> Annotations)> FindAsync(long app, string head, string name, CancellationToken cancellationToken)
    {
        var path = $"{api.Root}/commits/{head}/check-runs?check_name={Uri.EscapeDataString(name)}&app_id={app}&per_page=100";
        var found = await api.GetAsync(path, GitHubJson.Default.CheckRunsJson, cancellationToken);
        var newest = found.CheckRuns.Where(run => run.App?.Id == app).MaxBy(run => run.Id);
        return newest?.Output?.AnnotationsCount is null or 0
            ? (newest?.Id, [])
            : (newest.Id, await api.PagesAsync($"{api.Root}/check-runs/{newest.Id}/annotations?", GitHubJson.Default.ListAnnotationJson, one => one, int.MaxValue, cancellationToken));
    }

    private async Task<long> WriteAsync(long? id, string head, Check check, AnnotationJson[] annotations, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(CheckRunRequest.Of(head, check, annotations), GitHubJson.Default.CheckRunRequestJson);
        using var answer = id is null
            ? await api.SendAsync(HttpMethod.Post, $"{api.Root}/check-runs", cancellationToken, body: body)
            : await api.SendAsync(HttpMethod.Patch, $"{api.Root}/check-runs/{id}", cancellationToken, body: body);
        return (await GitHubHttp.ReadAsync(answer, GitHubJson.Default.CheckRunJson, cancellationToken)).Id;
    }
}
