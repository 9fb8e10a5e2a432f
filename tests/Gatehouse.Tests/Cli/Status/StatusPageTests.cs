using Gatehouse.Cli.Output;
using Gatehouse.Cli.People;
using Gatehouse.Cli.Status;
using Gatehouse.Ledger;
using Gatehouse.Register;
using static Gatehouse.Tests.Membership.Given;

namespace Gatehouse.Tests.Cli.Status;

public class StatusPageTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 28, 9, 0, 0, TimeSpan.Zero);
    private static readonly RegisterLine Listed = new(Head, Person("jane", Group) with { GroupPlaces = new Dictionary<string, FilePlace> { [Group] = new(RegisterFiles.Members, 18) } }, 14, null);
    private static readonly RegisterLine Unlisted = new(Head, null, 14, null);

    private static readonly KnownUser Jane = new(
        Name("jane").Value,
        Managed: true,
        Now.AddDays(-90),
        Now.AddDays(-2),
        new Dictionary<string, string> { ["gatehouse:pull-request"] = "7", ["gatehouse:merged-by"] = "bob" },
        [Group],
        new KnownPassword(Now.AddDays(-90), MustChange: false),
        [new KnownKey("AKIA1", Active: true, Now.AddDays(-30), Now.AddDays(-1), "s3"), new KnownKey("AKIA2", Active: false, Now.AddDays(-1), null, null)],
        [new KnownDevice("arn:aws:iam::111122223333:mfa/jane", Now.AddDays(-89))],
        [],
        Denied: false,
        Boundary: null);

    [Fact]
    public void It_says_what_a_person_has_and_how_long_and_where_it_comes_from()
    {
        var shown = Shown(new PersonStatus(Name("jane"), Jane, null, null, Listed));

        shown.ShouldContain("by pull request #7, merged by bob");
        shown.ShouldContain("AKIA1 active, 30 days old, last used 2026-11-27 09:00 UTC (s3)");
        shown.ShouldContain("AKIA2 inactive, 1 day old, last used never");
        shown.ShouldContain("last sign-in 2026-11-26 09:00 UTC");
        shown.ShouldContain("arn:aws:iam::111122223333:mfa/jane, since 2026-08-31");
        shown.ShouldContain($"{RegisterFiles.Users}:1 at 11111111");
        shown.ShouldContain($"{Group}: {RegisterFiles.Members}:18");
    }

    [Fact]
    public void Somebody_in_quarantine_is_shown_with_the_groups_that_are_remembered_and_the_day_on_which_they_go()
    {
        var quarantine = new Quarantine(Name("jane"), [Group], Now.AddDays(-1));

        var shown = Shown(new PersonStatus(Name("jane"), Jane with { Denied = true }, null, quarantine, Unlisted));

        shown.ShouldContain("in quarantine since 2026-11-27 09:00 UTC: everything is denied");
        shown.ShouldContain("deleted by the first run from 2026-12-11 09:00 UTC on, unless their line comes back");
        shown.ShouldContain($"groups taken away and remembered: {Group}");
        shown.ShouldContain("not listed at 11111111");
    }

    [Fact]
    public void A_hold_says_who_and_why_and_what_takes_it_back()
    {
        var hold = new Hold(Name("jane"), "arn:aws:iam::111122223333:user/op", "laptop stolen", Now);

        Shown(new PersonStatus(Name("jane"), Jane, hold, null, Listed))
            .ShouldContain("by arn:aws:iam::111122223333:user/op: laptop stolen. It holds against the register until gatehouse restore.");
    }

    [Theory]
    [InlineData("nobody", "there is no IAM user of this name")]
    [InlineData("made by hand", "not Gatehouse's: a user made by hand")]
    [InlineData("freed by hand", "somebody took the policy away by hand")]
    public void What_is_odd_is_said(string what, string said)
    {
        var user = what switch
        {
            "nobody" => null,
            "made by hand" => Jane with { Managed = false },
            _ => Jane,
        };
        var quarantine = what == "freed by hand" ? new Quarantine(Name("jane"), [], Now) : null;

        Shown(new PersonStatus(Name("jane"), user, null, quarantine, Listed)).ShouldContain(said);
    }

    [Fact]
    public void A_register_that_cannot_be_read_is_never_taken_for_one_that_does_not_list_them()
    {
        var shown = Shown(new PersonStatus(Name("jane"), Jane, null, null, new RegisterLine(null, null, 0, "GitHub could not be reached.")));

        shown.ShouldContain("could not be read: GitHub could not be reached.");
        shown.ShouldNotContain("not listed");
    }

    private static string Shown(PersonStatus status)
    {
        using var output = new StringWriter();
        new StatusPage(new Screen(output, redirected: true, output, errorsRedirected: true), Now).Show(status);
        return output.ToString();
    }
}
