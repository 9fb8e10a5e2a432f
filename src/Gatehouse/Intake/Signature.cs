using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.Intake;

/// <summary>What the signature of a delivery is worth; see <see cref="Signature"/>.</summary>
public enum SignatureVerdict
{
    SecretUnset,
    Missing,
    Malformed,
    Wrong,
    Valid,
}

/// <summary>
/// Judges GitHub's <c>X-Hub-Signature-256</c> over the raw bytes of a body, in constant time. Everything but Valid is answered alike.
/// <list type="table">
/// <listheader><term>case</term><description>verdict</description></listheader>
/// <item><term>no secret that is more than blanks</term><description>SecretUnset, whatever was sent: an unset secret refuses everything</description></item>
/// <item><term>no header, or a blank one</term><description>Missing</description></item>
/// <item><term>not <c>sha256=</c> and 64 hexadecimal digits</term><description>Malformed</description></item>
/// <item><term>the HMAC under none of the secrets</term><description>Wrong</description></item>
/// <item><term>the HMAC under any of the secrets</term><description>Valid, so that one can be rotated while the other still signs</description></item>
/// </list>
/// </summary>
public static class Signature
{
    private const string Prefix = "sha256=";
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    public static SignatureVerdict Judge(ReadOnlySpan<byte> body, string? header, IEnumerable<string?> secrets)
    {
        var set = secrets.Where(secret => !string.IsNullOrWhiteSpace(secret)).ToList();
        if (set.Count == 0)
        {
            return SignatureVerdict.SecretUnset;
        }

        if (string.IsNullOrWhiteSpace(header))
        {
            return SignatureVerdict.Missing;
        }

        return Digest(header) is { } claimed ? Compare(body, claimed, set!) : SignatureVerdict.Malformed;
    }

    private static SignatureVerdict Compare(ReadOnlySpan<byte> body, byte[] claimed, List<string> secrets)
    {
        var valid = false;
        foreach (var secret in secrets)
        {
            // No early way out: the time taken must not tell which secret it was.
            valid |= CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body), claimed);
        }

        return valid ? SignatureVerdict.Valid : SignatureVerdict.Wrong;
    }

    private static byte[]? Digest(string header)
    {
        var hex = header.AsSpan().Trim();
        return hex.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            && hex.Length == Prefix.Length + (2 * HMACSHA256.HashSizeInBytes)
            && hex[Prefix.Length..].IndexOfAnyExcept(HexDigits) < 0
            ? Convert.FromHexString(hex[Prefix.Length..])
            : null;
    }
}
