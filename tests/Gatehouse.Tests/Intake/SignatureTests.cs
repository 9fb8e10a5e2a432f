using System.Text;
using Gatehouse.Intake;

namespace Gatehouse.Tests.Intake;

public class SignatureTests
{
    private const string Secret = "It's a Secret to Everybody";
    private const string Digest = "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

    private static readonly byte[] Body = Encoding.UTF8.GetBytes("Hello, World!");

    [Theory]
    [InlineData("GitHub's own test vector", "sha256=" + Digest, Secret, null, SignatureVerdict.Valid)]
    [InlineData("upper-case digits", "sha256=757107EA0EB2509FC211221CCE984B8A37570B6D7586C22C46F4379C8B043E17", Secret, null, SignatureVerdict.Valid)]
    [InlineData("signed by the secret that is being rotated out", "sha256=" + Digest, "new", Secret, SignatureVerdict.Valid)]
    [InlineData("signed by the secret that is being rotated in", "sha256=" + Digest, Secret, "old", SignatureVerdict.Valid)]
    [InlineData("another secret", "sha256=" + Digest, "another", null, SignatureVerdict.Wrong)]
    [InlineData("one digit off", "sha256=857107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17", Secret, null, SignatureVerdict.Wrong)]
    [InlineData("no header", null, Secret, null, SignatureVerdict.Missing)]
    [InlineData("a blank header", " ", Secret, null, SignatureVerdict.Missing)]
    [InlineData("no prefix", Digest, Secret, null, SignatureVerdict.Malformed)]
    [InlineData("sha1", "sha1=0000000000000000000000000000000000000000", Secret, null, SignatureVerdict.Malformed)]
    [InlineData("too short", "sha256=7571", Secret, null, SignatureVerdict.Malformed)]
    [InlineData("too long", "sha256=" + Digest + "00", Secret, null, SignatureVerdict.Malformed)]
    [InlineData("two joined by a comma", "sha256=" + Digest + ",sha256=" + Digest, Secret, null, SignatureVerdict.Malformed)]
    [InlineData("not hexadecimal", "sha256=zz7107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17", Secret, null, SignatureVerdict.Malformed)]
    [InlineData("no secret", "sha256=" + Digest, null, null, SignatureVerdict.SecretUnset)]
    [InlineData("an empty secret", "sha256=" + Digest, "", null, SignatureVerdict.SecretUnset)]
    [InlineData("a blank secret", "sha256=" + Digest, " ", "\n", SignatureVerdict.SecretUnset)]
    [InlineData("no secret and no header", null, null, null, SignatureVerdict.SecretUnset)]
    public void A_signature_is_judged(string @case, string? header, string? current, string? previous, SignatureVerdict verdict)
    {
        Signature.Judge(Body, header, [current, previous]).ShouldBe(verdict, @case);
    }

    [Fact]
    public void The_HMAC_under_an_empty_key_is_never_valid_even_while_another_secret_is_set()
    {
        var underNothing = Convert.ToHexString(System.Security.Cryptography.HMACSHA256.HashData(Array.Empty<byte>(), Body));

        Signature.Judge(Body, $"sha256={underNothing}", ["", ""]).ShouldBe(SignatureVerdict.SecretUnset);
        Signature.Judge(Body, $"sha256={underNothing}", [Secret, ""]).ShouldBe(SignatureVerdict.Wrong);
    }
}
