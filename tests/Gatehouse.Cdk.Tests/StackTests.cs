using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Lambda.Annotations.APIGateway;
using Gatehouse.Intake;
using Gatehouse.Runtime;

namespace Gatehouse.Cdk.Tests;

/// <summary>What the deployment promises beside its rights.</summary>
[Collection(Synthesised.Name)]
public sealed class StackTests(Synthesis synthesis)
{
    private Template Template => synthesis.Template;

    [Fact]
    public void Every_function_is_the_same_artefact_told_apart_by_its_handler()
    {
        var functions = Template.Of("AWS::Lambda::Function").Select(one => one.Resource["Properties"]!).ToList();

        functions.Count.ShouldBe(33);
        functions.Select(function => function["Code"]!.ToJsonString()).Distinct().ShouldHaveSingleItem();
        functions.ShouldAllBe(function => function["Runtime"]!.ToString() == "provided.al2023" && function["Architectures"]![0]!.ToString() == "x86_64");
        functions.ShouldAllBe(function => "gatehouse-" + function["Environment"]!["Variables"]!["ANNOTATIONS_HANDLER"] == function["FunctionName"]!.ToString());
    }

    [Theory]
    [InlineData(SettingNames.Repository, "example-org/aws-users")]
    [InlineData(SettingNames.Branch, "master")]
    [InlineData(SettingNames.GitHubUrl, "https://api.github.com")]
    [InlineData(SettingNames.Table, "gatehouse-ledger")]
    [InlineData(SettingNames.PlanBucket, "plan-bucket")]
    [InlineData(SettingNames.WebhookSecret, "gatehouse/github-webhook")]
    [InlineData(SettingNames.GitHubSecret, "gatehouse/github")]
    [InlineData(SettingNames.SlackSecret, "gatehouse/slack")]
    [InlineData(SettingNames.MailFrom, "aws-access@example.gov.uk")]
    [InlineData(SettingNames.MailConfigurationSet, "gatehouse")]
    [InlineData(SettingNames.Channel, "#aws-access")]
    [InlineData(SettingNames.PasswordLength, "16")]
    [InlineData(SettingNames.PasswordClasses, "none")]
    [InlineData(SettingNames.PasswordReuse, "24")]
    [InlineData(SettingNames.PasswordDays, "0")]
    [InlineData(SettingNames.FirstPasswordDays, "7")]
    [InlineData(SettingNames.AuditYears, "7")]
    [InlineData(SettingNames.Help, "Ask in #aws-access on Slack, or write to aws-access@example.gov.uk.")]
    [InlineData(SettingNames.Reconcile, "off")]
    [InlineData(SettingNames.HomeRegion, "eu-west-2")]
    [InlineData(SettingNames.HomeAccount, "111122223333")]
    [InlineData(SettingNames.KeysAct, "off")]
    [InlineData(SettingNames.KeyWarningDays, "76 83 89")]
    [InlineData(SettingNames.KeyAccounts, "none")]
    public void Every_function_is_told(string name, string value) =>
        Template.Of("AWS::Lambda::Function").ShouldAllBe(one => Template.Text(one.Resource["Properties"]!["Environment"]!["Variables"]![name]) == value);

    [Fact]
    public void A_change_of_the_password_rules_makes_CloudFormation_ask_for_them_again()
    {
        using var stricter = Synthesis.With(settings =>
            (settings["passwordLength"], settings["passwordClasses"], settings["passwordReuse"], settings["passwordDays"]) = (14d, new object[] { "upper", "digit" }, 5d, 90d));

        Says(PasswordRules(Template), """{"Length":16,"Classes":"none","Reuse":24,"Days":0,"ServiceTimeout":600}""");
        Says(PasswordRules(stricter.Template), """{"Length":14,"Classes":"digit upper","Reuse":5,"Days":90,"ServiceTimeout":600}""");
    }

    private static JsonObject PasswordRules(Template template)
    {
        var asked = template.Only("Custom::PasswordPolicy")["Properties"]!.DeepClone().AsObject();
        template.Text(asked["ServiceToken"]).ShouldEndWith(":function:gatehouse-KeepPasswordPolicy");
        asked.Remove("ServiceToken");
        return asked;
    }

    [Fact]
    public void Only_the_intake_knows_the_machine()
    {
        Template.Text(Template.Function("ReceiveWebhook")["Environment"]!["Variables"]![SettingNames.Machine]).ShouldEndWith(":stateMachine:gatehouse-membership");
        Template.Of("AWS::Lambda::Function").Count(one => one.Resource["Properties"]!["Environment"]!["Variables"]![SettingNames.Machine] is not null).ShouldBe(1);
    }

