using System.Text.Json.Nodes;
using Gatehouse.Runtime;

namespace Gatehouse.Cdk.Tests;

/// <summary>What else than the front door wakes something: mail events and the hourly schedule.</summary>
[Collection(Synthesised.Name)]
public sealed class WakingTests(Synthesis synthesis)
{
    private Template Template => synthesis.Template;

    [Fact]
    public void What_becomes_of_a_mail_wakes_its_function_and_is_not_lost()
    {
        var rule = Rule("gatehouse-mail-events");

        rule["EventPattern"]!["source"]![0]!.ToString().ShouldBe("aws.ses");
        rule["EventPattern"]!["detail-type"]!.AsArray().Select(name => name!.ToString())
            .ShouldBe(["Email Bounced", "Email Rejected", "Email Complaint Received", "Email Delivered", "Email Rendering Failed"]);
        var target = rule["Targets"]!.AsArray().ShouldHaveSingleItem()!;
        Template.Text(target["Arn"]).ShouldEndWith(":function:gatehouse-RecordMailEvent");
        Template.Text(target["DeadLetterConfig"]!["Arn"]).ShouldEndWith(":gatehouse-mail-events-unheard");
        Template.Text(Template.Function("RecordMailEvent")["DeadLetterConfig"]!["TargetArn"]).ShouldEndWith(":gatehouse-mail-events-unheard");
        var destination = Template.Only("AWS::SES::ConfigurationSetEventDestination")["Properties"]!["EventDestination"]!;
        Template.Text(destination["EventBridgeDestination"]!["EventBusArn"]).ShouldBe("arn:aws:events:eu-west-2:111122223333:event-bus/default");
        destination["MatchingEventTypes"]!.AsArray().Select(name => name!.ToString()).ShouldBe(["bounce", "reject", "complaint", "delivery", "renderingFailure"]);
    }

    [Fact]
    public void A_password_is_mailed_by_TLS_or_not_at_all() =>
        Template.Only("AWS::SES::ConfigurationSet")["Properties"]!["DeliveryOptions"]!["TlsPolicy"]!.ToString().ShouldBe("REQUIRE");

    [Fact]
    public void A_senders_identity_is_made_only_where_asked_and_then_says_what_goes_into_DNS()
    {
        using var made = Synthesis.With(settings =>
        {
            settings["createMailIdentity"] = true;
            settings["account"] = "111122223333";
        });

        Template.Of("AWS::SES::EmailIdentity").ShouldBeEmpty();
        made.Template.Only("AWS::SES::EmailIdentity")["Properties"]!["EmailIdentity"]!.ToString().ShouldBe("example.gov.uk");
        made.Template.Root["Outputs"]!.AsObject().Count(output => output.Key.StartsWith("MailDnsRecord", StringComparison.Ordinal)).ShouldBe(3);
    }

    [Fact]
    public void The_hourly_run_waits_until_it_is_switched_on_and_synth_says_so()
    {
        Rule("gatehouse-reconcile")["State"]!.ToString().ShouldBe("DISABLED");
        synthesis.Manifest.ShouldContain("a lost webhook and a leaver's deletion wait");
    }

    [Fact]
    public void The_hourly_run_starts_the_machine_once_it_is_switched_on()
    {
        using var on = Synthesis.With(settings => settings["reconcile"] = true);

        var rule = on.Template.Of("AWS::Events::Rule").Select(one => one.Resource["Properties"]!).Single(one => one["Name"]!.ToString() == "gatehouse-reconcile");
        rule["State"]!.ToString().ShouldBe("ENABLED");
        rule["ScheduleExpression"]!.ToString().ShouldBe("rate(1 hour)");
        rule["Targets"]![0]!["Input"]!.ToString().ShouldBe("""{"trigger":"schedule"}""");
        on.Template.Text(rule["Targets"]![0]!["Arn"]).ShouldEndWith(":stateMachine:gatehouse-membership");
        on.Template.Function("ReportMembership")["Environment"]!["Variables"]![SettingNames.Reconcile]!.ToString().ShouldBe("on");
        on.Manifest.ShouldNotContain("reconcile is off");
    }

    [Fact]
    public void What_no_event_of_a_root_user_tells_is_looked_at_every_five_minutes_whatever_is_switched_off()
    {
        var rule = Rule("gatehouse-root-accounts");

        rule["State"]!.ToString().ShouldBe("ENABLED");
        rule["ScheduleExpression"]!.ToString().ShouldBe("rate(5 minutes)");
        Template.Text(rule["Targets"]!.AsArray().ShouldHaveSingleItem()!["Arn"]).ShouldEndWith(":function:gatehouse-FollowRootAccounts");
    }

