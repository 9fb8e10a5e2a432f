using System.Text.Json;
using Gatehouse.Cdk.Tests;
using Gatehouse.GitHub;

namespace Gatehouse.Tests.GitHub;

/// <summary>What we seal is opened by libsodium itself, which GitHub uses.</summary>
public sealed class SealedBoxTests
{
    private static readonly Tool Libsodium = Tool.Node(Path.Combine("tests", "Gatehouse.Tests", "GitHub", "open-sealed-boxes.mjs"), "libsodium-wrappers");

    /// <summary>The boxes that libsodium makes of the same keys: the bytes of key and message count up in sevens, each from a start of its own.</summary>
    [Theory]
    [InlineData(0, 1, "c8feca81be196cdf2cadeabf13c4903d7632dce4955aa68b6e5d9adef54e2616bccd5a456b1e354aaa36f1d59b2e2ed5")]
    [InlineData(1, 2, "73e79971c9110029723632a80b707bf4f62c125763346e1e8718d6c0dcc3aa3a24abb36bfe4ce88794946f86acbc0e5a24")]
    [InlineData(20, 3, "bb50ff9e82a574cfbf820e97f60fb9c143ec7415cf514f8cfd98eff59e05961417ba875e075299855347804d4d059400c841989eb9f98587ada538d91cd8926b7e9226d1")]
    [InlineData(40, 4, "f74e5bb7515d565274967af75d88497dc6fc7fcd607da9dd91a617db86ad0110ed0b45ea20e78f95276482b9dd081148afe7fd6348640ca625abd5f93278334d4f1a5a96e5440dc4667dd96a83a317417c15ea1ed798d1cf")]
    [InlineData(64, 5, "0ff8125a05ca7357c68e0b3f7ee6d330ae57a9f398c359af9c4c74aa54184b77d7bce03ed625b9df9b81ef94d4799873630c53dd8ded657b1713294332aa5b38cfe660285fe899c3aaa9d6ff22d2a0841873f65058fce6e2036cad8630c4da7b565f8a8dc6df74b87d1523377ea4ac86")]
    public void A_box_is_the_one_that_libsodium_makes(int length, int start, string box) =>
        Convert.ToHexStringLower(SealedBox.Seal(Counting(length, start + 50), PublicKey(Counting(32, start + 100)), Counting(32, start))).ShouldBe(box);

    [Fact]
    public async Task Libsodium_opens_boxes_of_every_length_that_a_secret_may_have()
    {
        var random = new Random(20261121);
        var messages = Enumerable.Range(0, 200).Concat([1_000, 4_096, 49_152]).Select(length => Bytes(random, length)).ToList();
        var keys = await AskAsync(new Question { Keys = messages.Count });
        var boxes = messages.Zip(keys, (message, key) => new Box(key, Convert.ToBase64String(SealedBox.Seal(message, Convert.FromBase64String(key)))));

        (await AskAsync(new Question { Boxes = [.. boxes] })).ShouldBe(messages.Select(Convert.ToBase64String));
    }

    [Fact]
    public async Task A_box_with_any_broken_byte_is_opened_by_nobody()
    {
        var key = (await AskAsync(new Question { Keys = 1 })).Single();
        var box = SealedBox.Seal("wJalrXUtnFEMI/K7MDENG"u8, Convert.FromBase64String(key));
        var broken = Enumerable.Range(0, box.Length).Select(at => new Box(key, Convert.ToBase64String([.. box[..at], (byte)(box[at] ^ 1), .. box[(at + 1)..]])));

        (await AskAsync(new Question { Boxes = [.. broken] })).ShouldAllBe(opened => opened == "refused");
    }

    [Fact]
    public void Two_boxes_of_one_message_have_nothing_in_common()
    {
        var key = PublicKey(Counting(32, 1));

        SealedBox.Seal("the same"u8, key).ShouldNotBe(SealedBox.Seal("the same"u8, key));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void A_public_key_of_another_length_is_refused(int length) => Should.Throw<ArgumentException>(() => SealedBox.Seal("x"u8, new byte[length])).Message.ShouldContain($"{length}");

    [Fact]
    public void A_public_key_with_which_everybody_could_read_is_refused() => Should.Throw<ArgumentException>(() => SealedBox.Seal("x"u8, new byte[32]));

    private static byte[] Counting(int length, int start) => [.. Enumerable.Range(0, length).Select(at => (byte)((at * 7) + start))];

    private static byte[] Bytes(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    private static byte[] PublicKey(byte[] of)
    {
        var key = new byte[SealedBox.KeyBytes];
        Org.BouncyCastle.Math.EC.Rfc7748.X25519.GeneratePublicKey(of, 0, key, 0);
        return key;
    }

    private static async Task<IReadOnlyList<string>> AskAsync(Question question) =>
        JsonSerializer.Deserialize<List<string>>(await Libsodium.AskAsync(JsonSerializer.Serialize(question, JsonSerializerOptions.Web)))!;

    /// <summary>Asks for public keys, or for the messages in boxes.</summary>
    private sealed record Question
    {
        public int Keys { get; init; }

        public IReadOnlyList<Box> Boxes { get; init; } = [];
    }

    private sealed record Box(string Key, string Sealed);
}
