namespace Gatehouse.Cdk.Tests;

/// <summary>What must wake someone does.</summary>
[Collection(Synthesised.Name)]
public sealed class AlarmTests(Synthesis synthesis)
{
    [Theory]
    [InlineData("gatehouse-RunsFailed", "AWS/States", "ExecutionsFailed")]
    [InlineData("gatehouse-RunsAborted", "AWS/States", "ExecutionsAborted")]
    [InlineData("gatehouse-RunsTimedOut", "AWS/States", "ExecutionsTimedOut")]
    [InlineData("gatehouse-PreviewsFailed", "AWS/States", "ExecutionsFailed")]
    [InlineData("gatehouse-SweepsFailed", "AWS/States", "ExecutionsFailed")]
    [InlineData("gatehouse-SweepsAborted", "AWS/States", "ExecutionsAborted")]
    [InlineData("gatehouse-SweepsTimedOut", "AWS/States", "ExecutionsTimedOut")]
    [InlineData("gatehouse-LeaksFailed", "AWS/States", "ExecutionsFailed")]
    [InlineData("gatehouse-LeaksAborted", "AWS/States", "ExecutionsAborted")]
    [InlineData("gatehouse-LeaksTimedOut", "AWS/States", "ExecutionsTimedOut")]
    [InlineData("gatehouse-LeaksUnheard", "AWS/SQS", "ApproximateNumberOfMessagesVisible")]
    [InlineData("gatehouse-KeySweepsFailed", "AWS/States", "ExecutionsFailed")]
    [InlineData("gatehouse-KeySweepsAborted", "AWS/States", "ExecutionsAborted")]
    [InlineData("gatehouse-KeySweepsTimedOut", "AWS/States", "ExecutionsTimedOut")]
    [InlineData("gatehouse-SignatureFailures", "Gatehouse", "SignatureFailures")]
    [InlineData("gatehouse-DeliveriesLost", "AWS/ApiGateway", "5xx")]
    [InlineData("gatehouse-ChangesRefused", "Gatehouse", "ChangesRefused")]
    [InlineData("gatehouse-MailEventsUnheard", "AWS/SQS", "ApproximateNumberOfMessagesVisible")]
    [InlineData("gatehouse-MfaEventsUnheard", "AWS/SQS", "ApproximateNumberOfMessagesVisible")]
    [InlineData("gatehouse-RootEventsUnheard", "AWS/SQS", "ApproximateNumberOfMessagesVisible")]
    [InlineData("gatehouse-RootEventsLate", "AWS/SQS", "ApproximateAgeOfOldestMessage")]
    [InlineData("gatehouse-RootAlertsWaiting", "Gatehouse", "RootAlertsWaiting")]
    [InlineData("gatehouse-RootMailsReturned", "Gatehouse", "RootMailsReturned")]
    [InlineData("gatehouse-RootHeartbeatFailed", "Gatehouse", "RootHeartbeatsFailed")]
    public void There_is_an_alarm(string name, string source, string metric)
    {
        var alarm = Alarms().Single(one => one["AlarmName"]!.ToString() == name);

        alarm["Namespace"]!.ToString().ShouldBe(source);
        alarm["MetricName"]!.ToString().ShouldBe(metric);
        alarm["TreatMissingData"]!.ToString().ShouldBe("notBreaching");
    }

    [Fact]
    public void Every_function_has_an_alarm_for_errors_and_one_for_throttles()
    {
        foreach (var function in synthesis.Template.Of("AWS::Lambda::Function").Select(one => one.Resource["Properties"]!["FunctionName"]!.ToString()))
        {
            Watching(function, "Errors").ShouldNotBeNull();
            Watching(function, "Throttles").ShouldNotBeNull();
        }
    }

    [Theory]
    [InlineData("LockMembership")]
    [InlineData("PreviewPullRequest")]
    public void A_run_that_waits_is_no_alarm_until_an_hour_has_passed(string function) =>
        Watching($"gatehouse-{function}", "Errors")!["EvaluationPeriods"]!.GetValue<int>().ShouldBe(12);

