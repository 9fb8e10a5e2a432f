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
        settings.Reconcile.ShouldBeFalse();
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
    }

    [Fact]
    public void All_problems_are_told_at_once()
    {
        var broken = Least();
        broken.Remove("repository");
        broken["passwordLength"] = 12d;
        broken["reconcile"] = "yes";
        broken["mailFrom"] = "Gatehouse <aws-access@example.gov.uk>";
        broken["groups"] = Array.Empty<object>();
        broken["passwordLenght"] = 16d;

        var problems = Problems(broken);

        problems.Count.ShouldBe(6);
        problems.ShouldContain("gatehouse.repository is missing: write the register's repository as \"owner/name\".");
        problems.ShouldContain("gatehouse.passwordLength is 12: write a whole number from 16 to 128.");
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
