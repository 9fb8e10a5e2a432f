using Gatehouse.Aws;
using Gatehouse.Register;
using Gatehouse.Tests.House;

namespace Gatehouse.Tests.Keys.Rotation;

/// <summary>The access keys of one machine user as IAM keeps them: at most two, an id and a secret each.</summary>
internal sealed class MachineInMemory(Disturbance disturbance, FakeClock clock) : IAccessKeys, IMachineUsers
{
    private int made;

    public List<KeyInMemory> Keys { get; } = [];

    public MachineStanding Standing { get; set; } = MachineStanding.Ours;

    public KeyInMemory Has(int days, bool active = true, int? used = 0)
    {
        var key = Make(clock.Now.AddDays(-days));
        (key.Active, key.LastUsed) = (active, used is { } ago ? clock.Now.AddDays(-ago) : null);
        return key;
    }

    /// <summary>Whether an id and a secret are one active key.</summary>
    public bool Takes(string? id, string? secret) => Keys.Any(key => key.Active && key.Id.Value == id && key.Secret == secret);

    public Task<MachineStanding> StandingAsync(UserName user, CancellationToken cancellationToken) => disturbance.PassAsync("iam GetUser", () => Standing);

    public Task<IReadOnlyList<AccessKey>> OfAsync(UserName user, CancellationToken cancellationToken) => disturbance.PassAsync<IReadOnlyList<AccessKey>>(
        "iam ListAccessKeys", () => [.. Keys.Select(key => new AccessKey(key.Id, key.Active, key.Created))]);

    public Task<KeyUse?> UseOfAsync(AccessKeyId key, CancellationToken cancellationToken) => disturbance.PassAsync(
        "iam GetAccessKeyLastUsed", () => Keys.Find(one => one.Id == key) is { } found ? new KeyUse(null, found.LastUsed, null, null) : null);

    public Task<NewAccessKey> CreateAsync(UserName user, CancellationToken cancellationToken) => disturbance.PassAsync("iam CreateAccessKey", () =>
    {
        var key = Keys.Count < 2 ? Make(clock.Now) : throw new InvalidOperationException("LimitExceeded: Cannot exceed quota for AccessKeysPerUser: 2");
        return new NewAccessKey(key.Id, key.Secret);
    });

    public Task<bool> DeactivateAsync(UserName user, AccessKeyId key, CancellationToken cancellationToken) => disturbance.PassAsync("iam UpdateAccessKey Inactive", () => Set(key, active: false));

    public Task<bool> ActivateAsync(UserName user, AccessKeyId key, CancellationToken cancellationToken) => disturbance.PassAsync("iam UpdateAccessKey Active", () => Set(key, active: true));

    public Task DeleteAsync(UserName user, AccessKeyId key, CancellationToken cancellationToken) => disturbance.PassAsync("iam DeleteAccessKey", () => Keys.RemoveAll(one => one.Id == key));

    private bool Set(AccessKeyId id, bool active)
    {
        if (Keys.Find(key => key.Id == id) is not { } found)
        {
            return false;
        }

        found.Active = active;
        return true;
    }

    private KeyInMemory Make(DateTimeOffset at)
    {
        var key = new KeyInMemory(new AccessKeyId($"AKIAEXAMPLE{++made:000000000}"), $"the-secret-of-{made:000}", at);
        Keys.Add(key);
        return key;
    }
}

/// <summary>One key.</summary>
internal sealed class KeyInMemory(AccessKeyId id, string secret, DateTimeOffset created)
{
    public AccessKeyId Id => id;

    public string Secret => secret;

    public DateTimeOffset Created => created;

    public bool Active { get; set; } = true;

    public DateTimeOffset? LastUsed { get; set; }
}
