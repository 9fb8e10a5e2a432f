using Gatehouse.GitHub;
using Gatehouse.Tests.Aws;
using Gatehouse.Tests.House;

namespace Gatehouse.Tests.GitHub;

/// <summary>The client that is deployed, over scripted answers.</summary>
internal sealed class GitHubFixture(string secret = """{"token":"t-1"}""")
{
    public const string Repo = "/repos/alphagov/users";
    public const string Sha = "9f0c6b1a7d5e4c3b2a1908f7e6d5c4b3a2918070";

    public ScriptedHttp Http { get; } = new();

    public FakeClock Clock { get; } = new();

    public FakeSecrets Secrets { get; } = new(secret);

    public IGitHub Client() => new GitHubClient(Api());

    public GitHubApi Api()
    {
        var http = new GitHubHttp(Http.Client(), "https://api.github.com");
        return new GitHubApi(http, new GitHubTokens(Secrets, "gatehouse/github", http, Clock), "alphagov/users");
    }
}
