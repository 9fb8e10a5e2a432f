using System.Text.Json;
using Amazon;

namespace Bundled.Pipeline;

/// <summary>The JSON object that a request sends; what nobody set is not sent.</summary>
internal sealed class JsonBody(Utf8JsonWriter writer)
{
    public void Add(string name, string value)
    {
        if (value != null) writer.WriteString(name, value);
    }

    public void Add(string name, int? value)
    {
        if (value is { } number) writer.WriteNumber(name, number);
    }

    public void Add(string name, MemoryStream value)
    {
        if (value != null) writer.WriteBase64String(name, value.ToArray());
    }

    public void Add(string name, IJsonBody value)
    {
        if (value == null) return;
        writer.WritePropertyName(name);
        Write(value);
    }

    public void Add(string name, List<string> values) => Each(name, values, writer.WriteStringValue);

    public void Add<T>(string name, List<T> values) where T : IJsonBody => Each(name, values, value => Write(value));

    public void Write(IJsonBody value)
    {
        writer.WriteStartObject();
        value.Write(this);
        writer.WriteEndObject();
    }

    private void Each<T>(string name, List<T> values, Action<T> write)
    {
        if (values == null || (values.Count == 0 && AWSConfigs.InitializeCollections)) return;
        writer.WriteStartArray(name);
        foreach (var value in values) write(value);
        writer.WriteEndArray();
    }
}
