using Gatehouse.Cli.People;

namespace Gatehouse.Cli.Revoke;

/// <summary>What IAM still shows of a revoked user's access. Pure.</summary>
internal static class AccessLeft
{
    /// <returns>A sentence; null where nothing is left.</returns>
    public static string? Of(KnownUser? user)
    {
        var left = user is null ? "" : string.Join("; ", All(user));
        return left.Length == 0 ? null : $"IAM was told, and still shows {left}.";
    }

    private static IEnumerable<string> All(KnownUser user)
    {
        if (!user.Denied)
        {
            yield return "no policy that denies everything";
        }

        if (user.Keys.Any(key => key.Active))
        {
            yield return "an active access key";
        }

        if (user.Password is not null)
        {
            yield return "a console password";
        }

        if (user.Groups.Count > 0)
        {
            yield return $"the groups {string.Join(", ", user.Groups)}";
        }
    }
}
