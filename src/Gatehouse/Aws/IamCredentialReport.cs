using System.Text;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;

namespace Gatehouse.Aws;

/// <inheritdoc/>
/// <param name="iam">Made at the first call: an invocation that needs no IAM does not pay for the client.</param>
/// <param name="clock">Counts the time that IAM takes.</param>
public sealed class IamCredentialReport(Lazy<IAmazonIdentityManagementService> iam, TimeProvider clock) : ICredentialReport
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public async Task<CredentialReport> ReadAsync(CancellationToken cancellationToken)
    {
        for (var start = clock.GetUtcNow(); clock.GetUtcNow() - start < Patience;)
        {
            if ((await iam.Value.GenerateCredentialReportAsync(new GenerateCredentialReportRequest(), cancellationToken)).State != ReportStateType.COMPLETE)
            {
                await Task.Delay(Pause, clock, cancellationToken);
            }

            if (await FindAsync(cancellationToken) is { } report)
            {
                return report;
            }
        }

        throw new CredentialReportLateException(Patience);
    }

    /// <summary>The report, if there is one that is not older than four hours; a small account's is there a second after it was asked for.</summary>
    private async Task<CredentialReport?> FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            var report = await iam.Value.GetCredentialReportAsync(new GetCredentialReportRequest(), cancellationToken);
            var generated = report.GeneratedTime ?? throw new CredentialReportUnreadableException(0, "IAM did not say when it was made.");
            return new CredentialReport(new DateTimeOffset(generated, TimeSpan.Zero), CredentialReportReader.Read(Encoding.UTF8.GetString(report.Content.ToArray())));
        }
        catch (Exception soon) when (soon is CredentialReportNotReadyException or CredentialReportNotPresentException or CredentialReportExpiredException)
        {
            return null;
        }
    }
}
