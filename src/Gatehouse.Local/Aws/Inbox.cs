using System.Collections.Concurrent;

namespace Gatehouse.Local.Aws;

/// <summary>A mail that SES accepted.</summary>
public sealed record Mail(IReadOnlyList<string> To, string Subject, string Text, string Html, DateTimeOffset At);

/// <summary>The mails that SES accepted, oldest first.</summary>
public sealed class Inbox
{
    private readonly ConcurrentQueue<Mail> mails = new();

    public IReadOnlyCollection<Mail> Mails => [.. mails];

    public void Receive(Mail mail) => mails.Enqueue(mail);
}
