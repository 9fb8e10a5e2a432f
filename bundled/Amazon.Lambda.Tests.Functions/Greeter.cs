namespace Amazon.Lambda.Tests.Functions;

public sealed class Greeter
{
    private readonly string _word = "Hello";

    public string Greet(string name) => $"{_word}, {name}";
}

/// <summary>Scoped: its number tells one invocation from another.</summary>
public sealed class Visit
{
    private static int _last;

    public int Number { get; } = Interlocked.Increment(ref _last);
}

public sealed record Guest(string Name);

public sealed record Greeting(string Text, int Number, string RequestId);

public sealed class GuestRefusedException(string message) : Exception(message);

public sealed class StartupRefusedException(string message) : Exception(message);
