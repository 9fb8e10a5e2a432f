using System.Text.Json;
using System.Text.Json.Nodes;
using Gatehouse.Cli.Doctor;
using Gatehouse.Root;

namespace Gatehouse.Cdk.Tests;

/// <summary>The way of an MFA or root event: rules in us-east-1, the home region's bus, its rules, a queue, a function.</summary>
[Collection(Synthesised.Name)]
public sealed class EventWaysTests(Synthesis synthesis)
{
    private const string HomeBus = "arn:aws:events:eu-west-2:111122223333:event-bus/gatehouse";

    private Template Home => synthesis.Template;

    private Template Global => synthesis.Global;

    private Template Member => synthesis.Member;

    [Fact]
    public void Every_rule_of_us_east_1_forwards_to_the_home_regions_bus_and_keeps_what_it_could_not_forward()
    {
        RulesOf(Global).Select(rule => rule["Name"]!.ToString()).ShouldBe(["gatehouse-mfa-devices", "gatehouse-root-sign-in", "gatehouse-root-credentials", "gatehouse-heartbeat", "gatehouse-leaked-keys"], ignoreOrder: true);
        RulesOf(Global).Select(rule => rule["Name"]!.ToString()).ShouldBe(EventsCheck.Forwarded.Select(name => $"gatehouse-{name}"), ignoreOrder: true, "the doctor asks about each");
        foreach (var target in RulesOf(Global).Select(rule => rule["Targets"]!.AsArray().ShouldHaveSingleItem()!))
        {
            Global.Text(target["Arn"]).ShouldBe(HomeBus);
            Global.Text(target["DeadLetterConfig"]!["Arn"]).ShouldBe("arn:aws:sqs:us-east-1:111122223333:gatehouse-global-events-unheard");
            target["RoleArn"]!["Fn::GetAtt"]![0]!.ToString().ShouldStartWith("ForwardingRole");
        }
    }

