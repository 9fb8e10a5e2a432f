using Amazon.CDK.AWS.StepFunctions;

namespace Gatehouse.Cdk.Constructs;

/// <summary>What rings when a leaked key is not stopped. Each way in which that can fail has one.</summary>
internal static class LeakAlarms
{
    private const string ByHand = "docs/operating.md, \"When a key leaks\", says what to do by hand.";

    public static void AddTo(Alarms alarms, StateMachine machine, LeakWatch watch)
    {
        alarms.Add("LeaksFailed", machine.MetricFailed(Alarms.Sum), 1, $"A leaked key could not be handled: Slack and the run say which and why. {ByHand}");
        alarms.Add("LeaksAborted", machine.MetricAborted(Alarms.Sum), 1, $"Someone stopped a run about a leaked key: look whether the key is inactive. {ByHand}");
        alarms.Add("LeaksTimedOut", machine.MetricTimedOut(Alarms.Sum), 1, $"A run about a leaked key timed out: look whether the key is inactive. {ByHand}");
        alarms.Add("LeaksUnheard", watch.Unheard.MetricApproximateNumberOfMessagesVisible(Alarms.Most), 1, $"AWS told of a leaked key, and no run could be started: the event lies in the queue. {ByHand}");
    }
}
