using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.SNS;
using Amazon.CDK.AWS.SNS.Subscriptions;
using Constructs;

namespace Gatehouse.Cdk.Constructs;

/// <summary>What mails an address when an alarm goes off. Alarms alone may speak through it, and by TLS alone.</summary>
internal static class AlarmTopic
{
    public static Topic Mailing(Construct scope, string name, string address)
    {
        var topic = new Topic(scope, "Topic", new TopicProps { TopicName = name, EnforceSSL = true });
        topic.AddSubscription(new EmailSubscription(address));
        // A topic with a policy loses the one that SNS gives it, which lets the account's alarms in: this says so itself.
        topic.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps
        {
            Sid = "LetAlarmsSpeak",
            Principals = [new ServicePrincipal("cloudwatch.amazonaws.com")],
            Actions = ["sns:Publish"],
            Resources = [topic.TopicArn],
            Conditions = new Dictionary<string, object> { ["StringEquals"] = new Dictionary<string, object> { ["aws:SourceAccount"] = Stack.Of(scope).Account } },
        }));
        return topic;
    }
}
