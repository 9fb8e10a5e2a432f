namespace Gatehouse.Local.Commands;

/// <summary>A command needs a running world and there is none; the message says how to start one.</summary>
public sealed class WorldNotRunningException(string message) : Exception(message);
