using System.Text;
using Amazon.Lambda.APIGatewayEvents;
using Gatehouse.Intake;

namespace Gatehouse.Tests.Intake;

public class DeliveryTests
{
    [Theory]
    [InlineData(Delivery.MostBytes, false, false)]
    [InlineData(Delivery.MostBytes + 1, false, true)]
    [InlineData(Delivery.MostBytes, true, false)]
    [InlineData(Delivery.MostBytes + 1, true, true)]
    [InlineData(Delivery.MostBytes + 2, true, true)]
    public void The_size_that_counts_is_the_decoded_one(int bytes, bool base64, bool tooLarge)
    {
        var body = new byte[bytes];
        Array.Fill(body, (byte)'x');

        Delivery.IsTooLarge(Request(base64 ? Convert.ToBase64String(body) : Encoding.ASCII.GetString(body), base64)).ShouldBe(tooLarge);
    }

    [Fact]
    public void Characters_outside_ASCII_count_by_their_bytes()
    {
        Delivery.IsTooLarge(Request(new string('ë', (Delivery.MostBytes / 2) + 1), false)).ShouldBeTrue();
    }

    [Fact]
    public void A_request_without_headers_or_body_is_an_unsigned_empty_delivery()
    {
        var delivery = Delivery.Of(new APIGatewayHttpApiV2ProxyRequest());

        delivery.Signature.ShouldBeNull();
        delivery.Body.Length.ShouldBe(0);
    }

    [Fact]
    public void Base64_that_is_none_leaves_nothing_to_sign()
    {
        Delivery.Of(Request("not base64!", true)).Body.Length.ShouldBe(0);
    }

    [Fact]
    public void A_base64_body_has_the_same_bytes_as_its_text()
    {
        Delivery.Of(Request(Convert.ToBase64String(Encoding.UTF8.GetBytes("Zoë")), true)).Body.ToArray()
            .ShouldBe(Delivery.Of(Request("Zoë", false)).Body.ToArray());
    }

    private static APIGatewayHttpApiV2ProxyRequest Request(string body, bool base64) => new() { Body = body, IsBase64Encoded = base64 };
}
