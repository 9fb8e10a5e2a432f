using Gatehouse.GitHub;

namespace Gatehouse.Tests.Membership.Preview;

/// <summary>Pull request #7 of a private register.</summary>
internal static class PullRequests
{
    public const string Trial = "2222222222222222222222222222222222222222";

    public static PullRequest Open() => new(7, "Remove AWS user jane", "an-author", null, Trial, "https://github.com/alphagov/users/pull/7", "master", false)
    {
        Open = true,
        Mergeable = true,
        Public = false,
        FromFork = false,
        Head = new string('a', 40),
        Base = Given.Head,
    };
}
