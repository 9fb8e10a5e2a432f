using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Gatehouse.Keys.Sweep;
using Gatehouse.Membership;
using Gatehouse.Runtime;

namespace Gatehouse.Tests.Keys.Days;

/// <summary>What the steps of sweeps hand on to one another, as the JSON that S3 would hold.</summary>
internal sealed class KeysStoreInMemory : IKeysStore
{
    private readonly Dictionary<string, string> files = [];

    public Task<(string Bucket, string Key)> BeginAsync(RunId run, KeyRegister known, IReadOnlyList<string> accounts, CancellationToken cancellationToken)
    {
        Write(run, "register", known, GatehouseJson.Default.KeyRegister);
        return Task.FromResult(Write(run, "accounts", accounts, GatehouseJson.Default.IReadOnlyListString));
    }

    public Task<KeyRegister> RegisterAsync(RunId run, CancellationToken cancellationToken) => Task.FromResult(Find(run, "register", GatehouseJson.Default.KeyRegister) ?? throw new KeysNotBegunException(run));

    public Task<IReadOnlyList<string>> AccountsAsync(RunId run, CancellationToken cancellationToken) => Task.FromResult(Find(run, "accounts", GatehouseJson.Default.IReadOnlyListString) ?? []);

    public Task WriteAsync(RunId run, AccountAssessed assessed, CancellationToken cancellationToken)
    {
        Write(run, assessed.Account, assessed, GatehouseJson.Default.AccountAssessed);
        return Task.CompletedTask;
    }

    public Task<AccountAssessed?> AssessedAsync(RunId run, string account, CancellationToken cancellationToken) => Task.FromResult(Find(run, account, GatehouseJson.Default.AccountAssessed));

    public Task<(string Bucket, string Key)> WriteAsync(RunId run, KeysFound found, CancellationToken cancellationToken)
    {
        Write(run, "found", found, GatehouseJson.Default.KeysFound);
        return Task.FromResult(Write(run, "people", found.People, GatehouseJson.Default.IReadOnlyListKeyCandidate));
    }

    public Task<KeysFound?> FoundAsync(RunId run, CancellationToken cancellationToken) => Task.FromResult(Find(run, "found", GatehouseJson.Default.KeysFound));

    /// <summary>The items that the Map reads: the accounts, or the people.</summary>
    public IReadOnlyList<T> Items<T>(string key, JsonTypeInfo<IReadOnlyList<T>> type) => JsonSerializer.Deserialize(files[key], type)!;

    private (string Bucket, string Key) Write<T>(RunId run, string name, T value, JsonTypeInfo<T> type)
    {
        files[$"{run}/{name}"] = JsonSerializer.Serialize(value, type);
        return ("plans", $"{run}/{name}");
    }

    private T? Find<T>(RunId run, string name, JsonTypeInfo<T> type)
        where T : class => files.TryGetValue($"{run}/{name}", out var json) ? JsonSerializer.Deserialize(json, type) : null;
}
