using System.Text.RegularExpressions;
using Gatehouse.Aws;
using Gatehouse.Membership;

namespace Gatehouse.Tests.Aws;

public class ManagedTagsTests
{
    [Theory]
    [InlineData("alice-1", "alice-1")]
    [InlineData("github-merge-queue[bot]", "github-merge-queue_bot_")]
    public void Whoever_merged_is_written_so_that_IAM_takes_it(string login, string written)
    {
        var tags = ManagedTags.For(new Attribution("c0ffee", 7, login));

        tags.Single(tag => tag.Key == ManagedTags.MergedBy).Value.ShouldBe(written);
        tags.ShouldAllBe(tag => Regex.IsMatch(tag.Value, @"\A[\p{L}\p{Z}\p{N}_.:/=+\-@]*\z"));
    }
}