    [Fact]
    public void A_heartbeat_that_does_not_come_for_25_hours_is_an_alarm_though_nothing_at_all_is_heard()
    {
        var alarm = Alarms().Single(one => one["AlarmName"]!.ToString() == "gatehouse-RootHeartbeatMissing");

        alarm["MetricName"]!.ToString().ShouldBe("RootHeartbeats");
        (alarm["Period"]!.GetValue<int>() * alarm["EvaluationPeriods"]!.GetValue<int>()).ShouldBe(25 * 3600);
        (alarm["ComparisonOperator"]!.ToString(), alarm["Threshold"]!.GetValue<int>(), alarm["TreatMissingData"]!.ToString()).ShouldBe(("LessThanThreshold", 1, "breaching"));
    }

    [Fact]
    public void A_root_event_is_late_once_Slack_has_had_its_minutes()
    {
        using var patient = Synthesis.With(settings => settings["rootMailMinutes"] = 20d);

        patient.Template.Of("AWS::CloudWatch::Alarm").Select(one => one.Resource["Properties"]!)
            .Single(one => one["AlarmName"]!.ToString() == "gatehouse-RootEventsLate")["Threshold"]!.GetValue<int>().ShouldBe(1200);
    }

    [Theory]
    [InlineData("DeliverRootAlerts", 1)]
    [InlineData("FollowRootAccounts", 1)]
    [InlineData("ReportMembership", 5)]
    public void One_error_of_what_tells_about_root_users_is_an_alarm(string function, int errors) =>
        Watching($"gatehouse-{function}", "Errors")!["Threshold"]!.GetValue<int>().ShouldBe(errors);

    [Fact]
    public void Nobody_is_mailed_unless_an_address_is_set()
    {
        synthesis.Template.Of("AWS::SNS::Topic").ShouldBeEmpty();
        Alarms().ShouldAllBe(alarm => alarm["AlarmActions"] == null);
    }

    [Fact]
    public void Every_alarm_is_mailed_to_the_address_that_is_set()
    {
        using var mailed = Synthesis.With(settings => settings["alarmEmail"] = "on-call@example.gov.uk");

        mailed.Template.Only("AWS::SNS::Subscription")["Properties"]!["Endpoint"]!.ToString().ShouldBe("on-call@example.gov.uk");
        mailed.Template.Of("AWS::CloudWatch::Alarm").ShouldAllBe(alarm => alarm.Resource["Properties"]!["AlarmActions"]!.AsArray().Count == 1);
    }

    [Fact]
    public void A_topic_lets_the_accounts_alarms_speak_and_nobody_without_TLS()
    {
        using var mailed = Synthesis.With(settings => settings["alarmEmail"] = "on-call@example.gov.uk");

        var statements = mailed.Template.Only("AWS::SNS::TopicPolicy")["Properties"]!["PolicyDocument"]!["Statement"]!.AsArray();
        statements.ShouldContain(one => (string)one!["Effect"]! == "Allow" && (string)one["Principal"]!["Service"]! == "cloudwatch.amazonaws.com" && (string)one["Action"]! == "sns:Publish");
        statements.ShouldContain(one => (string)one!["Effect"]! == "Deny" && (string)one["Condition"]!["Bool"]!["aws:SecureTransport"]! == "false");
    }

    private IEnumerable<System.Text.Json.Nodes.JsonNode> Alarms() => synthesis.Template.Of("AWS::CloudWatch::Alarm").Select(one => one.Resource["Properties"]!.AsObject());

    private System.Text.Json.Nodes.JsonNode? Watching(string function, string metric) => Alarms().SingleOrDefault(alarm =>
        alarm["Namespace"]!.ToString() == "AWS/Lambda" && alarm["MetricName"]!.ToString() == metric && synthesis.Template.Text(alarm["Dimensions"]![0]!["Value"]) == function);
}
