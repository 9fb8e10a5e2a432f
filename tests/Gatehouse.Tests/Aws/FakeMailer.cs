using Gatehouse.Aws;
using Gatehouse.Membership.Mails;
using Gatehouse.Tests.Ledger;

namespace Gatehouse.Tests.Aws;

/// <summary>Keeps every mail that it accepts; refuses those to some addresses, or lets the process die after one.</summary>
internal sealed class FakeMailer : IMailer
{
    public List<(string Address, Mail Mail, string? Welcome)> Sent { get; } = [];

    /// <summary>The addresses that SES does not take.</summary>
    public HashSet<string> Refuses { get; } = [];

    /// <summary>The mail, counted from 1, after which the process dies: it was accepted, and nobody hears so. None where it is 0.</summary>
    public int DiesAfter { get; set; }

    public Task<string> SendAsync(string address, Mail mail, string? welcome, CancellationToken cancellationToken)
    {
        if (Refuses.Contains(address))
        {
            throw new MailNotAcceptedException("MessageRejected", "Email address is not verified.", new InvalidOperationException("Email address is not verified."));
        }

        Sent.Add((address, mail, welcome));
        return Sent.Count == DiesAfter ? throw new ProcessDiedException() : Task.FromResult($"message-{Sent.Count}");
    }
}
