using Gatehouse.Aws;
using Gatehouse.Keys.Report;
using Gatehouse.Ledger;
using Gatehouse.Register;
using static Gatehouse.Tests.Keys.Report.Reporting;

namespace Gatehouse.Tests.Keys.Report;

public class ReportedKeysTests
{
    private static readonly KeyRotation Rotation = new("example-org/deploy-me", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", 90);

    [Fact]
    public void Everyone_s_keys_are_there_with_whose_they_are()
    {
        var account = Seen(
            [Person("jane"), Machine("deploy"), Machine("unlisted"), Person("two") with { Managed = false }],
            [Row(CredentialRow.RootAccount, Key(700)), Row("jane", Key(10), Key(3)), Row("deploy", Key(10)), Row("unlisted", Key(10)), Row("two", Key(10)), Row("none"), Row("unseen", Key(1))]);

        var keys = AllKeys(account, new KeyFiles([], [new MachineUser(Name("deploy"), "a@b.uk")], []));

        keys.Select(key => $"{key.User} {KeyWords.Of(key.Whose)}").ShouldBe(
            ["<root_account> root", "jane person", "jane person", "deploy machine", "unlisted unmanaged", "two unmanaged", "unseen unmanaged"]);
        keys.ShouldAllBe(key => (key.Next == null) == (key.Whose == KeyHolder.Root || key.Whose == KeyHolder.Unmanaged));
    }

    [Fact]
    public void A_key_is_known_by_when_it_was_made_where_the_ledger_knows_it() =>
        Only(Key(10), Record("jane", 10) with { Created = Ago(10).AddMilliseconds(400) }).Id.ShouldBe(Example);

    [Fact]
    public void Of_two_keys_made_in_the_same_second_neither_is_named() =>
        AllKeys(Seen([Person("jane")], [Row("jane", Key(10), Key(10))], Record("jane", 10), Record("jane", 10, new AccessKeyId("AKIAI44QH8DHBEXAMPLE"))))
            .ShouldAllBe(key => key.Id == null && key.Record == null);

    [Theory]
    [InlineData("fresh and used", 10, 0.0, "2027-01-26 mail a warning: old")]
    [InlineData("fresh and never used", 10, null, "2026-12-26 mail a warning: unused")]
    [InlineData("at the first warning", 76, 0.0, "2026-11-21 mail a warning: old")]
    [InlineData("old, and nobody warned", 400, 0.0, "2026-11-21 mail a warning: old")]
    public void What_happens_next_and_when(string what, int age, double? used, string next) =>
        Told(Only(Key(age, used))).ShouldBe(next, what);

    [Fact]
    public void A_key_whose_owner_was_warned_ends_at_its_age_and_not_before_the_notice()
    {
        Told(Only(Key(89, used: 0), Record("jane", 89) with { Warned = 89, FirstWarned = Ago(13) })).ShouldBe("2026-11-22 make it inactive");
        Told(Only(Key(400, used: 0), Record("jane", 400) with { Warned = 89, FirstWarned = Ago(2) })).ShouldBe("2026-11-26 make it inactive");
    }

    [Fact]
    public void One_that_we_made_inactive_is_deleted_and_one_that_somebody_else_did_stays()
    {
        var ours = Record("jane", 100) with { Deactivated = Ago(10), Cause = KeyCause.Age, DeactivationTold = Ago(10) };

        Told(Only(Key(100, active: false), ours)).ShouldBe("2026-12-11 delete it");
        Told(Only(Key(100, active: false))).ShouldBe("nothing");
    }

    [Fact]
    public void An_exempt_key_is_left_alone_until_shortly_before_its_end()
    {
        var files = new KeyFiles([new KeyExemption(Name("jane"), null, "a supplier", "team@example.gov.uk", new DateOnly(2026, 12, 31))], [], []);

        var key = Only(Key(100, used: 0), files: files);

        key.Exemption!.Owner.ShouldBe("team@example.gov.uk");
        Told(key).ShouldBe("2026-12-17 mail that the exemption ends");
    }

    [Fact]
    public void An_exemption_that_has_ended_exempts_nobody() =>
        Only(Key(100, used: 0), files: new KeyFiles([new KeyExemption(Name("jane"), null, "a", "a@b.uk", new DateOnly(2026, 11, 20))], [], [])).Exemption.ShouldBeNull();

    [Theory]
    [InlineData(10, "2027-02-09 rotate it into example-org/deploy-me")]
    [InlineData(120, "2026-11-21 rotate it into example-org/deploy-me")]
    public void A_machine_user_with_a_rotation_is_rotated_and_never_made_inactive_for_its_age(int age, string next)
    {
        var files = new KeyFiles([], [new MachineUser(Name("deploy"), "a@b.uk") { Rotation = Rotation, Account = Home }], []);

        Told(AllKeys(Seen([Machine("deploy")], [Row("deploy", Key(age, used: 0))]), files).Single()).ShouldBe(next);
    }

    [Fact]
    public void A_machine_user_of_another_account_is_none_here() =>
        AllKeys(Seen([Machine("deploy")], [Row("deploy", Key(10))]), new KeyFiles([], [new MachineUser(Name("deploy"), "a@b.uk") { Account = "123456789012" }], []))
            .Single().Whose.ShouldBe(KeyHolder.Unmanaged);

    [Fact]
    public void Nothing_happens_to_the_keys_of_a_leaver()
    {
        var key = AllKeys(Seen([Person("jane") with { Denied = true }], [Row("jane", Key(400))])).Single();

        key.Next.ShouldBeNull();
        KeyWords.Notes(key, Now).ShouldContain("its user is leaving, and everything is denied to them");
    }

    [Fact]
    public void While_the_register_s_files_cannot_be_read_no_next_step_is_told() =>
        Only(Key(400), files: new KeyFiles([], [], [new RegisterProblem(new FilePlace(RegisterFiles.KeyExemptions, 1), "Broken.", "Mend it.")])).Next.ShouldBeNull();

    [Fact]
    public void What_IAM_lists_now_goes_before_the_report()
    {
        var account = Seen([Person("jane")], [Row("jane", Key(100, used: 3))]) with
        {
            Live = new Dictionary<UserName, IReadOnlyList<LiveKey>>
            {
                [Name("jane")] =
                [
                    new(new AccessKey(Example, false, Ago(100)), null),
                    new(new AccessKey(new AccessKeyId("AKIAI44QH8DHBEXAMPLE"), true, Ago(0.1)), new ReportedUse(Ago(0.05), "sts", "us-east-1")),
                ],
            },
        };

        var keys = AllKeys(account);

        keys.Select(key => (key.Id!.Value, key.Active, key.Use?.Service)).ShouldBe([("AKIAIOSFODNN7EXAMPLE", false, "s3"), ("AKIAI44QH8DHBEXAMPLE", true, "sts")]);
    }

    [Fact]
    public void A_dry_run_only_would()
    {
        KeyWords.Next(Only(Key(400)), Rule with { Acts = false }).ShouldBe("would mail a warning: old, and unused");
        KeyWords.Next(Only(Key(400)), Rule).ShouldBe("mail a warning: old, and unused");
    }

    private static string Told(ReportedKey key) => key.Next is { } next ? $"{KeyWords.Day(next.On)} {next.What}" : "nothing";
}
