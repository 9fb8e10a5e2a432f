using System.Text.Json.Nodes;
using Gatehouse.Local.Aws;
using Gatehouse.Local.Controls;

namespace Gatehouse.Tests.Local.Controls;

public sealed class FaultRequestTests
{
    [Theory]
    [InlineData("""{"service":"iam","action":"CreateLoginProfile","code":"Throttling","status":400,"times":3}""", "Throttling", 400, 3, false)]
    [InlineData("""{"service":"iam","action":"CreateLoginProfile","code":"Throttling"}""", "Throttling", 400, 1, false)]
    [InlineData("""{"service":"iam","action":"CreateLoginProfile","kill":true}""", "InternalFailure", 500, 1, true)]
    public void A_fault_says_what_it_leaves_open_by_itself(string body, string code, int status, int times, bool kill) =>
        Read(body, out _).ShouldBe(new Fault("iam", "CreateLoginProfile", code, status, times, kill));

    [Theory]
    [InlineData("no object", "[]", "no JSON object")]
    [InlineData("no service", """{"action":"x","code":"y"}""", "'service' is missing")]
    [InlineData("a service that is no text", """{"service":7,"action":"x","code":"y"}""", "'service' is 7: it takes text")]
    [InlineData("no action", """{"service":"iam","code":"y"}""", "'action' is missing")]
    [InlineData("neither code nor kill", """{"service":"iam","action":"x"}""", "'code' is missing")]
    [InlineData("a status that is no error", """{"service":"iam","action":"x","code":"y","status":200}""", "'status' is 200")]
    [InlineData("no times", """{"service":"iam","action":"x","code":"y","times":0}""", "'times' is 0")]
    [InlineData("each no-th call", """{"service":"iam","action":"x","code":"y","every":0}""", "'every' is 0")]
    [InlineData("a skip below nought", """{"service":"iam","action":"x","code":"y","skip":-1}""", "'skip' is -1")]
    [InlineData("a status that is text", """{"service":"iam","action":"x","code":"y","status":"400"}""", "'status' is \"400\": it takes a number")]
    [InlineData("a misspelt key", """{"service":"iam","action":"x","kil":true}""", "'kil' is unknown")]
    public void A_request_that_makes_no_sense_is_refused_with_the_reason(string why, string body, string reason)
    {
        Read(body, out var refusal).ShouldBeNull(why);
        refusal.ShouldContain(reason);
    }

    private static Fault? Read(string body, out string refusal) => FaultRequest.Read(JsonNode.Parse(body) as JsonObject, out refusal);
}
