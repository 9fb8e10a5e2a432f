using System.Security.Cryptography;
using System.Text;
using Gatehouse.Register;

namespace Gatehouse.Membership;

/// <summary>
/// Names the welcome of a user made by a run: a replay of the run finds its own traces, and a user who is made anew by another run is welcomed
/// anew. What a run leaves open is taken up by its name. 32 hexadecimal digits, fit for an SES message tag.
/// </summary>
public static class WelcomeId
{
    public static string Of(UserName person, RunId run) => Of(person, run.Name);

    /// <summary>Once for each address and merge commit, whichever run does it.</summary>
    public static string Of(ResetPassword reset) => Of(reset.Person, $"reset {reset.Merge}");

    private static string Of(UserName person, string reason) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{person.Value.ToLowerInvariant()}\n{reason}")))[..32];
}
