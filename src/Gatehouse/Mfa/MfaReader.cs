using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Register;
using Gatehouse.Runtime;

namespace Gatehouse.Mfa;

/// <summary>Reads what must be known of one person: IAM as it is now, and the ledger.</summary>
/// <remarks>
/// Calls of IAM: GetUser and ListMFADevices. One GetUser more for each longer user name that could own one of the devices' names, where the caller does not
/// know them: none for a device that is named like the user, one for <c>jane.doe@example.gov.uk-phone</c>. ListAccessKeys only for somebody whose good
/// devices are all FIDO. Before a removal ListMFADevices once more, but for a sweep that has just read them and asked nothing since.
/// </remarks>
public sealed class MfaReader(IMfaDevices devices, MfaGraces graces, UnprovedDevices unproved, Quarantines quarantines, Settings settings, TimeProvider clock)
{
    /// <param name="person">Whom to look at.</param>
    /// <param name="known">What the caller knows already.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>Null where IAM has no such user.</returns>
    public async Task<MfaSituation?> ReadAsync(UserName person, MfaKnown known, CancellationToken cancellationToken)
    {
        if (await devices.FindUserAsync(person, cancellationToken) is not { } user)
        {
            return null;
        }

        // Devices last, so that what is decided about them is as fresh as can be.
        var situation = new MfaSituation(user, [], new DeviceNames(user.Name, DeviceNames.RuleOf(settings.MfaNames), known.LongerNames ?? []), clock.GetUtcNow())
        {
            Leaving = await quarantines.FindAsync(user.Name, cancellationToken) is not null,
            Graces = await graces.OfAsync(user.Name, cancellationToken),
            Marks = await unproved.OfAsync(user.Name, cancellationToken),
            Own = known.Own,
            Summarised = known.Summarised,
            Grace = TimeSpan.FromHours(settings.MfaGraceHours),
        };
        return await WithDevicesAsync(situation, known, cancellationToken);
    }

    /// <summary>The same with the devices read anew.</summary>
    public async Task<MfaSituation> WithDevicesAsync(MfaSituation before, MfaKnown known, CancellationToken cancellationToken)
    {
        var listed = await devices.DevicesAsync(before.User.Name, cancellationToken);
        // IAM may still list what was taken away a moment ago.
        var now = before with { Devices = [.. listed.Where(device => known.Gone is not { } gone || device.Serial != gone.Serial || DeviceProof.Since(device) > gone.At)], Now = clock.GetUtcNow() };
        if (known.LongerNames is null && now.Names.Rule is DeviceNameRule.Prefix)
        {
            string[] names = [.. now.Devices.Where(device => device.IsVirtual).Select(device => device.Name), .. known.DeviceName is { } name ? [name] : Array.Empty<string>()];
            // Whose names the devices of the first reading may be is known by the second, so that nothing lies between that and a removal.
            var unknown = names.Except(before.Devices.Select(device => device.Name));
            var candidates = unknown.SelectMany(device => DeviceNames.Candidates(now.User.Name, device)).Except(before.Names.LongerNames).Distinct();
            now = now with { Names = now.Names with { LongerNames = [.. before.Names.LongerNames, .. await ExistingAsync(candidates, cancellationToken)] } };
        }

        var asksForKeys = now.User.Managed && HasFidoAlone(now.Proved);
        return now with { JustRead = known.LongerNames is not null && !asksForKeys, HasActiveKey = asksForKeys && await devices.HasActiveKeyAsync(now.User.Name, cancellationToken) };
    }

    /// <summary>Whose a device's name is, of all users; null where it is nobody's.</summary>
    public async Task<UserName?> OwnerAsync(string deviceName, CancellationToken cancellationToken) =>
        (await ExistingAsync(DeviceNames.Candidates(new UserName(""), deviceName), cancellationToken)).MaxBy(owner => owner.Value.Length);

    private static bool HasFidoAlone(IReadOnlyList<MfaDevice> good) => good.Count > 0 && !good.Any(device => device.GivesCodes);

    private async Task<IReadOnlyList<UserName>> ExistingAsync(IEnumerable<UserName> candidates, CancellationToken cancellationToken)
    {
        var existing = new List<UserName>();
        foreach (var candidate in candidates)
        {
            if (candidate.Value.Length <= MostOfAName && await devices.FindUserAsync(candidate, cancellationToken) is { } user)
            {
                existing.Add(user.Name);
            }
        }

        return existing;
    }

    /// <summary>IAM refuses to be asked for a longer user name.</summary>
    private const int MostOfAName = 64;
}

/// <summary>What whoever asks to look at somebody knows already, so that IAM need not be asked again.</summary>
public sealed record MfaKnown
{
    public static readonly MfaKnown Nothing = new();

    /// <summary>The other user names that begin with this person's; null where nobody knows, and IAM is asked.</summary>
    public IReadOnlyList<UserName>? LongerNames { get; init; }

    /// <summary>The name of a device that nobody has yet and that is judged too; null where there is none.</summary>
    public string? DeviceName { get; init; }

    /// <summary>A device that an event says is gone; one that became theirs after it is another.</summary>
    public DeviceGone? Gone { get; init; }

    /// <summary>What the person did themselves; null where it was something else that led here.</summary>
    public OwnDoing? Own { get; init; }

    /// <summary>Whether a summary tells the operations channel what was done.</summary>
    public bool Summarised { get; init; }
}

/// <summary>A device that was deactivated or deleted.</summary>
/// <param name="Serial">Its serial number.</param>
/// <param name="At">When.</param>
public sealed record DeviceGone(string Serial, DateTimeOffset At);
