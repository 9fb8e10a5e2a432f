namespace Gatehouse.Local.Web;

/// <summary>One execution of a state machine; <c>Error</c> is the name it failed with, <c>Cause</c> what was said about it.</summary>
public sealed record Run(string Name, string Machine, string Status, string? Error, string? Cause, DateTimeOffset StartedAt, DateTimeOffset? StoppedAt);
