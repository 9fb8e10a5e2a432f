using System.Text;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>A body as API Gateway takes it: text, in base64 where it is binary.</summary>
internal sealed record HttpBody(string Text, bool IsBase64Encoded, string ContentType)
{
    public static HttpBody Of(object body, ILambdaSerializer serializer) => body switch
    {
        null => new HttpBody(null, false, null),
        string text => new HttpBody(text, false, "text/plain"),
        byte[] bytes => Binary(bytes),
        Stream stream => Binary(ReadAll(stream)),
        IList<byte> bytes => Binary([.. bytes]),
        _ => new HttpBody(Json(body, serializer), false, "application/json"),
    };

    private static HttpBody Binary(byte[] bytes) => new(Convert.ToBase64String(bytes), true, "application/octet-stream");

    private static byte[] ReadAll(Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static string Json(object body, ILambdaSerializer serializer)
    {
        if (serializer is null)
            throw new InvalidOperationException($"A body of type {body.GetType().Name} needs a serializer: name one with [assembly: LambdaSerializer].");

        using var json = new MemoryStream();
        serializer.Serialize(body, json);
        return Encoding.UTF8.GetString(json.GetBuffer(), 0, (int)json.Length);
    }
}
