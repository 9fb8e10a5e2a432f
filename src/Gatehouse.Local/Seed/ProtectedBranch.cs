using System.Text.Json;
using System.Text.Json.Nodes;
using Gatehouse.Local.GitHub;
using Gatehouse.Local.GitHub.Repositories;

namespace Gatehouse.Local.Seed;

/// <summary>The register's branch takes changes by reviewed pull requests only; administrators, as every caller here is, may bypass it.</summary>
public static class ProtectedBranch
{
    public static JsonElement Rules(GitHubSettings settings) => JsonSerializer.SerializeToElement(ProtectionShape.Of(
        $"{settings.RepositoryApi}/branches/{settings.Branch}/protection",
        new JsonObject
        {
            ["required_status_checks"] = null,
            ["enforce_admins"] = false,
            ["required_pull_request_reviews"] = new JsonObject { ["required_approving_review_count"] = 1 },
            ["restrictions"] = null,
        }));
}
