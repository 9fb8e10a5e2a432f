using Gatehouse.Cli.Deployments;
using Gatehouse.Runtime;

namespace Gatehouse.Tests.Cli.Deployments;

public sealed class DeploymentKnowledgeTests : IDisposable
{
    private static readonly Caller Jane = new("111122223333", "arn:aws:sts::111122223333:assumed-role/Operator/jane");
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gatehouse-cli-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(SettingNames.Table, "gatehouse-ledger")]
    [InlineData(SettingNames.Machine, "arn:aws:states:eu-west-2:111122223333:stateMachine:gatehouse-membership")]
    [InlineData(SettingNames.WebhookSecret, "gatehouse/github-webhook")]
    [InlineData(SettingNames.GitHubSecret, "gatehouse/github")]
    [InlineData(SettingNames.SlackSecret, "gatehouse/slack")]
    [InlineData(SettingNames.HomeRegion, "eu-west-2")]
    [InlineData(SettingNames.HomeAccount, "111122223333")]
    [InlineData(SettingNames.AuditYears, "7")]
    [InlineData(SettingNames.RolePath, "/gatehouse/")]
    public void What_is_named_after_the_deployment_needs_no_file(string name, string value) => Known().Find(name).ShouldBe(value);

    [Theory]
    [InlineData(SettingNames.Repository, "example-org/aws-users")]
    [InlineData(SettingNames.GitHubUrl, "https://api.github.com")]
    [InlineData(SettingNames.GraceDays, "30")]
    [InlineData(SettingNames.FirstPasswordDays, "7")]
    [InlineData(SettingNames.Groups, "CrossAccountAccess Auditors")]
    [InlineData(SettingNames.Reconcile, "on")]
    [InlineData(SettingNames.RevertDrift, "off")]
    [InlineData(SettingNames.PasswordClasses, "none")]
    [InlineData(SettingNames.PasswordReuse, "24")]
    [InlineData(SettingNames.PasswordDays, "90")]
    [InlineData(SettingNames.MfaNames, "prefix")]
    [InlineData(SettingNames.MfaSuspendDays, "14")]
    [InlineData(SettingNames.RootChannel, "#cyber-security-help")]
    [InlineData(SettingNames.OnCall, "")]
    [InlineData(SettingNames.RootMailTo, "root-alerts@example.gov.uk")]
    public void What_a_deployment_decides_is_read_from_its_checkout_or_is_what_a_deployment_takes_without_it(string name, string value)
    {
        Write("""{"context":{"gatehouse":{"repository":"example-org/aws-users","graceDays":30,"groups":["CrossAccountAccess","Auditors"],"reconcile":true,"passwordClasses":[],"passwordDays":90,"rootMailTo":"root-alerts@example.gov.uk"}}}""");

        Known(cdk: Nearest()).Find(name).ShouldBe(value);
    }

    [Fact]
    public void The_environment_comes_first()
    {
        Write("""{"context":{"gatehouse":{"repository":"example-org/aws-users"}}}""");

        Known(cdk: Nearest(), environment: (SettingNames.Repository, "another/register")).Find(SettingNames.Repository).ShouldBe("another/register");
        Known(environment: (SettingNames.Table, "another-ledger")).Find(SettingNames.Table).ShouldBe("another-ledger");
    }

    [Fact]
    public void What_nobody_knows_is_refused_with_what_to_set()
    {
        var refused = Should.Throw<DeploymentUnknownException>(() => Known().Find(SettingNames.Repository));

        refused.Message.ShouldContain("no cdk.json");
        refused.Message.ShouldContain("set GATEHOUSE_REPOSITORY");
    }

    [Fact]
    public void A_file_of_another_deployment_decides_nothing_here()
    {
        Write("""{"context":{"gatehouse":{"name":"staging","repository":"example-org/staging-users"}}}""");

        Should.Throw<DeploymentUnknownException>(() => Known(cdk: Nearest()).Find(SettingNames.Repository)).Message.ShouldContain("describes the deployment staging, not gatehouse");
    }

    [Fact]
    public void The_nearest_file_of_Gatehouse_upwards_is_taken_and_any_other_passed_over()
    {
        Write("""{"context":{"gatehouse":{"name":"staging"}}}""");
        var below = folder.CreateSubdirectory("another");
        File.WriteAllText(Path.Combine(below.FullName, "cdk.json"), """{"app":"node app.js","context":{}}""");

        CdkJson.Nearest(below.FullName).ShouldNotBeNull().Name.ShouldBe("staging");
    }

    [Fact]
    public void A_file_that_is_no_JSON_is_named_with_its_line()
    {
        Write("{\n  \"context\": {\n    oops\n");

        Should.Throw<DeploymentUnknownException>(Nearest).Message.ShouldContain("is not JSON (line 3)");
    }

    private static DeploymentKnowledge Known(CdkJson? cdk = null, (string Name, string Value)? environment = null) =>
        new("gatehouse", "eu-west-2", name => environment is { } set && set.Name == name ? set.Value : null, cdk, Jane);

    private CdkJson? Nearest() => CdkJson.Nearest(folder.FullName);

    private void Write(string cdkJson) => File.WriteAllText(Path.Combine(folder.FullName, "cdk.json"), cdkJson);
}
