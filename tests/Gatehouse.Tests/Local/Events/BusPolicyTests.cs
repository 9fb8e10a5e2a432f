using System.Text.Json.Nodes;
using Gatehouse.Local.Events;

namespace Gatehouse.Tests.Local.Events;

public sealed class BusPolicyTests
{
    private const string Organization = """{"Effect":"Allow","Principal":"*","Action":"events:PutEvents","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-exampleorg1"}}}""";

    [Theory]
    [InlineData("an account of the organisation", Organization, "o-exampleorg1", true)]
    [InlineData("an account of another one", Organization, "o-anotherorg1", false)]
    [InlineData("an account of none", Organization, null, false)]
    [InlineData("the account by its number", """{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"events:PutEvents"}""", null, true)]
    [InlineData("the account by its root", """{"Effect":"Allow","Principal":{"AWS":["arn:aws:iam::123456789012:root"]},"Action":["events:PutEvents"]}""", null, true)]
    [InlineData("another account", """{"Effect":"Allow","Principal":{"AWS":"222233334444"},"Action":"events:PutEvents"}""", null, false)]
    [InlineData("another action", """{"Effect":"Allow","Principal":"*","Action":"events:PutRule"}""", null, false)]
    [InlineData("a refusal beside", Organization + """,{"Effect":"Deny","Principal":{"AWS":"123456789012"},"Action":"events:PutEvents"}""", "o-exampleorg1", false)]
    public void An_account_is_let_in(string who, string statements, string? organization, bool admitted) =>
        BusPolicy.Admits(JsonNode.Parse($$"""{"Version":"2012-10-17","Statement":[{{statements}}]}"""), "123456789012", organization).ShouldBe(admitted, who);

    [Fact]
    public void A_bus_without_a_policy_lets_nobody_in() => BusPolicy.Admits(null, "123456789012", "o-exampleorg1").ShouldBeFalse();

    [Theory]
    [InlineData("""{"StringLike":{"aws:PrincipalOrgID":"*"}}""")]
    [InlineData("""{"StringEquals":{"aws:SourceAccount":"123456789012"}}""")]
    public void A_condition_that_the_world_does_not_know_lets_nobody_in_by_accident(string condition) =>
        Should.Throw<NotSupportedException>(() => BusPolicy.Admits(JsonNode.Parse($$$"""{"Statement":{"Effect":"Allow","Principal":"*","Action":"events:PutEvents","Condition":{{{condition}}}}}"""), "123456789012", "o-exampleorg1"));
}
