using System.Text.Json;

namespace Bundled.Pipeline;

/// <summary>Something that arrives as a JSON object; its null fields are never shown to it, and it passes over those it does not know.</summary>
internal interface IJsonShape
{
    void Read(string field, JsonElement value);
}
