using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Membership.Preview;
using Gatehouse.Register;
using static Gatehouse.Tests.Membership.Given;

namespace Gatehouse.Tests.Membership.Preview;

public class PreviewTextTests
{
    private const string TooMany = "refused: 12 of 40 people would lose their access at once, and 30.00% is over 25.00% (12/40). Remove fewer, or have somebody other than the author put the label gatehouse:allow-removals on the pull request.";

    private static readonly PreviewPlan Empty = new([], [], [], 0, [], 0);

    [Fact]
    public void A_pull_request_without_effect_says_so_in_its_first_line()
    {
        var report = Write(Empty);

        report.Passed.ShouldBeTrue();
        report.Title.ShouldBe("Merging this changes nobody's access");
        FirstLine(report).ShouldBe("### ✅ Gatehouse plan: merging this changes nobody's access");
        report.Text.ShouldContain("Nothing has been done.");
    }

    [Fact]
    public void The_first_line_counts_people_by_what_would_happen_to_them() =>
        Write(Of(new CreateUser(Name("a"), [Group]), new QuarantineUser(Name("b"), []), new QuarantineUser(Name("c"), []), new AddToGroup(Name("d"), Group), new AddToGroup(Name("d"), "Auditors")))
            .Title.ShouldBe("Merging this would take all access from 2 people, give access to 1 person and put 1 person into a group");

    [Fact]
    public void An_announced_use_of_a_root_account_is_in_the_first_line_and_has_a_section_of_its_own()
    {
        var report = Write(Empty with
        {
            Notices = [new("123456789012", Now, Now.AddHours(2), "Jane | Doe", "<b>a lost phone</b>"), new("111122223333", Now.AddHours(-3), Now.AddHours(-1), "Bob", "a drill")],
        });

        report.Passed.ShouldBeTrue();
        report.Title.ShouldBe("Merging this changes nobody's access; it announces 2 uses of root accounts");
        report.Text.ShouldContain("#### Will announce the use of root accounts");
        report.Text.ShouldContain("| `123456789012` | 2026-07-01 12:00 UTC | 2026-07-01 14:00 UTC | Jane \\| Doe | &lt;b>a lost phone&lt;/b> |");
        report.Text.ShouldContain("2026-07-01 11:00 UTC ⚠️ already over");
    }

    [Fact]
    public void Notices_that_cannot_be_read_fail_the_check_beside_their_line_and_the_people_are_planned_all_the_same()
    {
        var report = Write(Of(new CreateUser(Name("a"), [Group])) with { NoticeProblems = [new(new(RegisterFiles.RootNotices, 4), "There is no \"who\".", "Write it.")] });

        report.Passed.ShouldBeFalse();
        report.Title.ShouldBe("The notices of root accounts could not be read: 1 problem; otherwise: Merging this would give access to 1 person");
        FirstLine(report).ShouldStartWith("### ⛔ Gatehouse plan: the notices");
        report.Annotations.ShouldHaveSingleItem().Path.ShouldBe(RegisterFiles.RootNotices);
        report.Text.ShouldContain("- `mgmt/root-notices.json:4` There is no \"who\". Write it.");
        report.Text.ShouldContain("#### Joining");
    }

    [Fact]
    public void What_matters_most_comes_first()
    {
        var plan = Of(new ResetPassword(Name("e"), Head), new AddToGroup(Name("d"), Group), new CreateUser(Name("a"), [Group]), new RemoveFromGroup(Name("c"), Group), new QuarantineUser(Name("b"), []));

        var text = Write(plan with { Refused = [new Refusal(new CreateUser(Name("x"), []), "Domain", "refused: the address is elsewhere.")] }).Text;

        string[] order = ["Refused: 1 change", "All access taken away", "Taken out of a group", "Joining", "Put into a group", "Resets"];
        order.Select(title => text.IndexOf($"#### {title}", StringComparison.Ordinal) is var at and >= 0 ? at : text.IndexOf($"#### ⛔ {title}", StringComparison.Ordinal))
            .ShouldBeInOrder(SortDirection.Ascending);
    }

    [Fact]
    public void A_refusal_fails_with_the_word_and_its_arithmetic_once_for_all_whom_it_holds()
    {
        var leavers = Enumerable.Range(1, 12).Select(number => new Refusal(new QuarantineUser(Name($"p{number}"), []), "Removals", TooMany)).ToList();

        var report = Write(Empty with { Refused = leavers, Removed = [.. leavers.Select(one => one.Change.Person)] });

        report.Passed.ShouldBeFalse();
        report.Title.ShouldBe("Refused: 12 of 40 people would lose their access at once, and 30.00% is over 25.00% (12/40)");
        report.Text.ShouldContain("30.00% is over 25.00% (12/40)");
        report.Text.Split("Remove fewer").Length.ShouldBe(2);
        report.Text.ShouldContain("`p12@digital.cabinet-office.gov.uk`");
    }

