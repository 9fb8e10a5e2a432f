namespace Amazon.Lambda.CloudWatchEvents.ScheduledEvents;

/// <summary>What a schedule's rule sends.</summary>
public class ScheduledEvent : CloudWatchEvent<Detail>
{
}
