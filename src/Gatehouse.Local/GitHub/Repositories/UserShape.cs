using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.Local.GitHub.Repositories;

/// <summary>An account as GitHub writes it wherever somebody is named.</summary>
public static class UserShape
{
    public static object Of(string login, string? type = null) => new
    {
        login,
        id = Id(login),
        node_id = $"U_{Id(login)}",
        avatar_url = "",
        gravatar_id = "",
        url = $"https://api.github.com/users/{login}",
        html_url = $"https://github.com/{login}",
        type = type ?? (login.EndsWith("[bot]", StringComparison.Ordinal) ? "Bot" : "User"),
        site_admin = false,
    };

    public static object? OfNullable(string? login) => login is null ? null : Of(login);

    /// <summary>The same number for the same login in every world.</summary>
    private static int Id(string login) => BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(login.ToUpperInvariant())), 0) & 0x7ffffff;
}
