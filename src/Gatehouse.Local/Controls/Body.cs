using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gatehouse.Local.Controls;

/// <summary>A request's JSON object, whatever its content type.</summary>
internal static class Body
{
    /// <summary>None when it is not a JSON object.</summary>
    public static async Task<JsonObject?> ReadAsync(HttpRequest request)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static IResult Refused(string message) => Results.Json(new { message }, statusCode: StatusCodes.Status400BadRequest);
}
