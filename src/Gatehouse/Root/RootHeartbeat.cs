namespace Gatehouse.Root;

/// <summary>The event that a schedule puts every day where root events happen, so that it travels the very way of a root alert.</summary>
public static class RootHeartbeat
{
    public const string Source = "gatehouse.heartbeat";

    public const string DetailType = "Root Heartbeat";
}