    [Fact]
    public void Where_each_refusal_has_its_own_reason_it_stands_in_its_row()
    {
        var report = Write(Empty with
        {
            Refused = [new(new AdoptUser(Name("a"), [], []), "NotAdopted", "refused: add a"), new(new AdoptUser(Name("b"), [], []), "NotAdopted", "refused: add b")],
        });

        report.Title.ShouldBe("Refused: 2 changes would not be made");
        report.Text.ShouldContain("| adopt the user<br>refused: add a |");
        report.Text.ShouldContain("| adopt the user<br>refused: add b |");
    }

    [Fact]
    public void What_is_let_through_beside_a_refusal_is_in_the_first_line_too() =>
        Write(Of(new CreateUser(Name("a"), [])) with { Refused = [new(new CreateUser(Name("x"), []), "Domain", "refused: elsewhere")] })
            .Title.ShouldBe("Refused: elsewhere; the rest would give access to 1 person");

    [Fact]
    public void Evidence_stands_beside_what_takes_access_away_and_nowhere_else()
    {
        var evidence = new Dictionary<UserName, Evidence?>
        {
            [Name("b")] = new(Now.AddDays(-800), Now.AddDays(-2), [new(true, Now.AddDays(-70), "s3", "eu-west-2"), new(false, null, null, null)], 2),
        };

        var text = Write(Of(new QuarantineUser(Name("b"), []), new CreateUser(Name("a"), [Group])), evidence).Text;

        text.ShouldContain("| `b@digital.cabinet-office.gov.uk` | quarantine the user | a user for 2 years<br>signed in 2 days ago (2026-06-29)<br>an active key, used 2 months ago (2026-04-22) for s3 in eu-west-2<br>an inactive key, never used<br>2 MFA devices |");
        text.ShouldContain("| `a@digital.cabinet-office.gov.uk` | create the user, in CrossAccountAccess |\n");
    }

    [Fact]
    public void Who_has_nothing_in_use_is_shown_as_such()
    {
        var evidence = new Dictionary<UserName, Evidence?> { [Name("b")] = new(Now.AddHours(-3), null, [], 0), [Name("c")] = null };

        var text = Write(Of(new QuarantineUser(Name("b"), []), new QuarantineUser(Name("c"), []), new QuarantineUser(Name("d"), [])), evidence).Text;

        text.ShouldContain("| a user since today<br>no sign-in at the console is known<br>no access key<br>no MFA device |");
        text.ShouldContain("| IAM has no such user |");
        text.ShouldContain("| not looked up |");
    }

    [Theory]
    [InlineData(true, false, "this repository is public")]
    [InlineData(false, true, "the head is a fork's")]
    public void In_public_and_for_a_fork_there_is_no_evidence_and_a_word_on_why(bool isPublic, bool fromFork, string why)
    {
        var reading = Reading(Of(new QuarantineUser(Name("b"), [])), null);

        var text = PreviewText.Whole(reading with { Pull = reading.Pull with { Public = isPublic, FromFork = fromFork } }).Text;

        text.ShouldContain($"not shown, because {why}");
        text.ShouldNotContain("In use?");
    }

    [Fact]
    public void A_leaver_s_end_is_told_with_the_grace_time()
    {
        Write(Of(new QuarantineUser(Name("b"), []))).Text.ShouldContain("Until they are deleted, 14 days later, putting the line back restores them.");
        PreviewText.Whole(Reading(Of(new QuarantineUser(Name("b"), [], AtOnce: true)), null) with { GraceDays = 0 }).Text.ShouldContain("They would be deleted at once.");
    }

    [Fact]
    public void Addresses_that_fit_nobody_are_named()
    {
        var report = Write(Empty with { Unknown = ["who@example.gov.uk"] });

        report.Text.ShouldContain("Nothing would be reset for `who@example.gov.uk`.");
        report.Title.ShouldBe("Merging this would change nobody's access, though it asks for a reset");
    }

    [Fact]
    public void What_waits_from_before_is_counted() => Write(Empty with { Waiting = 3 }).Text.ShouldContain("3 changes from before wait and are not shown here.");

