using System.Text;
using System.Text.Json.Nodes;
using Gatehouse.Local.Commands;
using Gatehouse.Local.GitHub.Webhooks;

namespace Gatehouse.Tests.Local.Commands;

public sealed class SampleDeliveryTests
{
    [Theory]
    [InlineData("ping")]
    [InlineData("merge")]
    [InlineData("merge-headers-in-github-case")]
    public void A_sample_is_signed_anew_for_the_world(string name)
    {
        var delivery = JsonNode.Parse(SampleDelivery.SignedFor("the world's", Read(name)))!;

        var signature = delivery["headers"]!.AsObject().Single(header => header.Key.Equals("x-hub-signature-256", StringComparison.OrdinalIgnoreCase));
        ((string)signature.Value!).ShouldBe(DeliverySignature.Of("the world's", Encoding.UTF8.GetBytes((string)delivery["body"]!)));
    }

    [Theory]
    [InlineData("wrong-signature")]
    [InlineData("no-signature")]
    [InlineData("sha1-signature")]
    public void A_sample_without_a_good_signature_stays_as_it_is(string name) =>
        SampleDelivery.SignedFor("the world's", Read(name)).ShouldBe(Read(name));

    private static string Read(string name) => File.ReadAllText(House.Repository.Path("events", "apigateway", "github-webhook", $"{name}.json"));
}
