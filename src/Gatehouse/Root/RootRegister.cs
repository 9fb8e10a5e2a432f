using Gatehouse.Register;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Root;

/// <summary>
/// Reads, at the head of the protected branch, what an alert wants to know from the register: the accounts' names and the notices. An alert never
/// waits for it: after a few seconds, or at any failure, it goes out without.
/// </summary>
public sealed partial class RootRegister(IRegisterSource source, ILogger<RootRegister> log)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    public async Task<RootReading> ReadAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Longest);
        var head = source.HeadAsync(limit.Token);
        var settings = TryAsync(RegisterFiles.Settings, async () => await source.ReadSettingsAsync(await head, limit.Token), cancellationToken);
        var notices = TryAsync(RegisterFiles.RootNotices, async () => await source.ReadNoticesAsync(await head, limit.Token), cancellationToken);
        await Task.WhenAll(settings, notices);
        var (names, namesUnread) = await settings;
        var (announced, noticesUnread) = await notices;
        return new RootReading(names?.Accounts, namesUnread, announced, noticesUnread);
    }

    private async Task<(T? Read, string? Unread)> TryAsync<T>(string file, Func<Task<T>> read, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return (await read(), null);
        }
        catch (RegisterUnreadableException unreadable)
        {
            Log.Unreadable(log, file, unreadable);
            return (null, unreadable.Problems is [var first, ..] ? $"{first.Place}: {first.What}" : $"{file} is broken");
        }
        // Whatever else it is (GitHub down, slow or refusing, its secret unset): the alert goes out, and says that it does not know.
        catch (Exception failed) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Unread(log, file, failed);
            return (null, "GitHub did not give the register in time");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{File} cannot be read, so alerts about root users go out without what it says. Mend it by a pull request.")]
        public static partial void Unreadable(ILogger log, string file, Exception unreadable);

        [LoggerMessage(2, LogLevel.Warning, "{File} could not be asked from GitHub, so alerts about root users go out without what it says.")]
        public static partial void Unread(ILogger log, string file, Exception failed);
    }
}

/// <summary>What an alert knows from the register; what could not be read is null, with the reason beside it.</summary>
/// <param name="Names">The accounts' names.</param>
/// <param name="NamesUnread">Why they could not be read.</param>
/// <param name="Notices">The announced uses.</param>
/// <param name="NoticesUnread">Why they could not be read.</param>
public sealed record RootReading(IReadOnlyDictionary<string, string>? Names, string? NamesUnread, IReadOnlyList<RootNotice>? Notices, string? NoticesUnread)
{
    /// <summary>An event's alert, with all that is known from the register.</summary>
    public RootAlert AlertOf(RootEvent one) => new(one)
    {
        AccountName = Names?.GetValueOrDefault(one.Account),
        NamesUnread = NamesUnread,
        Notice = Notices?.FirstOrDefault(notice => notice.Covers(one.Account, one.At)),
        NoticesUnread = NoticesUnread,
    };
}
