namespace Gatehouse.Root;

/// <summary>The event that a schedule puts every day where root events happen, so that it travels the very way of a root alert.</summary>
public static class RootHeartbeat
{
    public const string Source = "gatehouse.heartbeat";

    public const string DetailType = "Root Heartbeat";

    /// <summary>What an operator runs in the base account to put one at once: a schedule cannot be told to run now.</summary>
    public const string PutNow = $$"""aws events put-events --region us-east-1 --entries '[{"Source":"{{Source}}","DetailType":"{{DetailType}}","Detail":"{}"}]'""";
}
