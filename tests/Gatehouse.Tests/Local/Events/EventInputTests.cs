using System.Text.Json.Nodes;
using Gatehouse.Local.Events;

namespace Gatehouse.Tests.Local.Events;

public sealed class EventInputTests
{
    private static readonly JsonObject Occurred = JsonNode.Parse("""{"source":"aws.ses","detail":{"who":"jane","count":2}}""")!.AsObject();

    [Theory]
    [InlineData("the whole event", """{"Arn":"a"}""", """{"source":"aws.ses","detail":{"who":"jane","count":2}}""")]
    [InlineData("a constant", """{"Arn":"a","Input":"{\"trigger\":\"schedule\"}"}""", """{"trigger":"schedule"}""")]
    [InlineData("a part of it", """{"Arn":"a","InputPath":"$.detail"}""", """{"who":"jane","count":2}""")]
    [InlineData("a template", """{"Arn":"a","InputTransformer":{"InputPathsMap":{"who":"$.detail.who","n":"$.detail.count"},"InputTemplate":"{\"to\":\"<who>\",\"name\":<who>,\"n\":<n>}"}}""", """{"to":"jane","name":"jane","n":2}""")]
    public void A_target_receives(string what, string target, string input) =>
        JsonNode.DeepEquals(JsonNode.Parse(EventInput.For(JsonNode.Parse(target)!, Occurred)), JsonNode.Parse(input)).ShouldBeTrue(what);
}
