using Amazon.CDK;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Events.Targets;
using Constructs;

namespace Gatehouse.Cdk.Constructs;

/// <summary>
/// Looks every five minutes at the alerts about root users that wait for Slack, and at what no event tells. It cannot be switched off: a silent
/// failure is the one thing that must not happen, so synth also says what is missing where nobody would hear of one.
/// </summary>
internal sealed class RootWatch : Construct
{
    public const string NoList = "rootMailTo is not set: an alert about a root account that Slack does not take is told nowhere else. Write the address of a mailing list into cdk.json.";

    public const string NoAlarms = "alarmEmail is not set: nobody is mailed when alerts about root accounts stop coming through. Write \"alarmEmail\" into cdk.json.";

    public const string NoOnCall = "onCall is not set: an alert about a root account mentions nobody. Write how Slack mentions your on-call group into cdk.json.";

    public const string NoOrganization = "organization is not set: only this account's root user is watched. Write your organisation's id into cdk.json, and deploy the member account's stack to the others.";

    public RootWatch(Construct scope, DeploymentSettings settings, GatehouseFunction follow)
        : base(scope, "RootWatch")
    {
        var rule = new Rule(this, "Rule", new RuleProps
        {
            RuleName = $"{settings.Name}-root-accounts",
            Description = "Every five minutes: alerts about root users that wait, and what no event tells",
            Schedule = Schedule.Rate(Duration.Minutes(5)),
        });
        rule.AddTarget(new LambdaFunction(follow.Lambda));
        Warn("gatehouse:root-mail-off", NoList, settings.RootMailTo);
        Warn("gatehouse:alarm-mail-off", NoAlarms, settings.AlarmEmail);
        Warn("gatehouse:on-call-off", NoOnCall, settings.OnCall);
        Warn("gatehouse:organization-off", NoOrganization, settings.Organization);
    }

    private void Warn(string id, string warning, string? setting)
    {
        if (setting is null)
            Annotations.Of(this).AddWarningV2(id, warning);
    }
}
