using Gatehouse.Aws;
using Gatehouse.Cli.Output;
using Gatehouse.Register;
using static Gatehouse.Membership.Report.SlackText;

namespace Gatehouse.Cli.Revoke;

/// <summary>What Slack is told of something done by hand: loud, with who and why. Pure.</summary>
internal static class HandSlack
{
    public static string Revoked(UserName person, string by, string reason, string? unfinished) =>
        $"""
        :rotating_light: *{Plain(person.Value)} was revoked by hand*{(unfinished is null ? "" : $" and it is NOT finished: {Plain(unfinished)}")}
        By {Plain(by)}. Reason: {Plain(reason)}
        {(unfinished is null ? "Everything is denied, keys are inactive, the password and the groups are gone." : "It has to be run again.")} It holds against the register until `gatehouse restore {Plain(person.Value)}`. A pull request that removes them must follow, or one that says why they stay.
        """;

    public static string GivenBack(UserName person, AccessKeyId key, string by, string reason, DateTimeOffset until, string? unfinished) =>
        $"""
        :key: *The access key {key} of {Plain(person.Value)} was given back by hand*{(unfinished is null ? "" : $" and it is NOT finished: {Plain(unfinished)}")}
        By {Plain(by)}. Reason: {Plain(reason)}
        Sweeps leave it alone until {Words.Minute(until)} UTC; the next one after that makes it inactive again.
        """;

    public static string KeysAllowed(string run, int keys, string by, string reason) =>
        $"""
        :key: *{Words.Many(keys, "access key")} may be made inactive: the question of {Plain(run)} was answered by hand*
        By {Plain(by)}. Reason: {Plain(reason)}
        The next sweep does it; exactly these keys, within seven days.
        """;

    public static string Restored(UserName person, string by, string reason) =>
        $"""
        :rotating_light: *{Plain(person.Value)} is no longer revoked by hand*
        By {Plain(by)}. Reason: {Plain(reason)}
        The register decides again: a run that starts now restores them if it lists them.
        """;
}
