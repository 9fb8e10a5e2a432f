using System.Text.Json.Nodes;
using Gatehouse.Local.Events;

namespace Gatehouse.Tests.Local.Events;

public sealed class EventPatternTests
{
    private const string Bounce = """
        {"source":"aws.ses","detail-type":"Email Bounced","resources":["arn:one","arn:two"],"empty":[],
         "detail":{"eventType":"Bounce","count":3,"ip":"10.0.0.7","mail":{"tags":[{"name":"set"},{"name":"run"}]},"nothing":null}}
        """;

    [Theory]
    [InlineData("a value that is there", """{"source":["aws.ses"]}""", true)]
    [InlineData("a value that is not there", """{"source":["aws.iam"]}""", false)]
    [InlineData("one of several values", """{"source":["aws.iam","aws.ses"]}""", true)]
    [InlineData("every field has to match", """{"source":["aws.ses"],"detail-type":["Email Delivered"]}""", false)]
    [InlineData("a field further down", """{"detail":{"eventType":["Bounce"]}}""", true)]
    [InlineData("a field that is missing", """{"detail":{"other":["Bounce"]}}""", false)]
    [InlineData("a field below a text", """{"source":{"deeper":["x"]}}""", false)]
    [InlineData("a number", """{"detail":{"count":[3]}}""", true)]
    [InlineData("a number is no text", """{"detail":{"count":["3"]}}""", false)]
    [InlineData("null where null is", """{"detail":{"nothing":[null]}}""", true)]
    [InlineData("one entry of a list", """{"resources":["arn:two"]}""", true)]
    [InlineData("one object of a list", """{"detail":{"mail":{"tags":{"name":["run"]}}}}""", true)]
    [InlineData("prefix", """{"source":[{"prefix":"aws."}]}""", true)]
    [InlineData("prefix that differs", """{"source":[{"prefix":"AWS."}]}""", false)]
    [InlineData("prefix without case", """{"source":[{"prefix":{"equals-ignore-case":"AWS."}}]}""", true)]
    [InlineData("suffix", """{"detail-type":[{"suffix":"Bounced"}]}""", true)]
    [InlineData("equals-ignore-case", """{"detail":{"eventType":[{"equals-ignore-case":"BOUNCE"}]}}""", true)]
    [InlineData("wildcard", """{"detail-type":[{"wildcard":"Email*ced"}]}""", true)]
    [InlineData("wildcard that differs", """{"detail-type":[{"wildcard":"Email*red"}]}""", false)]
    [InlineData("anything-but another value", """{"source":[{"anything-but":"aws.iam"}]}""", true)]
    [InlineData("anything-but this value", """{"source":[{"anything-but":["aws.iam","aws.ses"]}]}""", false)]
    [InlineData("anything-but a prefix", """{"source":[{"anything-but":{"prefix":"aws."}}]}""", false)]
    [InlineData("anything-but a missing field", """{"other":[{"anything-but":"x"}]}""", false)]
    [InlineData("exists", """{"detail":{"eventType":[{"exists":true}]}}""", true)]
    [InlineData("exists, of a missing field", """{"detail":{"other":[{"exists":true}]}}""", false)]
    [InlineData("exists false, of a missing field", """{"detail":{"other":[{"exists":false}]}}""", true)]
    [InlineData("exists false, of a field", """{"detail":{"eventType":[{"exists":false}]}}""", false)]
    [InlineData("numeric range", """{"detail":{"count":[{"numeric":[">",0,"<=",3]}]}}""", true)]
    [InlineData("numeric range missed", """{"detail":{"count":[{"numeric":[">",3]}]}}""", false)]
    [InlineData("cidr", """{"detail":{"ip":[{"cidr":"10.0.0.0/24"}]}}""", true)]
    [InlineData("cidr missed", """{"detail":{"ip":[{"cidr":"10.0.1.0/24"}]}}""", false)]
    [InlineData("$or", """{"$or":[{"source":["aws.iam"]},{"detail":{"count":[3]}}]}""", true)]
    [InlineData("$or, none of them", """{"$or":[{"source":["aws.iam"]},{"detail":{"count":[4]}}]}""", false)]
    public void An_event_meets_a_pattern_by(string rule, string pattern, bool matches) =>
        EventPattern.Matches(JsonNode.Parse(pattern)!, JsonNode.Parse(Bounce)).ShouldBe(matches, rule);

    [Fact]
    public void A_test_that_the_world_does_not_know_is_refused_rather_than_passed_over() =>
        Should.Throw<NotSupportedException>(() => EventPattern.Matches(JsonNode.Parse("""{"source":[{"sounds-like":"aws"}]}""")!, JsonNode.Parse(Bounce)));
}
