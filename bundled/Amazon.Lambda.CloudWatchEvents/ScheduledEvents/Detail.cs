namespace Amazon.Lambda.CloudWatchEvents.ScheduledEvents;

/// <summary>A schedule's detail, which is empty.</summary>
public class Detail
{
}