    [Fact]
    public void A_welcome_ends_before_its_claim_does() =>
        Template.Function("WelcomePerson")["Timeout"]!.GetValue<int>().ShouldBeLessThan(40);

    [Fact]
    public void The_intake_answers_before_GitHub_gives_up() =>
        Template.Function("ReceiveWebhook")["Timeout"]!.GetValue<int>().ShouldBeLessThan(10);

    [Fact]
    public void The_ledger_survives_the_stack_and_can_be_taken_back_to_any_second()
    {
        var table = Template.Only("AWS::DynamoDB::Table");

        table["DeletionPolicy"]!.ToString().ShouldBe("Retain");
        table["UpdateReplacePolicy"]!.ToString().ShouldBe("Retain");
        var made = table["Properties"]!;
        made["DeletionProtectionEnabled"]!.GetValue<bool>().ShouldBeTrue();
        made["BillingMode"]!.ToString().ShouldBe("PAY_PER_REQUEST");
        made["PointInTimeRecoverySpecification"]!["PointInTimeRecoveryEnabled"]!.GetValue<bool>().ShouldBeTrue();
        made["SSESpecification"]!["SSEEnabled"]!.GetValue<bool>().ShouldBeTrue();
        Says(made["TimeToLiveSpecification"], """{"AttributeName":"expires","Enabled":true}""");
        Says(made["KeySchema"], """[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}]""");
    }

    [Theory]
    [InlineData("by-person", "person")]
    [InlineData("by-day", "day")]
    [InlineData("by-pull-request", "pullRequest")]
    [InlineData("open", "open")]
    public void The_ledger_can_be_asked(string index, string key)
    {
        var made = Template.Only("AWS::DynamoDB::Table")["Properties"]!["GlobalSecondaryIndexes"]!.AsArray().Single(one => one!["IndexName"]!.ToString() == index)!;

        Says(made["KeySchema"], $$"""[{"AttributeName":"{{key}}","KeyType":"HASH"},{"AttributeName":"at","KeyType":"RANGE"}]""");
        made["Projection"]!["ProjectionType"]!.ToString().ShouldBe("ALL");
    }

    [Fact]
    public void Plans_are_private_and_encrypted_and_expire()
    {
        var bucket = Template.Only("AWS::S3::Bucket");

        bucket["DeletionPolicy"]!.ToString().ShouldBe("Retain");
        Says(bucket["Properties"]!["PublicAccessBlockConfiguration"], """{"BlockPublicAcls":true,"BlockPublicPolicy":true,"IgnorePublicAcls":true,"RestrictPublicBuckets":true}""");
        bucket["Properties"]!["OwnershipControls"]!.ToJsonString().ShouldContain("BucketOwnerEnforced");
        bucket["Properties"]!["BucketEncryption"]!.ToJsonString().ShouldContain("AES256");
        bucket["Properties"]!["VersioningConfiguration"].ShouldBeNull();
        bucket["Properties"]!["LifecycleConfiguration"]!["Rules"]![0]!["ExpirationInDays"]!.GetValue<int>().ShouldBe(30);
    }

    [Fact]
    public void Plans_travel_by_TLS_alone()
    {
        var statements = Template.Only("AWS::S3::BucketPolicy")["Properties"]!["PolicyDocument"]!["Statement"]!.AsArray();

        statements.ShouldContain(statement => statement!["Effect"]!.ToString() == "Deny" && statement["Condition"]!.ToJsonString() == """{"Bool":{"aws:SecureTransport":"false"}}""");
        statements.ShouldAllBe(statement => statement!["Effect"]!.ToString() == "Deny");
    }

    [Fact]
    public void Secrets_are_made_empty()
    {
        var secrets = Template.Of("AWS::SecretsManager::Secret").Select(one => one.Resource["Properties"]!.AsObject()).ToList();

        secrets.Select(secret => secret["Name"]!.ToString()).ShouldBe(["gatehouse/github-webhook", "gatehouse/github", "gatehouse/slack"], ignoreOrder: true);
        secrets.ShouldAllBe(secret => !secret.ContainsKey("SecretString") && !secret.ContainsKey("GenerateSecretString"));
    }

