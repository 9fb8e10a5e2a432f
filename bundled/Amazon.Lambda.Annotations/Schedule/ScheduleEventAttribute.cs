namespace Amazon.Lambda.Annotations.Schedule;

/// <summary>Runs a function on a schedule.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = false)]
public class ScheduleEventAttribute : Attribute
{
    public ScheduleEventAttribute(string schedule) => Schedule = schedule;

    /// <summary>A rate or cron expression.</summary>
    public string Schedule { get; set; }

    public string ResourceName { get; set; }

    public string Description { get; set; }

    public string Input { get; set; }

    public bool Enabled { get; set; }
}