    [Fact]
    public void An_event_that_could_not_be_forwarded_rings_and_mails_where_an_address_is_set()
    {
        using var mailed = Synthesis.With(settings => settings["alarmEmail"] = "on-call@example.gov.uk");

        Global.Only("AWS::CloudWatch::Alarm")["Properties"]!["AlarmName"]!.ToString().ShouldBe("gatehouse-GlobalEventsUnheard");
        Global.Of("AWS::SNS::Topic").ShouldBeEmpty();
        mailed.Global.Only("AWS::SNS::Subscription")["Properties"]!["Endpoint"]!.ToString().ShouldBe("on-call@example.gov.uk");
        mailed.Global.Only("AWS::CloudWatch::Alarm")["Properties"]!["AlarmActions"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public void Another_account_forwards_its_root_users_events_its_leaked_keys_and_a_heartbeat_alone_to_the_bus_that_it_is_told()
    {
        Member.Root["Parameters"]!.AsObject().Select(one => one.Key).ShouldBe(["HomeBusArn", "HomeAccount", "OperatorRole"]);
        RulesOf(Member).Select(rule => rule["Name"]!.ToString()).ShouldBe(["gatehouse-root-sign-in", "gatehouse-root-credentials", "gatehouse-heartbeat", "gatehouse-leaked-keys"], ignoreOrder: true);
        RulesOf(Member).ShouldAllBe(rule => Member.Text(rule["Targets"]!.AsArray().Single()!["Arn"]) == "HomeBusArn");
        foreach (var rule in RulesOf(Member))
            Same(rule["EventPattern"], RulesOf(Global).Single(one => one["Name"]!.ToString() == rule["Name"]!.ToString())["EventPattern"]);
    }

    [Theory]
    [InlineData("GlobalEventsStack")]
    [InlineData("MemberAccountStack")]
    public void What_goes_into_another_region_or_account_uploads_nothing_and_needs_no_bootstrap(string stack)
    {
        var artefacts = JsonNode.Parse(synthesis.Manifest)!["artifacts"]!.AsObject();
        var properties = artefacts[stack]!["properties"]!.AsObject();

        properties.ContainsKey("stackTemplateAssetObjectUrl").ShouldBeFalse();
        properties.ContainsKey("requiresBootstrapStackVersion").ShouldBeFalse();
        artefacts.ContainsKey($"{stack}.assets").ShouldBeFalse();
        File.ReadAllText(synthesis.FileOf(stack)).ShouldNotContain("cdk-hnb659fds");
    }

    [Theory]
    [InlineData("gatehouse-mfa-devices-arrived", "gatehouse-mfa-events")]
    [InlineData("gatehouse-heartbeat-arrived", "gatehouse-root-events")]
    [InlineData("gatehouse-root-sign-in-arrived", "gatehouse-root-events")]
    [InlineData("gatehouse-root-credentials-arrived", "gatehouse-root-events")]
    public void What_arrives_on_the_home_bus_goes_into_its_queue_or_to_where_an_alarm_looks(string name, string queue)
    {
        var rule = RuleOf(Home, name);

        Home.Text(rule["EventBusName"]).ShouldBe("gatehouse");
        var target = rule["Targets"]!.AsArray().ShouldHaveSingleItem()!;
        Home.Text(target["Arn"]).ShouldBe($"arn:aws:sqs:eu-west-2:111122223333:{queue}");
        Home.Text(target["DeadLetterConfig"]!["Arn"]).ShouldBe($"arn:aws:sqs:eu-west-2:111122223333:{queue}-unheard");
    }

    [Theory]
    [InlineData("mfa-devices", true)]
    [InlineData("heartbeat", false)]
    [InlineData("root-sign-in", false)]
    [InlineData("root-credentials", false)]
    [InlineData("leaked-keys", false)]
    public void What_is_forwarded_is_what_is_queued_and_people_are_of_this_account_alone(string kind, bool ours)
    {
        var arriving = RuleOf(Home, $"gatehouse-{kind}-arrived")["EventPattern"]!.DeepClone().AsObject();
        if (ours)
            arriving["account"]!.AsArray().Select(Home.Text).ShouldBe(["111122223333"]);
        arriving.Remove("account").ShouldBe(ours);

        Same(arriving, RuleOf(Global, $"gatehouse-{kind}")["EventPattern"]);
    }

    [Fact]
    public void A_leaked_key_starts_a_run_or_its_event_lies_where_an_alarm_looks()
    {
        var rule = RuleOf(Home, "gatehouse-leaked-keys-arrived");

        Home.Text(rule["EventBusName"]).ShouldBe("gatehouse");
        rule["EventPattern"]!.ToJsonString().ShouldBe("""{"detail":{"eventTypeCode":["AWS_RISK_CREDENTIALS_EXPOSED"]},"source":["aws.health"]}""", "the service beside it is not always IAM");
        var target = rule["Targets"]!.AsArray().ShouldHaveSingleItem()!;
        Home.Text(target["Arn"]).ShouldEndWith(":stateMachine:gatehouse-leaks");
        Home.Text(target["DeadLetterConfig"]!["Arn"]).ShouldEndWith(":gatehouse-leaks-unheard");
        target["Input"].ShouldBeNull();
    }

    [Fact]
    public void The_home_bus_lets_in_its_organisation_and_nobody_else()
    {
        var policy = Home.Only("AWS::Events::EventBusPolicy")["Properties"]!["Statement"]!;

        policy["Effect"]!.ToString().ShouldBe("Allow");
        policy["Action"]!.ToString().ShouldBe("events:PutEvents");
        Home.Text(policy["Resource"]).ShouldBe(HomeBus);
        policy["Condition"]!.ToJsonString().ShouldBe("""{"StringEquals":{"aws:PrincipalOrgID":"o-exampleorg1"}}""");
    }

    [Fact]
    public void Without_an_organisation_the_home_bus_lets_in_no_other_account()
    {
        using var alone = Synthesis.With(settings => settings.Remove("organization"));

        alone.Template.Of("AWS::Events::EventBusPolicy").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("gatehouse-mfa-events", "RecordMfaEvents", 360, 5, 5)]
    [InlineData("gatehouse-root-events", "DeliverRootAlerts", 60, 30, 2)]
    public void A_queue_feeds_its_function_and_gives_up_on_nothing_without_keeping_it(string name, string method, int seconds, int times, int atOnce)
    {
        var queue = QueueOf(Home, name);
        queue["VisibilityTimeout"]!.GetValue<int>().ShouldBe(seconds);
        queue["RedrivePolicy"]!["maxReceiveCount"]!.GetValue<int>().ShouldBe(times);
        Home.Text(queue["RedrivePolicy"]!["deadLetterTargetArn"]).ShouldEndWith($":{name}-unheard");
        Home.Function(method)["Timeout"]!.GetValue<int>().ShouldBeLessThanOrEqualTo(seconds);

        var mapping = Home.Of("AWS::Lambda::EventSourceMapping").Select(one => one.Resource["Properties"]!).Single(one => Home.Text(one["FunctionName"]) == $"gatehouse-{method}");
        Home.Text(mapping["EventSourceArn"]).ShouldEndWith($":{name}");
        mapping["BatchSize"]!.GetValue<int>().ShouldBe(10);
        mapping["FunctionResponseTypes"]!.ToJsonString().ShouldBe("""["ReportBatchItemFailures"]""");
        mapping["ScalingConfig"]!["MaximumConcurrency"]!.GetValue<int>().ShouldBe(atOnce);
    }

    [Theory]
    [InlineData(1, 16)]
    [InlineData(45, 60)]
    [InlineData(1440, 1000)]
    public void A_root_alert_comes_again_for_longer_than_Slack_has_before_it_is_mailed(double minutes, int times)
    {
        using var settled = Synthesis.With(settings => settings["rootMailMinutes"] = minutes);

        QueueOf(settled.Template, "gatehouse-root-events")["RedrivePolicy"]!["maxReceiveCount"]!.GetValue<int>().ShouldBe(times);
    }

    [Fact]
    public void Every_queue_is_encrypted_keeps_for_two_weeks_and_takes_TLS_alone()
    {
        foreach (var template in new[] { Home, Global })
        {
            var queues = template.Of("AWS::SQS::Queue").ToList();
            queues.ShouldAllBe(queue => queue.Resource["Properties"]!["SqsManagedSseEnabled"]!.GetValue<bool>() && queue.Resource["Properties"]!["MessageRetentionPeriod"]!.GetValue<int>() == 1209600);
            var refused = template.Of("AWS::SQS::QueuePolicy")
                .Where(policy => policy.Resource["Properties"]!["PolicyDocument"]!["Statement"]!.AsArray().Any(one => one!["Effect"]!.ToString() == "Deny" && one["Condition"]!.ToJsonString() == """{"Bool":{"aws:SecureTransport":"false"}}"""))
                .SelectMany(policy => policy.Resource["Properties"]!["Queues"]!.AsArray().Select(queue => queue!["Ref"]!.ToString()));
            refused.ShouldBe(queues.Select(queue => queue.Id), ignoreOrder: true);
        }
    }

    [Fact]
    public void Only_the_rule_that_fills_a_queue_may_send_to_it()
    {
        foreach (var template in new[] { Home, Global })
        {
            var senders = template.Of("AWS::SQS::QueuePolicy").SelectMany(policy => policy.Resource["Properties"]!["PolicyDocument"]!["Statement"]!.AsArray()).Where(one => one!["Effect"]!.ToString() == "Allow").ToList();

            senders.ShouldNotBeEmpty();
            senders.ShouldAllBe(one => one!["Principal"]!["Service"]!.ToString() == "events.amazonaws.com" && template.Text(one["Condition"]!["ArnEquals"]!["aws:SourceArn"]).Contains(":rule/", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_heartbeat_is_put_every_day_where_root_events_are()
    {
        var schedule = Global.Only("AWS::Scheduler::Schedule")["Properties"]!;

        schedule["ScheduleExpression"]!.ToString().ShouldBe("rate(1 day)");
        (schedule["State"]?.ToString() ?? "ENABLED").ShouldBe("ENABLED");
        Global.Text(schedule["Target"]!["Arn"]).ShouldBe("arn:aws:events:us-east-1:111122223333:event-bus/default");
        schedule["Target"]!["EventBridgeParameters"]!.ToJsonString().ShouldBe($$"""{"DetailType":"{{RootHeartbeat.DetailType}}","Source":"{{RootHeartbeat.Source}}"}""");
    }

    [Fact]
    public void Another_account_puts_the_same_heartbeat_on_its_own_bus()
    {
        var schedule = Member.Only("AWS::Scheduler::Schedule")["Properties"]!;

        schedule["ScheduleExpression"]!.ToString().ShouldBe("rate(1 day)");
        Same(schedule["Target"]!["EventBridgeParameters"], Global.Only("AWS::Scheduler::Schedule")["Properties"]!["Target"]!["EventBridgeParameters"]);
        Member.Text(schedule["Target"]!["Arn"]).ShouldEndWith(":event-bus/default");
    }

    [Fact]
    public void Without_an_organisation_synth_warns_that_one_account_alone_is_watched()
    {
        using var alone = Synthesis.With(settings => settings.Remove("organization"));

        alone.Manifest.ShouldContain("root user is watched. Write your organisation");
        synthesis.Manifest.ShouldNotContain("gatehouse:organization-off");
    }

    [Fact]
    public void The_trail_is_made_only_where_asked_and_then_covers_all_regions_in_a_bucket_that_is_private_encrypted_and_stays()
    {
        using var made = Synthesis.With(settings => settings["createTrail"] = true);

        Global.Of("AWS::CloudTrail::Trail").ShouldBeEmpty();
        Global.Of("AWS::S3::Bucket").ShouldBeEmpty();
        var trail = made.Global.Only("AWS::CloudTrail::Trail")["Properties"]!;
        (trail["IsMultiRegionTrail"]!.GetValue<bool>(), trail["IncludeGlobalServiceEvents"]!.GetValue<bool>(), trail["EnableLogFileValidation"]!.GetValue<bool>(), trail["IsLogging"]!.GetValue<bool>()).ShouldBe((true, true, true, true));
        trail["EventSelectors"]!.ToJsonString().ShouldBe("""[{"IncludeManagementEvents":true,"ReadWriteType":"All"}]""");
        var bucket = made.Global.Only("AWS::S3::Bucket");
        bucket["DeletionPolicy"]!.ToString().ShouldBe("Retain");
        bucket["Properties"]!["PublicAccessBlockConfiguration"]!.ToJsonString().ShouldBe("""{"BlockPublicAcls":true,"BlockPublicPolicy":true,"IgnorePublicAcls":true,"RestrictPublicBuckets":true}""");
        bucket["Properties"]!["BucketEncryption"]!.ToJsonString().ShouldContain("AES256");
        made.Global.Only("AWS::S3::BucketPolicy")["Properties"]!["PolicyDocument"]!.ToJsonString().ShouldContain("""{"aws:SecureTransport":"false"}""");
    }

    [Fact]
    public void A_home_region_that_is_us_east_1_has_the_same_ways()
    {
        using var one = Synthesis.With(settings => settings["region"] = "us-east-1");

        RulesOf(one.Global).ShouldAllBe(rule => one.Global.Text(rule["Targets"]![0]!["Arn"]) == "arn:aws:events:us-east-1:111122223333:event-bus/gatehouse");
        var names = new[] { one.Template, one.Global }.SelectMany(template => template.Of("AWS::SQS::Queue").Select(queue => queue.Resource["Properties"]!["QueueName"]!.ToString())).ToList();
        names.ShouldBeUnique();
        new[] { one.Template, one.Global }.SelectMany(template => RulesOf(template).Where(rule => rule["EventBusName"] is null).Select(rule => rule["Name"]!.ToString())).ShouldBeUnique();
        new[] { one.Template, one.Global }.SelectMany(template => template.Of("AWS::CloudWatch::Alarm").Select(alarm => alarm.Resource["Properties"]!["AlarmName"]!.ToString())).ShouldBeUnique();
    }

    private static IReadOnlyList<JsonObject> RulesOf(Template template) => [.. template.Of("AWS::Events::Rule").Select(one => one.Resource["Properties"]!.AsObject())];

    private static JsonObject RuleOf(Template template, string name) => RulesOf(template).Single(rule => rule["Name"]!.ToString() == name);

    private static JsonNode QueueOf(Template template, string name) => template.Of("AWS::SQS::Queue").Select(one => one.Resource["Properties"]!).Single(one => one["QueueName"]!.ToString() == name);

    private static void Same(JsonNode? one, JsonNode? other) => JsonSerializer.Serialize(one).ShouldBe(JsonSerializer.Serialize(other));
}
