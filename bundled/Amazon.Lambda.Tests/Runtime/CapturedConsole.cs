using System.Text.Json;

namespace Amazon.Lambda.Tests.Runtime;

/// <summary>Keeps what is written to the console until it is disposed of.</summary>
internal sealed class CapturedConsole : IDisposable
{
    private readonly TextWriter _before = Console.Out;
    private readonly StringWriter _text = new();

    public CapturedConsole() => Console.SetOut(_text);

    public string Text => _text.ToString();

    /// <summary>The one line that was written, which is JSON.</summary>
    public JsonElement Json() => JsonDocument.Parse(Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Single()).RootElement;

    public void Dispose() => Console.SetOut(_before);
}
