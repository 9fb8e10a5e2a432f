namespace Gatehouse.Cdk.Tests;

/// <summary>Settings are refused all together, each with what to write.</summary>
public sealed class DeploymentSettingsTests
{
    [Fact]
    public void The_committed_settings_are_taken()
    {
        var settings = DeploymentSettings.From(Synthesis.CommittedSettings());

        settings.Repository.ShouldBe("example-org/aws-users");
        settings.Groups.ShouldBe(["CrossAccountAccess"]);
        settings.PasswordLength.ShouldBe(16);
        settings.PeopleGroup.ShouldBe("CrossAccountAccess");
        (settings.Reconcile, settings.Watch).ShouldBe((false, false));
        settings.Account.ShouldBeNull();
    }

    [Fact]
    public void What_is_left_out_has_a_safe_default()
    {
        var settings = DeploymentSettings.From(Least());

        (settings.Name, settings.Region, settings.Channel).ShouldBe(("gatehouse", "eu-west-2", "#aws-access"));
        (settings.PasswordLength, settings.FirstPasswordDays, settings.AuditYears).ShouldBe((16, 7, 7));
        settings.MailIdentity.ShouldBe("example.gov.uk");
        settings.Reconcile.ShouldBeFalse();
        (settings.PasswordClasses.Count, settings.PasswordReuse, settings.PasswordDays, settings.PeopleGroup, settings.AllowedAddresses.Count).ShouldBe((0, 24, 0, null, 0));
        (settings.MfaNames, settings.MfaGraceHours, settings.MfaFirstWarningDays, settings.MfaSecondWarningDays, settings.MfaSuspendDays).ShouldBe(("prefix", 0, 3, 7, 14));
        (settings.Watch, settings.Organization).ShouldBe((false, null));
        (settings.RootChannel, settings.OnCall, settings.RootMailTo, settings.RootMailMinutes, settings.RootCompletionMinutes).ShouldBe(("#cyber-security-help", null, null, 15, 60));
    }

    [Theory]
    [InlineData("the rule of the Ministry of Justice", 14d, 24d, 90d, "upper", "lower", "digit", "symbol")]
    [InlineData("the rule of the Digital Marketplace", 12d, 0d, 0d, "upper", "lower", "digit")]
    [InlineData("the shortest that may be asked for", 8d, 1d, 1d)]
    public void The_password_rules_of_other_organisations_are_taken(string whose, double length, double reuse, double days, params string[] classes)
    {
        var changed = Least();
        (changed["passwordLength"], changed["passwordReuse"], changed["passwordDays"], changed["passwordClasses"]) = (length, reuse, days, classes.Cast<object>().ToArray());

        var settings = DeploymentSettings.From(changed);

        (settings.PasswordLength, settings.PasswordReuse, settings.PasswordDays).ShouldBe(((int)length, (int)reuse, (int)days), whose);
        settings.PasswordClasses.ShouldBe(classes, whose);
    }

