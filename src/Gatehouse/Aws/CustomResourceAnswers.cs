using System.Text.Json;
using Gatehouse.Account;

namespace Gatehouse.Aws;

/// <summary>Tells CloudFormation what became of a custom resource, at the address that came with the request.</summary>
public sealed class CustomResourceAnswers(HttpClient http)
{
    /// <param name="address">Pre-signed for a PUT without a content type: with one, the signature does not hold.</param>
    /// <param name="answer">What became of it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="AnswerNotTakenException">It was not taken; the message does not name the address.</exception>
    public async Task PutAsync(string address, CustomResourceAnswer answer, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(answer, CustomResourceJson.Default.CustomResourceAnswer));
        using var taken = await SendAsync(address, content, cancellationToken);
        if (!taken.IsSuccessStatusCode)
        {
            throw new AnswerNotTakenException($"its address answered {(int)taken.StatusCode}");
        }
    }

    /// <summary>The address is a secret: no inner exception that could name it goes further.</summary>
    private async Task<HttpResponseMessage> SendAsync(string address, ByteArrayContent content, CancellationToken cancellationToken)
    {
        try
        {
            return await http.PutAsync(address, content, cancellationToken);
        }
        catch (HttpRequestException broken)
        {
            throw new AnswerNotTakenException($"it could not be reached ({broken.HttpRequestError})");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new AnswerNotTakenException($"it did not answer within {http.Timeout.TotalSeconds} s");
        }
        catch (Exception senseless) when (senseless is UriFormatException or InvalidOperationException)
        {
            throw new AnswerNotTakenException("what came with the request is no address");
        }
    }
}

/// <summary>CloudFormation was not told what became of a custom resource and goes on waiting; Lambda delivers the request again.</summary>
public sealed class AnswerNotTakenException(string why) : Exception($"CloudFormation could not be told what became of its request: {why}. It waits, and the request comes again.");
