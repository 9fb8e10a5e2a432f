using Gatehouse.Aws;
using static Gatehouse.Tests.Keys.GivenKeys;

namespace Gatehouse.Tests.Keys;

public sealed class KeyUseUnknownTests : IDisposable
{
    private readonly Growing growing = new();

    public void Dispose() => growing.Dispose();

    [Fact]
    public async Task A_key_that_IAM_lists_and_of_whose_use_it_knows_nothing_is_not_taken_for_one_that_nobody_uses()
    {
        growing.Keys.Add(Jane, "AKIAIOSFODNN7EXAMPLE", daysAgo: 80, used: 1);
        growing.Keys.HidesUse = true;

        await Should.ThrowAsync<KeyUseUnknownException>(() => growing.SweepAsync(0));

        growing.Subjects.ShouldBeEmpty();
    }
}
