using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport.Client;

/// <summary>
/// An error as Lambda reports it: {errorType, errorMessage, stackTrace, cause}. The type is the exception class's short name,
/// which is what a state machine's ErrorEquals sees.
/// </summary>
internal static class ErrorBody
{
    // Deeper causes say nothing that the first ones do not, and a circle of them must end.
    private const int MostCauses = 8;

    public static string TypeOf(Exception exception) => exception.GetType().Name;

    public static byte[] Of(Exception exception) => Write(writer => Write(writer, exception));

    public static byte[] Of(string errorType, string errorMessage) => Write(writer =>
    {
        writer.WriteString("errorType", errorType);
        writer.WriteString("errorMessage", errorMessage);
        writer.WriteStartArray("stackTrace");
        writer.WriteEndArray();
    });

    /// <summary>Writes the error's members into an object that is open.</summary>
    public static void Write(Utf8JsonWriter writer, Exception exception, int depth = 0)
    {
        writer.WriteString("errorType", TypeOf(exception));
        writer.WriteString("errorMessage", exception.Message);
        writer.WriteStartArray("stackTrace");
        foreach (var line in (exception.StackTrace ?? string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            writer.WriteStringValue(line);
        writer.WriteEndArray();

        if (exception.InnerException is not { } cause || depth == MostCauses) return;

        writer.WriteStartObject("cause");
        Write(writer, cause, depth + 1);
        writer.WriteEndObject();
    }

    private static byte[] Write(Action<Utf8JsonWriter> members)
    {
        using var body = new MemoryStream();
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        return body.ToArray();
    }
}
