using Gatehouse.Cli.Output;
using Gatehouse.Cli.People;
using Spectre.Console;

namespace Gatehouse.Cli.Revoke;

/// <summary>Says what a revoke would do to a user as it stands.</summary>
internal static class RevokePreview
{
    public static void Show(Screen screen, KnownUser user)
    {
        foreach (var line in Lines(user))
        {
            screen.Results.Write(line.AsText());
            screen.Results.WriteLine();
        }

        screen.Command($"gatehouse revoke {user.Name} --now --reason \"…\"");
    }

    private static IEnumerable<string> Lines(KnownUser user)
    {
        var active = user.Keys.Count(key => key.Active);
        yield return $"This would take away the access of {user.Name}, in this order:";
        yield return "  write a hold into the ledger, so that no run brings them back";
        yield return "  deny everything, by an inline policy; it also stops sessions made with GetSessionToken";
        yield return active == 0 ? "  no access key is active" : $"  make {Words.Many(active, "access key")} inactive";
        yield return user.Password is null ? "  there is no console password" : "  take the console password away";
        yield return user.Groups.Count == 0 ? "  they are in no group" : $"  take them out of {string.Join(", ", user.Groups)}, and remember that";
        yield return "  write who did it and why into the trail, and say it loudly in Slack";
        yield return "Sessions of roles that they have assumed in other accounts would run to their maximum.";
        yield return "Nothing was done. To do it:";
    }
}
