using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gatehouse.Aws;

namespace Gatehouse.Slack;

/// <inheritdoc cref="ISlack"/>
public sealed class SlackClient(HttpClient http, ISecrets secrets, string secretId) : ISlack, ISlackDoor
{
    /// <summary>What Slack says of a message without text, once it knows the address: the older words are still in use.</summary>
    private static readonly string[] WithoutText = ["no_text", "missing_text_or_fallback_or_attachments"];

    private const int MostWords = 100;
    private static readonly TimeSpan SecretAge = TimeSpan.FromMinutes(5);

    public async Task PostAsync(string channel, string text, CancellationToken cancellationToken)
    {
        var address = await AddressAsync(channel, cancellationToken);
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(new(text), SlackJson.Default.SlackMessage))
        {
            Headers = { ContentType = new("application/json") },
        };
        using var answer = await AnswerAsync(address, content, channel, cancellationToken);
        if (!answer.IsSuccessStatusCode)
        {
            throw await ExplainAsync(answer, channel, cancellationToken);
        }
    }

    public async Task ProveAsync(string channel, CancellationToken cancellationToken)
    {
        var address = await AddressAsync(channel, cancellationToken);
        using var content = new ByteArrayContent("{}"u8.ToArray()) { Headers = { ContentType = new("application/json") } };
        using var answer = await AnswerAsync(address, content, channel, cancellationToken);
        var words = (await answer.Content.ReadAsStringAsync(cancellationToken)).Trim();
        if (answer.StatusCode != HttpStatusCode.BadRequest || !WithoutText.Contains(words, StringComparer.Ordinal))
        {
            throw await ExplainAsync(answer, channel, cancellationToken);
        }
    }

    private async Task<Uri> AddressAsync(string channel, CancellationToken cancellationToken)
    {
        var addresses = Parse(await secrets.ReadAsync(secretId, SecretAge, cancellationToken));
        return Uri.TryCreate(addresses.GetValueOrDefault(channel), UriKind.Absolute, out var address)
            ? address
            : throw new SlackChannelUnknownException(channel, addresses.Keys);
    }

    private Dictionary<string, string> Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, SlackJson.Default.DictionaryStringString) ?? [];
        }
        catch (JsonException)
        {
            // The exception would quote the secret.
            throw new SecretUnreadableException(secretId, """{"#channel":"https://hooks.slack.com/…"}""");
        }
    }

    /// <summary>The address is the secret: no inner exception that could name it goes further.</summary>
    private async Task<HttpResponseMessage> AnswerAsync(Uri address, ByteArrayContent content, string channel, CancellationToken cancellationToken)
    {
        try
        {
            return await http.PostAsync(address, content, cancellationToken);
        }
        catch (HttpRequestException broken)
        {
            throw new SlackUnavailableException($"Slack could not be reached for {channel}: {broken.HttpRequestError}.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SlackUnavailableException($"Slack did not answer for {channel} within {http.Timeout.TotalSeconds} s.");
        }
    }

    private static async Task<Exception> ExplainAsync(HttpResponseMessage answer, string channel, CancellationToken cancellationToken)
    {
        var words = (await answer.Content.ReadAsStringAsync(cancellationToken)).Trim();
        var said = $"Slack answered {(int)answer.StatusCode} for {channel} ({words[..Math.Min(words.Length, MostWords)]}).";
        return answer.StatusCode is >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests
            ? new SlackUnavailableException(said) { RetryAfter = answer.Headers.RetryAfter?.Delta }
            : new SlackRefusedException($"{said} Check the channel and its address in the Slack secret.") { IsAboutTheMessage = answer.StatusCode == HttpStatusCode.BadRequest };
    }
}

internal sealed record SlackMessage(string Text);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SlackMessage))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class SlackJson : JsonSerializerContext;