    [Fact]
    public void What_people_wrote_stays_text()
    {
        var text = Write(Of(new CreateUser(new UserName("a`|b<img>"), ["[x](https://evil.example)", "@everybody"]))).Text;

        text.ShouldContain("`a'\\|b<img>`");
        text.ShouldContain("\\[x\\](https://evil.example)");
        text.ShouldNotContain("@everybody");
    }

    [Fact]
    public void A_first_line_in_the_guard_s_words_has_no_link_and_mentions_nobody()
    {
        var report = Write(Empty with { Refused = [new(new CreateUser(Name("a"), []), "NoGroup", "refused: the account has no group [x](https://evil.example)\n@everybody. Make it.")] });

        FirstLine(report).ShouldBe("### ⛔ Gatehouse plan: refused: the account has no group \\[x\\](https://evil.example) @\u200beverybody");
    }

    [Fact]
    public void A_plan_over_60000_characters_is_cut_with_counts_and_says_where_the_whole_is()
    {
        var plan = Of([.. Enumerable.Range(1, 1500).Select(number => new CreateUser(Name($"person.with.a.long.name.{number}"), [Group]))]);

        var whole = Write(plan);
        var cut = PreviewText.Cut(Reading(plan, null), "The whole is [there](https://console.aws.amazon.com/s3).");

        whole.Text.Length.ShouldBeGreaterThan(60_000);
        cut.Text.Length.ShouldBeLessThanOrEqualTo(60_000);
        cut.Text.ShouldContain("The whole is [there](https://console.aws.amazon.com/s3).");
        cut.Text.ShouldContain("… and 1100 more of these 1500.");
        cut.Title.ShouldBe(whole.Title);
    }

    [Fact]
    public void What_the_label_allows_is_said_with_who_put_it_on()
    {
        var approval = new Approval(7, PullRequests.Open().Head, "a-reviewer", [Name("b")], Now);
        var plan = Of(new QuarantineUser(Name("b"), [])) with { Removed = [Name("b")] };

        var report = PreviewText.Whole(Reading(plan, null) with { Label = new LabelCounts("a-reviewer", Now, approval), Approval = approval });

        report.Passed.ShouldBeTrue();
        report.Title.ShouldEndWith(", allowed by a-reviewer");
        report.Text.ShouldContain("`a-reviewer` allowed the removal of 1 person by the label `gatehouse:allow-removals`, at 2026-07-01 12:00 UTC.");
    }

    [Fact]
    public void Who_was_not_named_when_the_label_was_put_on_is_not_allowed_by_it()
    {
        var approval = new Approval(7, PullRequests.Open().Head, "a-reviewer", [Name("b")], Now);
        var plan = Empty with { Removed = [Name("b"), Name("c")] };

        PreviewText.Whole(Reading(plan, null) with { Label = new LabelCounts("a-reviewer", Now, approval), Approval = approval })
            .Text.ShouldContain("1 person of those who would lose their access was not named when the label was put on, and is not allowed by it.");
    }

    public static TheoryData<string, LabelVerdict, string> Worthless => new()
    {
        { "by the author", new LabelByAuthor("an-author"), "`an-author` put it on, who is the author of this pull request. Somebody else must take it off and put it on again." },
        { "by nobody known", new LabelByAuthor(null), "the account that put it on is gone" },
        { "before a push", new LabelForAnotherHead("a-reviewer"), "`a-reviewer` put it on, but not for the commit `aaaaaaaaaa` that is at the head now" },
        { "for nobody", new LabelCounts("a-reviewer", Now, null), "is not needed: nobody would lose their access" },
    };

    [Theory]
    [MemberData(nameof(Worthless))]
    public void A_label_that_does_not_count_says_exactly_why(string what, LabelVerdict label, string why) =>
        PreviewText.Whole(Reading(Empty, null) with { Label = label }).Text.ShouldContain(why, Case.Sensitive, what);

    private static PreviewReport Write(PreviewPlan plan, IReadOnlyDictionary<UserName, Evidence?>? evidence = null) => PreviewText.Whole(Reading(plan, evidence));

    private static PreviewReading Reading(PreviewPlan plan, IReadOnlyDictionary<UserName, Evidence?>? evidence) =>
        new(PullRequests.Open(), plan, evidence, new NoLabel(), null, 14, Now, Keys.GivenKeys.Rule);

    private static PreviewPlan Of(params MembershipChange[] changes) => Empty with { Changes = changes };

    private static string FirstLine(PreviewReport report) => report.Text.Split('\n')[0];
}
