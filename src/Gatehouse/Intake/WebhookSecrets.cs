using System.Text.Json;
using System.Text.Json.Serialization;
using Gatehouse.Aws;

namespace Gatehouse.Intake;

/// <summary>The secrets that may sign a delivery: the current one and, while it is being rotated, the previous one. None where none is set.</summary>
public sealed class WebhookSecrets(ISecrets secrets, string id)
{
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(5);

    // A signature that does not fit may be by a secret put in a moment ago; whoever sends rubbish must not make us ask each time.
    private static readonly TimeSpan Doubtful = TimeSpan.FromSeconds(10);

    public async Task<SignatureVerdict> JudgeAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var verdict = Judge(delivery, await ReadAsync(Usual, cancellationToken));
        return verdict == SignatureVerdict.Wrong ? Judge(delivery, await ReadAsync(Doubtful, cancellationToken)) : verdict;
    }

    private static SignatureVerdict Judge(Delivery delivery, IReadOnlyList<string?> held) =>
        Signature.Judge(delivery.Body.Span, delivery.Signature, held);

    private async Task<IReadOnlyList<string?>> ReadAsync(TimeSpan maxAge, CancellationToken cancellationToken)
    {
        try
        {
            var held = JsonSerializer.Deserialize(await secrets.ReadAsync(id, maxAge, cancellationToken), WebhookSecretJson.Default.WebhookSecret);
            return [held?.Current, held?.Previous];
        }
        catch (SecretNotSetException)
        {
            return [];
        }
        catch (JsonException)
        {
            throw new SecretUnreadableException(id, """{"current":"…","previous":"…"}, where "previous" may be left out""");
        }
    }
}

internal sealed record WebhookSecret(string? Current, string? Previous);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WebhookSecret))]
internal sealed partial class WebhookSecretJson : JsonSerializerContext;
