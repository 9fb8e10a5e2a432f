namespace Gatehouse.Local.GitHub.Issues;

public static class LabelShape
{
    public static object Of(GitHubSettings settings, string name) => new
    {
        id = Math.Abs((long)name.Aggregate(17, (hash, letter) => (hash * 31) + letter)),
        node_id = $"LA_{name}",
        url = $"{settings.RepositoryApi}/labels/{Uri.EscapeDataString(name)}",
        name,
        color = "ededed",
        @default = false,
        description = (string?)null,
    };
}
