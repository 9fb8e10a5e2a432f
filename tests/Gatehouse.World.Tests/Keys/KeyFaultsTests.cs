using static Gatehouse.World.Tests.RegisterClient;

namespace Gatehouse.World.Tests.Keys;

/// <summary>A sweep in an account that throttles.</summary>
[Collection(KeysWorld.Name)]
public sealed class KeyFaultsTests(KeysWorldFixture world) : IAsyncLifetime, IDisposable
{
    private readonly AwsClients aws = new(world);
    private readonly RegisterClient register = new(world);

    private KeyHolders Holders => new(world, aws);

    public Task InitializeAsync() => world.ClearFaultsAsync();

    public Task DisposeAsync() => world.ClearFaultsAsync();

    public void Dispose()
    {
        aws.Dispose();
        register.Dispose();
    }

    [Fact]
    public async Task With_one_call_of_IAM_in_five_refused_the_sweep_finishes_and_no_key_is_acted_on_twice()
    {
        string[] names = [.. Enumerable.Range(0, 12).Select(number => $"throttled.{number:00}")];
        var keys = new Dictionary<string, string>();
        // Of the register, because a merge puts everybody else of ours into quarantine.
        await world.RunOfAsync(await register.AddAsync(names));
        foreach (var person in names.Select(Address))
        {
            keys[person] = await Holders.KeyAsync(person);
        }

        foreach (var days in new[] { 83, 7, 30 })
        {
            await Holders.MoveAsync(days);
            await world.FailOneInAsync(5, "iam", "Throttling");
            await Holders.SweepAsync();
            await world.ClearFaultsAsync();
        }

        foreach (var (person, key) in keys)
        {
            (await Holders.StatusAsync(person, key)).ShouldBe("gone", person);
            var subjects = (await Holders.SubjectsAsync(person)).Where(subject => subject.Contains("AWS access key", StringComparison.Ordinal)).ToList();
            subjects.Count.ShouldBe(3, person);
            subjects[0].ShouldStartWith("Replace your AWS access key before");
            subjects.Skip(1).ShouldBe(["Your AWS access key was made inactive", "Your inactive AWS access key was deleted"], person);
        }
    }
}
