using System.Text;
using System.Text.Json.Nodes;
using Gatehouse.Register;

namespace Gatehouse.Tests.Keys.Days;

/// <summary>The register's files about access keys as text, read by the deployed readers; it can be unreadable.</summary>
internal sealed class RegisterInMemory(TimeProvider clock) : IRegisterSource
{
    public JsonArray Exemptions { get; } = [];

    public JsonArray Machines { get; } = [];

    public JsonObject Contacts { get; } = [];

    /// <summary>Whether one of its files is broken.</summary>
    public bool IsUnreadable { get; set; }

    public Task<string> HeadAsync(CancellationToken cancellationToken) => Task.FromResult("0123456789abcdef0123456789abcdef01234567");

    public Task<RegisterSettings> ReadSettingsAsync(string sha, CancellationToken cancellationToken) =>
        Task.FromResult(RegisterSettingsReader.Read(Bytes(new JsonObject { ["allowedDomains"] = new JsonArray("x.gov.uk"), ["contacts"] = Contacts.DeepClone() })));

    public Task<IReadOnlyList<KeyExemption>> ReadKeyExemptionsAsync(string sha, CancellationToken cancellationToken) =>
        Task.FromResult(KeyExemptionsFile.Read(Bytes(new JsonObject { ["exemptions"] = Exemptions.DeepClone() }), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)));

    public Task<IReadOnlyList<MachineUser>> ReadMachineUsersAsync(string sha, CancellationToken cancellationToken) =>
        Task.FromResult(MachineUsersFile.Read(IsUnreadable ? "{\"machineUsers\":[{"u8.ToArray() : Bytes(new JsonObject { ["machineUsers"] = Machines.DeepClone() })));

    public Task<RegisterAt> ReadAsync(string sha, CancellationToken cancellationToken) => throw NotAsked();

    public Task<ResetFiles> ReadResetsAsync(string sha, CancellationToken cancellationToken) => throw NotAsked();

    public Task<IReadOnlyList<RootNotice>> ReadNoticesAsync(string sha, CancellationToken cancellationToken) => throw NotAsked();

    private static ReadOnlyMemory<byte> Bytes(JsonObject file) => Encoding.UTF8.GetBytes(file.ToJsonString());

    private static InvalidOperationException NotAsked() => new("A sweep over access keys does not ask for that.");
}
