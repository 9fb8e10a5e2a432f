using System.Net.Http.Headers;
using System.Xml.Linq;

namespace Gatehouse.World.Tests.Emulator;

/// <summary>IAM's query API without a client, for the actions that Gatehouse's own never calls.</summary>
public sealed class QueryIam(WorldFixture world) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = world.Where.Aws };

    /// <summary>The status, and the answer without namespaces.</summary>
    public Task<(int Status, XElement Answer)> AskAsync(string action, params (string Name, string Value)[] parameters) => AskAsAsync("anyone", action, parameters);

    /// <summary>The same, signed with somebody's access key; the world looks at its id alone.</summary>
    public async Task<(int Status, XElement Answer)> AskAsAsync(string key, string action, params (string Name, string Value)[] parameters)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/");
        request.Headers.Authorization = new AuthenticationHeaderValue("AWS4-HMAC-SHA256", $"Credential={key}/20261121/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=0");
        request.Content = new FormUrlEncodedContent(parameters.Append(("Action", action)).Append(("Version", "2010-05-08")).Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2)));
        using var answer = await http.SendAsync(request);
        var xml = XElement.Parse(await answer.Content.ReadAsStringAsync());
        foreach (var element in xml.DescendantsAndSelf()) element.Name = element.Name.LocalName;

        return ((int)answer.StatusCode, xml);
    }

    public async Task<string> RefusalAsync(string action, params (string Name, string Value)[] parameters) =>
        (await AskAsync(action, parameters)).Answer.Descendants("Code").Single().Value;

    public void Dispose() => http.Dispose();
}
