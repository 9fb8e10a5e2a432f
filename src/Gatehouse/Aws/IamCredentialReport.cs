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
        var start = clock.GetUtcNow();
        while ((await iam.Value.GenerateCredentialReportAsync(new GenerateCredentialReportRequest(), cancellationToken)).State != ReportStateType.COMPLETE)
        {
            if (clock.GetUtcNow() - start >= Patience)
            {
                throw new CredentialReportLateException(Patience);
            }

            await Task.Delay(Pause, clock, cancellationToken);
        }

        var report = await iam.Value.GetCredentialReportAsync(new GetCredentialReportRequest(), cancellationToken);
        var generated = report.GeneratedTime ?? throw new CredentialReportUnreadableException(0, "IAM did not say when it was made.");
        return new CredentialReport(new DateTimeOffset(generated, TimeSpan.Zero), CredentialReportReader.Read(Encoding.UTF8.GetString(report.Content.ToArray())));
    }
}
