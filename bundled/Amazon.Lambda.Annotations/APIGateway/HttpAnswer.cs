using System.Net;
using System.Text.Json;

namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>Writes an answer in one of API Gateway's forms: payload 2.0 joins a header's values with commas, 1.0 keeps them apart.</summary>
internal static class HttpAnswer
{
    public static MemoryStream Write(HttpStatusCode statusCode, IReadOnlyDictionary<string, List<string>> headers, HttpBody body, bool joinValues)
    {
        var answer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(answer))
        {
            writer.WriteStartObject();
            writer.WriteNumber("statusCode", (int)statusCode);
            if (headers.Count > 0) WriteHeaders(writer, headers, joinValues);
            if (body.Text is not null) writer.WriteString("body", body.Text);
            writer.WriteBoolean("isBase64Encoded", body.IsBase64Encoded);
            writer.WriteEndObject();
        }

        answer.Position = 0;
        return answer;
    }

    private static void WriteHeaders(Utf8JsonWriter writer, IReadOnlyDictionary<string, List<string>> headers, bool joinValues)
    {
        writer.WriteStartObject(joinValues ? "headers" : "multiValueHeaders");
        foreach (var (name, values) in headers)
        {
            if (joinValues)
            {
                writer.WriteString(name, string.Join(',', values));
                continue;
            }

            writer.WriteStartArray(name);
            foreach (var value in values) writer.WriteStringValue(value);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