    [Fact]
    public void One_route_is_open_and_it_is_throttled_and_logged()
    {
        var route = typeof(IntakeFunctions).GetMethod(nameof(IntakeFunctions.ReceiveWebhook))!.GetCustomAttribute<HttpApiAttribute>()!;
        Template.Only("AWS::ApiGatewayV2::Route")["Properties"]!["RouteKey"]!.ToString().ShouldBe($"{route.Method.ToString().ToUpperInvariant()} {route.Template}");
        Template.Only("AWS::ApiGatewayV2::Integration")["Properties"]!["PayloadFormatVersion"]!.ToString().ShouldBe("2.0");
        var stage = Template.Only("AWS::ApiGatewayV2::Stage")["Properties"]!;
        Says(stage["DefaultRouteSettings"], """{"ThrottlingBurstLimit":20,"ThrottlingRateLimit":10}""");
        Template.Text(stage["AccessLogSettings"]!["DestinationArn"]).ShouldContain("/aws/vendedlogs/apigateway/gatehouse");
        JsonNode.Parse(stage["AccessLogSettings"]!["Format"]!.ToString())!["status"]!.ToString().ShouldBe("$context.status");
    }

    [Theory]
    [InlineData("membership")]
    [InlineData("preview")]
    [InlineData("mfa")]
    [InlineData("keys")]
    public void Runs_are_logged_without_what_passes_through_them(string name)
    {
        var machine = Template.Machine(name);

        machine["StateMachineType"]!.ToString().ShouldBe("STANDARD");
        machine["LoggingConfiguration"]!["IncludeExecutionData"]!.GetValue<bool>().ShouldBeFalse();
        machine["LoggingConfiguration"]!["Level"]!.ToString().ShouldBe("ALL");
        machine["DefinitionSubstitutions"].ShouldBeNull();
        Template.Text(machine["DefinitionString"]).ShouldNotContain("${");
    }

    [Fact]
    public void Every_log_ends()
    {
        var logs = Template.Of("AWS::Logs::LogGroup").Select(one => one.Resource["Properties"]!["RetentionInDays"]?.GetValue<int>()).ToList();

        // One for each function and each machine, and the front door's.
        logs.Count.ShouldBe(Template.Of("AWS::Lambda::Function").Count() + Template.Of("AWS::StepFunctions::StateMachine").Count() + 1);
        logs.ShouldAllBe(days => days == 90);
    }

    [Fact]
    public void Everything_that_can_be_tagged_is()
    {
        var untagged = Template.All.Where(one => one.Resource["Properties"]?["Tags"] is null).Select(one => one.Resource["Type"]!.ToString()).ToHashSet();

        untagged.ShouldBeSubsetOf(
            [
                "AWS::ApiGatewayV2::Integration", "AWS::ApiGatewayV2::Route", "AWS::CloudWatch::Dashboard", "AWS::Events::EventBusPolicy", "AWS::Events::Rule",
                "AWS::Lambda::Permission", "AWS::S3::BucketPolicy", "AWS::SES::ConfigurationSet", "AWS::SES::ConfigurationSetEventDestination", "AWS::SQS::QueuePolicy",
                "AWS::CloudWatch::Alarm", "AWS::IAM::ManagedPolicy", "Custom::PasswordPolicy",
            ]);
    }

    [Fact]
    public void Nothing_needs_a_function_of_CDKs_own() =>
        Template.All.Select(one => one.Resource["Type"]!.ToString()).Where(type => type != "Custom::PasswordPolicy")
            .ShouldAllBe(type => !type.StartsWith("Custom::", StringComparison.Ordinal) && type != "AWS::CloudFormation::CustomResource" && type != "AWS::CDK::Metadata");

    [Fact]
    public void The_template_asks_for_nothing_but_the_address_of_GitHub_and_whether_and_where_sweeps_over_keys_act() =>
        Template.Root["Parameters"]!.AsObject().Select(one => one.Key).ShouldBe(["GitHubApiUrl", "KeysAct", "KeyAccounts"]);

    [Theory]
    [InlineData("WebhookUrl")]
    [InlineData("MembershipMachine")]
    [InlineData("PreviewMachine")]
    [InlineData("LeaksMachine")]
    [InlineData("HomeBusArn")]
    [InlineData("MfaMachine")]
    [InlineData("KeysMachine")]
    [InlineData("DeployKeysMachine")]
    [InlineData("LedgerTable")]
    [InlineData("PlanBucketName")]
    [InlineData("WebhookSecret")]
    [InlineData("GitHubSecret")]
    [InlineData("SlackSecret")]
    public void The_deployment_says_where_things_are(string output) => Template.Root["Outputs"]![output]!["Value"].ShouldNotBeNull();

    [Fact]
    public void Two_synths_of_the_same_are_the_same_to_the_byte()
    {
        using var again = Synthesis.With(_ => { });

        foreach (var stack in new[] { "GatehouseStack", "GlobalEventsStack", "MemberAccountStack" })
            File.ReadAllText(again.FileOf(stack)).ShouldBe(File.ReadAllText(synthesis.FileOf(stack)));
    }

    private static void Says(JsonNode? node, string json) => JsonSerializer.Serialize(node).ShouldBe(json);
}
