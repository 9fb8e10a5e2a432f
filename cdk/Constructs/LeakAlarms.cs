namespace Gatehouse.Cdk.Constructs;

/// <summary>What rings when a leaked key is not stopped. Each way in which that can fail has one.</summary>
internal static class LeakAlarms
{
    private const string ByHand = "docs/operating.md, \"When a key leaks\", says what to do by hand.";

    public static void AddTo(Alarms alarms, LeaksMachine machine, LeakWatch watch)
    {
        alarms.Watch(
            "Leaks",
            machine,
            failed: $"A leaked key could not be handled: Slack and the run say which and why. {ByHand}",
            aborted: $"Someone stopped a run about a leaked key: look whether the key is inactive. {ByHand}",
            timedOut: $"A run about a leaked key timed out: look whether the key is inactive. {ByHand}");
        alarms.Add("LeaksUnheard", watch.Unheard.MetricApproximateNumberOfMessagesVisible(Alarms.Most), 1, $"AWS told of a leaked key, and no run could be started: the event lies in the queue. {ByHand}");
    }
}
