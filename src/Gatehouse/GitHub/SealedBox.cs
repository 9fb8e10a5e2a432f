using System.Buffers.Binary;
using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Macs;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math.EC.Rfc7748;

namespace Gatehouse.GitHub;

/// <summary>
/// Seals a message so that only the holder of a private key can open it, as libsodium's <c>crypto_box_seal</c> does, which GitHub asks for:
/// <c>ephemeral public key ‖ Poly1305 tag ‖ XSalsa20 ciphertext</c>. Pure but for the ephemeral key.
/// <list type="table">
/// <listheader><term>part</term><description>what it is made of</description></listheader>
/// <item><term>shared secret</term><description>X25519 of the ephemeral private key and the recipient's public key</description></item>
/// <item><term>key</term><description>HSalsa20 of the shared secret and sixteen zeros</description></item>
/// <item><term>nonce</term><description>BLAKE2b of 24 bytes over the ephemeral and the recipient's public key</description></item>
/// <item><term>stream</term><description>XSalsa20 of key and nonce: its first 32 bytes are the key of Poly1305, the message is masked from there on</description></item>
/// </list>
/// </summary>
public static class SealedBox
{
    /// <summary>The bytes of a public or private key.</summary>
    public const int KeyBytes = 32;

    /// <summary>How many bytes a box is longer than its message.</summary>
    public const int Overhead = KeyBytes + TagBytes;

    private const int TagBytes = 16, NonceBytes = 24, PolyKeyBytes = 32, SalsaBlockBytes = 64;

    /// <summary>"expand 32-byte k", which Salsa20 puts into the words 0, 5, 10 and 15 of its state.</summary>
    private static readonly uint[] Constants = [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574];

    /// <exception cref="ArgumentException">The public key has not 32 bytes, or is one with which no secret can be shared.</exception>
    public static byte[] Seal(ReadOnlySpan<byte> message, byte[] recipient)
    {
        var ephemeral = new byte[KeyBytes];
        RandomNumberGenerator.Fill(ephemeral);
        try
        {
            return Seal(message, recipient, ephemeral);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(ephemeral);
        }
    }

    /// <summary>The same with an ephemeral private key that the caller chose: two messages under one would be readable.</summary>
    internal static byte[] Seal(ReadOnlySpan<byte> message, byte[] recipient, byte[] ephemeral)
    {
        if (recipient.Length != KeyBytes)
        {
            throw new ArgumentException($"A public key for sealed boxes has {KeyBytes} bytes, and this one {recipient.Length}.", nameof(recipient));
        }

        var box = new byte[Overhead + message.Length];
        var (shared, key, padded) = (new byte[KeyBytes], new byte[KeyBytes], new byte[PolyKeyBytes + message.Length]);
        try
        {
            X25519.GeneratePublicKey(ephemeral, 0, box, 0);
            if (!X25519.CalculateAgreement(ephemeral, 0, recipient, 0, shared, 0))
            {
                throw new ArgumentException("With this public key no secret can be shared.", nameof(recipient));
            }

            Derive(shared, key);
            message.CopyTo(padded.AsSpan(PolyKeyBytes));
            Mask(key, Nonce(box, recipient), padded);
            padded.AsSpan(PolyKeyBytes).CopyTo(box.AsSpan(Overhead));
            Authenticate(padded, box);
            return box;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(shared);
            CryptographicOperations.ZeroMemory(key);
            CryptographicOperations.ZeroMemory(padded);
        }
    }

    private static byte[] Nonce(byte[] box, byte[] recipient)
    {
        var (digest, nonce) = (new Blake2bDigest(NonceBytes * 8), new byte[NonceBytes]);
        digest.BlockUpdate(box, 0, KeyBytes);
        digest.BlockUpdate(recipient, 0, KeyBytes);
        digest.DoFinal(nonce, 0);
        return nonce;
    }

    /// <summary>
    /// HSalsa20 with an input of zeros, which the library keeps to itself: a block of Salsa20 is the same twenty rounds with the first state added, and that
    /// state is the constants in the words 0, 5, 10, 15 and zeros (nonce, counter) in the words 6 to 9. Taken away again, HSalsa20's eight words are left.
    /// </summary>
    private static void Derive(byte[] shared, byte[] key)
    {
        var block = new byte[SalsaBlockBytes];
        var salsa = new Salsa20Engine();
        salsa.Init(true, new ParametersWithIV(new KeyParameter(shared), new byte[8]));
        salsa.ProcessBytes(block, 0, block.Length, block, 0);
        for (var word = 0; word < 4; word++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(key.AsSpan(word * 4), Word(block, word * 5) - Constants[word]);
            BinaryPrimitives.WriteUInt32LittleEndian(key.AsSpan(16 + (word * 4)), Word(block, 6 + word));
        }

        CryptographicOperations.ZeroMemory(block);
    }

    private static uint Word(byte[] block, int index) => BinaryPrimitives.ReadUInt32LittleEndian(block.AsSpan(index * 4));

    private static void Mask(byte[] key, byte[] nonce, byte[] padded)
    {
        var salsa = new XSalsa20Engine();
        salsa.Init(true, new ParametersWithIV(new KeyParameter(key), nonce));
        salsa.ProcessBytes(padded, 0, padded.Length, padded, 0);
    }

    private static void Authenticate(byte[] padded, byte[] box)
    {
        var mac = new Poly1305();
        mac.Init(new KeyParameter(padded, 0, PolyKeyBytes));
        mac.BlockUpdate(box, Overhead, box.Length - Overhead);
        mac.DoFinal(box, KeyBytes);
    }
}
