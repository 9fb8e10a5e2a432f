using System.Text;
using System.Text.Json;

namespace Amazon.Lambda.Tests.Runtime;

/// <summary>What a function told the Runtime API; the path is the part after <c>/runtime/</c>.</summary>
internal sealed record Received(string Path, byte[] Body, string? ErrorType, string? ContentType)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public override string ToString() => $"{Path}: {Text}";
}
