namespace Gatehouse.Local;

/// <summary>Why the world cannot start, said so that a visitor knows what to do.</summary>
public sealed class WorldException(string message) : Exception(message);
