using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace Amazon.Lambda.Tests.Serialization;

public sealed record Guest(string? Name, DateTime Since = default, byte[]? Key = null, MemoryStream? Photo = null, string? XAmzId2 = null);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Guest))]
public sealed partial class GuestJson : JsonSerializerContext;

public class SerializerTests
{
    private static readonly ILambdaSerializer[] _both = [new DefaultLambdaJsonSerializer(), new SourceGeneratorLambdaJsonSerializer<GuestJson>()];

    public static TheoryData<ILambdaSerializer> Serializers() => [.. _both];

    [Theory]
    [MemberData(nameof(Serializers))]
    public void Names_stay_as_they_are_but_for_those_that_AWS_spells_its_own_way(ILambdaSerializer serializer) =>
        Write(serializer, new Guest("Ada", XAmzId2: "id")).ShouldBe("""{"Name":"Ada","Since":"0001-01-01T00:00:00","x-amz-id-2":"id"}""");

    [Theory]
    [MemberData(nameof(Serializers))]
    public void Names_are_read_without_regard_to_case(ILambdaSerializer serializer) => Read<Guest>(serializer, """{"nAME":"Ada"}""").Name.ShouldBe("Ada");

    [Theory]
    [MemberData(nameof(Serializers))]
    public void Text_is_not_escaped_more_than_JSON_asks(ILambdaSerializer serializer) =>
        Write(serializer, new Guest("Zoë <&> 'x'")).ShouldContain("\"Zoë <&> 'x'\"");

    [Theory]
    [InlineData("\"2024-02-29T12:00:00Z\"")]
    [InlineData("1709208000")]
    [InlineData("1709208000.0")]
    public void A_time_is_read_from_text_or_from_seconds_since_1970(string time)
    {
        foreach (var serializer in _both)
            Read<Guest>(serializer, $$"""{"Since":{{time}}}""").Since.ToUniversalTime().ShouldBe(new DateTime(2024, 2, 29, 12, 0, 0, DateTimeKind.Utc));
    }

    [Theory]
    [MemberData(nameof(Serializers))]
    public void Bytes_are_an_array_of_numbers_and_a_stream_is_base64(ILambdaSerializer serializer)
    {
        using var photo = new MemoryStream([1, 2, 3]);

        var json = Write(serializer, new Guest(null, Key: [7, 255], Photo: photo));

        json.ShouldContain("\"Key\":[7,255]");
        json.ShouldContain("\"Photo\":\"AQID\"");
        Read<Guest>(serializer, json).Key.ShouldBe([7, 255]);
        Read<Guest>(serializer, json).Photo!.ToArray().ShouldBe([1, 2, 3]);
        Read<Guest>(serializer, """{"Key":"B/8="}""").Key.ShouldBe([7, 255]);
    }

    [Fact]
    public void Camel_case_is_a_serializer_of_its_own() => Write(new CamelCaseLambdaJsonSerializer(), new Guest("Ada")).ShouldStartWith("""{"name":"Ada",""");

    [Fact]
    public void A_context_that_is_handed_over_keeps_its_own_options() =>
        Write(new SourceGeneratorLambdaJsonSerializer<GuestJson>(GuestJson.Default), new Guest("Ada")).ShouldStartWith("""{"name":"Ada",""");

    [Fact]
    public void A_context_that_is_handed_over_can_be_customised() =>
        Write(new SourceGeneratorLambdaJsonSerializer<GuestJson>(GuestJson.Default, InKebabCase), new Guest("Ada")).ShouldStartWith("""{"NAME":"Ada",""");

    [Fact]
    public void The_options_can_be_customised() =>
        Write(new SourceGeneratorLambdaJsonSerializer<GuestJson>((Action<JsonSerializerOptions>)InKebabCase), new Guest("Ada")).ShouldStartWith("""{"NAME":"Ada",""");

    [Theory]
    [MemberData(nameof(Serializers))]
    public void What_is_no_JSON_is_refused_with_the_type_it_should_be(ILambdaSerializer serializer)
    {
        var refused = Should.Throw<JsonSerializerException>(() => Read<Guest>(serializer, "{"));

        refused.Message.ShouldStartWith($"Error converting the Lambda event JSON payload to type {typeof(Guest).FullName}: ");
        refused.InnerException.ShouldBeOfType<JsonException>();
    }

    [Fact]
    public void Text_without_quotes_is_refused_with_what_to_do() =>
        Should.Throw<JsonSerializerException>(() => Read<string>(new DefaultLambdaJsonSerializer(), "Ada"))
            .Message.ShouldContain("JSON strings must be quoted");

    [Fact]
    public void A_type_that_the_context_does_not_register_is_refused_by_name()
    {
        var serializer = new SourceGeneratorLambdaJsonSerializer<GuestJson>();

        Should.Throw<JsonSerializerException>(() => Write(serializer, new Uri("https://example.org")))
            .Message.ShouldContain("No JsonTypeInfo registered in Amazon.Lambda.Tests.Serialization.GuestJson for type System.Uri");
    }

    private static void InKebabCase(JsonSerializerOptions options) => options.PropertyNamingPolicy = JsonNamingPolicy.KebabCaseUpper;

    private static string Write<T>(ILambdaSerializer serializer, T value)
    {
        using var stream = new MemoryStream();
        serializer.Serialize(value, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static T Read<T>(ILambdaSerializer serializer, string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return serializer.Deserialize<T>(stream);
    }
}