    [Fact]
    public void Synth_says_where_nobody_would_hear_that_alerts_about_root_accounts_fail()
    {
        using var deaf = Synthesis.With(settings =>
        {
            settings.Remove("rootMailTo");
            settings.Remove("onCall");
        });
        using var heard = Synthesis.With(settings => settings["alarmEmail"] = "on-call@example.gov.uk");

        deaf.Manifest.ShouldContain("rootMailTo is not set");
        deaf.Manifest.ShouldContain("onCall is not set");
        deaf.Manifest.ShouldContain("alarmEmail is not set");
        heard.Manifest.ShouldNotContain("is not set");
    }

    [Theory]
    [InlineData("gatehouse-sweep-mfa", "cron(0 8 * * ? *)", """{"trigger":"schedule"}""")]
    [InlineData("gatehouse-mfa-grace", "rate(1 hour)", """{"trigger":"grace"}""")]
    public void The_sweep_over_MFA_devices_starts_each_day_and_each_hour_once_it_is_switched_on(string name, string when, string input)
    {
        using var on = Synthesis.With(settings => settings["watch"] = true);

        Rule(name)["State"]!.ToString().ShouldBe("DISABLED");
        synthesis.Manifest.ShouldContain("nobody without MFA is warned");
        on.Manifest.ShouldNotContain("watch is off");
        var rule = on.Template.Of("AWS::Events::Rule").Select(one => one.Resource["Properties"]!).Single(one => one["Name"]?.ToString() == name);
        rule["State"]!.ToString().ShouldBe("ENABLED");
        rule["ScheduleExpression"]!.ToString().ShouldBe(when);
        rule["Targets"]![0]!["Input"]!.ToString().ShouldBe(input);
        on.Template.Text(rule["Targets"]![0]!["Arn"]).ShouldEndWith(":stateMachine:gatehouse-mfa");
    }

    [Fact]
    public void The_rotation_of_deploy_keys_starts_each_day_whatever_is_switched_off()
    {
        var rule = Rule("gatehouse-deploy-keys");

        rule["State"]!.ToString().ShouldBe("ENABLED");
        rule["ScheduleExpression"]!.ToString().ShouldBe("cron(0 7 * * ? *)");
        rule["Targets"]![0]!["Input"]!.ToString().ShouldBe("""{"trigger":"schedule"}""");
        Template.Text(rule["Targets"]![0]!["Arn"]).ShouldEndWith(":stateMachine:gatehouse-deploy-keys");
    }

    [Fact]
    public void The_sweep_over_access_keys_starts_each_day_once_it_is_switched_on_and_says_so_while_it_only_says_what_it_would_do()
    {
        using var on = Synthesis.With(settings => settings["sweepKeys"] = true);
        using var acting = Synthesis.With(settings => (settings["sweepKeys"], settings["keysAct"]) = (true, true));

        Rule("gatehouse-sweep-keys")["State"]!.ToString().ShouldBe("DISABLED");
        synthesis.Manifest.ShouldContain("sweepKeys is off");
        synthesis.Manifest.ShouldContain("keysAct is off");
        on.Manifest.ShouldNotContain("sweepKeys is off");
        on.Manifest.ShouldContain("keysAct is off");
        acting.Manifest.ShouldNotContain("keysAct is off");
        acting.Template.Text(acting.Template.Function("ApplyKeys")["Environment"]!["Variables"]![SettingNames.KeysAct]).ShouldBe("on");
        var rule = on.Template.Of("AWS::Events::Rule").Select(one => one.Resource["Properties"]!).Single(one => one["Name"]?.ToString() == "gatehouse-sweep-keys");
        rule["State"]!.ToString().ShouldBe("ENABLED");
        rule["ScheduleExpression"]!.ToString().ShouldBe("cron(20 8 * * ? *)");
        rule["Targets"]![0]!["Input"]!.ToString().ShouldBe("""{"trigger":"schedule"}""");
        on.Template.Text(rule["Targets"]![0]!["Arn"]).ShouldEndWith(":stateMachine:gatehouse-keys");
    }

    private JsonNode Rule(string name) => Template.Of("AWS::Events::Rule").Select(one => one.Resource["Properties"]!).Single(one => one["Name"]!.ToString() == name);
}
