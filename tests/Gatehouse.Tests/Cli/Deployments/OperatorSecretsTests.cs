using Gatehouse.Cli.Deployments;
using Gatehouse.Tests.Aws;

namespace Gatehouse.Tests.Cli.Deployments;

public class OperatorSecretsTests
{
    private const string GitHub = "gatehouse/github";
    private const string Deployed = """{"appId":"1"}""";

    [Fact]
    public async Task The_operators_own_token_takes_the_place_of_the_deployments() =>
        (await ReadAsync("ghp_\"quoted\"", GitHub)).ShouldBe("""{"token":"ghp_\u0022quoted\u0022"}""");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public async Task Without_one_the_deployments_secret_is_read(string? token) => (await ReadAsync(token, GitHub)).ShouldBe(Deployed);

    [Fact]
    public async Task No_other_secret_is_replaced() => (await ReadAsync("ghp_mine", "gatehouse/slack")).ShouldBe(Deployed);

    private static Task<string> ReadAsync(string? token, string id) => new OperatorSecrets(new FakeSecrets(Deployed), GitHub, token).ReadAsync(id, TimeSpan.Zero, default);
}