    [Fact]
    public void All_problems_are_told_at_once()
    {
        var broken = Least();
        broken.Remove("repository");
        broken["passwordLength"] = 7d;
        broken["reconcile"] = "yes";
        broken["mailFrom"] = "Gatehouse <aws-access@example.gov.uk>";
        broken["groups"] = Array.Empty<object>();
        broken["passwordLenght"] = 16d;

        var problems = Problems(broken);

        problems.Count.ShouldBe(6);
        problems.ShouldContain("gatehouse.repository is missing: write the register's repository as \"owner/name\".");
        problems.ShouldContain("gatehouse.passwordLength is 7: write a whole number from 8 to 128.");
        problems.ShouldContain("gatehouse.reconcile is \"yes\": write true or false, without quotation marks.");
        problems.ShouldContain("gatehouse.mailFrom is \"Gatehouse <aws-access@example.gov.uk>\": write a mail address such as \"aws-access@example.gov.uk\".");
        problems.ShouldContain(problem => problem.StartsWith("gatehouse.groups is []: write a list of at least one of", StringComparison.Ordinal));
        problems.ShouldContain(problem => problem.StartsWith("gatehouse.passwordLenght is not a setting: write one of account, alarmEmail,", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("name", "Gatehouse")]
    [InlineData("account", "1234")]
    [InlineData("account", 111122223333d)]
    [InlineData("region", "London")]
    [InlineData("repository", "aws-users")]
    [InlineData("branch", "")]
    [InlineData("githubApiUrl", "http://github.example")]
    [InlineData("mailIdentity", "example.com")]
    [InlineData("createMailIdentity", 1d)]
    [InlineData("channel", "aws-access")]
    [InlineData("passwordLength", 129d)]
    [InlineData("passwordLength", 16.5d)]
    [InlineData("passwordLength", "16")]
    [InlineData("firstPasswordDays", 0d)]
    [InlineData("auditYears", 0d)]
    [InlineData("help", "")]
    [InlineData("requestsPerSecond", 0d)]
    [InlineData("requestBurst", -1d)]
    [InlineData("memory", 64d)]
    [InlineData("logRetentionDays", 91d)]
    [InlineData("planRetentionDays", 366d)]
    [InlineData("alarmEmail", "nobody")]
    [InlineData("tracing", "on")]
    [InlineData("passwordReuse", 25d)]
    [InlineData("passwordReuse", -1d)]
    [InlineData("passwordDays", 1096d)]
    [InlineData("passwordDays", "90")]
    [InlineData("passwordClasses", "upper")]
    [InlineData("peopleGroup", "Cross Account Access")]
    [InlineData("peopleGroup", "")]
    [InlineData("allowedAddresses", "192.0.2.0/24")]
    [InlineData("mfaNames", "suffix")]
    [InlineData("mfaGraceHours", 721d)]
    [InlineData("mfaFirstWarningDays", 366d)]
    [InlineData("mfaSecondWarningDays", -1d)]
    [InlineData("mfaSuspendDays", 1.5d)]
    [InlineData("watch", "yes")]
    [InlineData("organization", "r-exampleroot")]
    [InlineData("rootChannel", "cyber-security-help")]
    [InlineData("onCall", "@oncall")]
    [InlineData("rootMailTo", "nobody")]
    [InlineData("rootMailMinutes", 0d)]
    [InlineData("rootCompletionMinutes", 4d)]
    [InlineData("sweepKeys", "on")]
    [InlineData("keysAct", 1d)]
    [InlineData("keyWarningDays", "76")]
    [InlineData("keyDeactivateDays", -1d)]
    [InlineData("keyDeleteDays", 3651d)]
    [InlineData("keyNoticeDays", 91d)]
    [InlineData("unusedAfter", -1d)]
    [InlineData("unusedDeactivateAfter", 1.5d)]
    [InlineData("keyMostDeactivations", 5001d)]
    [InlineData("keyMostShare", 101d)]
    [InlineData("keyShareFrom", "50")]
    [InlineData("keyAccounts", "222233334444")]
    public void A_wrong_value_is_refused_by_its_key(string key, object value)
    {
        var broken = Least();
        broken[key] = value;

        Problems(broken).ShouldHaveSingleItem().ShouldStartWith($"gatehouse.{key} ");
    }

    [Theory]
    [InlineData("example.gov.uk")]
    [InlineData("gov.uk")]
    [InlineData("aws-access@example.gov.uk")]
    public void An_identity_that_the_sender_belongs_to_is_taken(string identity)
    {
        var settings = Least();
        settings["mailIdentity"] = identity;

        DeploymentSettings.From(settings).MailIdentity.ShouldBe(identity);
    }

    [Fact]
    public void A_list_with_one_wrong_name_is_refused()
    {
        var broken = Least();
        broken["groups"] = new object[] { "CrossAccountAccess", "*" };

        Problems(broken).ShouldHaveSingleItem().ShouldContain("[\"CrossAccountAccess\", \"*\"]");
    }

    [Theory]
    [InlineData("upper", "upper", "gatehouse.passwordClasses is [\"upper\", \"upper\"]: write each of \"upper\", \"lower\", \"digit\" and \"symbol\" at most once.")]
    [InlineData("upper", "emoji", "gatehouse.passwordClasses is [\"upper\", \"emoji\"]: write a list of at least one of \"upper\", \"lower\", \"digit\" or \"symbol\".")]
    public void Kinds_of_character_are_known_and_named_once(string one, string other, string problem)
    {
        var broken = Least();
        broken["passwordClasses"] = new object[] { one, other };

        Problems(broken).ShouldBe([problem]);
    }

    [Theory]
    [InlineData(3d, 3d, 14d, "gatehouse.mfaSecondWarningDays is 3: write a number above mfaFirstWarningDays (3), or 0 for no second mail.")]
    [InlineData(3d, 7d, 7d, "gatehouse.mfaSuspendDays is 7: write a number above the days of both mails (7), or 0 to suspend nobody.")]
    [InlineData(5d, 0d, 5d, "gatehouse.mfaSuspendDays is 5: write a number above the days of both mails (5), or 0 to suspend nobody.")]
    [InlineData(0d, 0d, 14d, "gatehouse.mfaSuspendDays is 14: write 0 as well, because nobody loses a password without a mail before it.")]
    public void Nobody_is_suspended_before_they_are_warned(double first, double second, double suspend, string problem)
    {
        var broken = Least();
        (broken["mfaFirstWarningDays"], broken["mfaSecondWarningDays"], broken["mfaSuspendDays"]) = (first, second, suspend);

        Problems(broken).ShouldBe([problem]);
    }

    [Theory]
    [InlineData(new[] { 76d, 90d }, 90d, 7d, "gatehouse.keyWarningDays is [76, 90]: write days below keyDeactivateDays (90), because a warning after the end is none.")]
    [InlineData(new[] { 84d, 89d }, 90d, 7d, "gatehouse.keyDeactivateDays is 90: write at least 91: keyNoticeDays (7) after the first of keyWarningDays (84).")]
    [InlineData(new[] { 83d, 83d }, 90d, 7d, "gatehouse.keyWarningDays is [83, 83]: write a list of at least one whole number from 1 to 3650, each above the one before.")]
    public void No_key_ends_before_its_owner_is_warned(double[] warnings, double end, double notice, string problem)
    {
        var broken = Least();
        (broken["keyWarningDays"], broken["keyDeactivateDays"], broken["keyNoticeDays"]) = (warnings.Cast<object>().ToArray(), end, notice);

        Problems(broken).ShouldBe([problem]);
    }

    [Theory]
    [InlineData(45d, 51d, 7d, "gatehouse.unusedDeactivateAfter is 51: write at least 52: 7 days after unusedAfter (45), or 0 for never.")]
    [InlineData(45d, 52d, 10d, "gatehouse.unusedDeactivateAfter is 52: write at least 55: 10 days after unusedAfter (45), or 0 for never.")]
    [InlineData(0d, 60d, 7d, "gatehouse.unusedDeactivateAfter is 60: write 0 as well, because nobody loses a key for disuse without a mail before it.")]
    public void No_unused_key_ends_before_its_owner_is_warned(double unused, double end, double notice, string problem)
    {
        var broken = Least();
        (broken["unusedAfter"], broken["unusedDeactivateAfter"], broken["keyNoticeDays"]) = (unused, end, notice);

        Problems(broken).ShouldBe([problem]);
    }

    [Theory]
    [InlineData(0d, 0d, 0d)]
    [InlineData(45d, 52d, 90d)]
    [InlineData(45d, 0d, 90d)]
    public void Each_end_of_a_key_can_be_switched_off(double unused, double unusedEnd, double end)
    {
        var settings = Least();
        (settings["unusedAfter"], settings["unusedDeactivateAfter"], settings["keyDeactivateDays"]) = (unused, unusedEnd, end);

        DeploymentSettings.From(settings).KeyDeactivateDays.ShouldBe((int)end);
    }

    [Fact]
    public void The_base_account_is_not_named_among_the_others_and_no_other_twice()
    {
        var broken = Least();
        (broken["account"], broken["keyAccounts"]) = ("111122223333", new object[] { "111122223333", "222233334444", "222233334444" });

        Problems(broken).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(0d, 0d, 0d)]
    [InlineData(3d, 0d, 4d)]
    [InlineData(3d, 7d, 0d)]
    [InlineData(0d, 7d, 14d)]
    public void Each_warning_and_the_suspension_can_be_switched_off(double first, double second, double suspend)
    {
        var settings = Least();
        (settings["mfaFirstWarningDays"], settings["mfaSecondWarningDays"], settings["mfaSuspendDays"]) = (first, second, suspend);

        DeploymentSettings.From(settings).MfaSuspendDays.ShouldBe((int)suspend);
    }

    [Theory]
    [InlineData("192.0.2.0/24", true)]
    [InlineData("192.0.2.7/32", true)]
    [InlineData("2001:db8::/32", true)]
    [InlineData("192.0.2.7/24", false)]
    [InlineData("999.0.2.0/24", false)]
    [InlineData("192.0.2.0", false)]
    [InlineData("2001:db8::/129", false)]
    [InlineData("2001:::/32", false)]
    [InlineData("office", false)]
    public void An_address_block_is_one_that_IAM_knows(string block, bool taken)
    {
        var settings = Least();
        settings["allowedAddresses"] = new object[] { block };

        if (taken)
            DeploymentSettings.From(settings).AllowedAddresses.ShouldBe([block]);
        else
            Problems(settings).ShouldHaveSingleItem().ShouldStartWith($"gatehouse.allowedAddresses is [\"{block}\"]: write ");
    }

    [Fact]
    public void More_address_blocks_than_a_policy_has_room_for_are_refused()
    {
        var broken = Least();
        broken["allowedAddresses"] = Enumerable.Range(0, 65).Select(number => (object)$"10.0.{number}.0/24").ToArray();

        Problems(broken).ShouldBe(["gatehouse.allowedAddresses is a list of 65 blocks: write at most 64, because an IAM policy has room for no more."]);
    }

    [Fact]
    public void No_settings_at_all_are_refused_with_what_to_do() =>
        Problems(null).ShouldContain("gatehouse is missing: write an object with the settings, as in the README.");

    private static IReadOnlyList<string> Problems(object? context) => Should.Throw<DeploymentSettingsException>(() => DeploymentSettings.From(context)).Problems;

    private static Dictionary<string, object> Least() => new()
    {
        ["repository"] = "example-org/aws-users",
        ["branch"] = "master",
        ["groups"] = new object[] { "CrossAccountAccess" },
        ["mailFrom"] = "aws-access@example.gov.uk",
        ["help"] = "Ask in #aws-access.",
    };
}
