using System.Text;

namespace Bundled.Aws;

internal sealed record SentRequest(Uri Address, byte[] Content, Dictionary<string, string> Headers)
{
    public string Body => Encoding.UTF8.GetString(Content);

    public string Authorization => Headers["Authorization"];

    public static async Task<SentRequest> Of(HttpRequestMessage request)
    {
        var headers = request.Headers.NonValidated.Concat(request.Content.Headers.NonValidated);
        return new SentRequest(request.RequestUri, await request.Content.ReadAsByteArrayAsync(), headers.ToDictionary(h => h.Key, h => h.Value.ToString()));
    }
}
