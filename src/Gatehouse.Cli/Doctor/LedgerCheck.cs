using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Gatehouse.Cli.Deployments;
using Gatehouse.Cli.Output;
using Gatehouse.Ledger;

namespace Gatehouse.Cli.Doctor;

/// <summary>Whether the ledger can be reached and has the indexes by which it is asked.</summary>
internal sealed class LedgerCheck(Deployment deployment) : ICheck
{
    private static readonly string[] Indexes = [LedgerTable.ByPerson, LedgerTable.ByDay, LedgerTable.ByPullRequest, LedgerTable.ByOpen];

    public string Name => "Ledger";

    public async Task<IReadOnlyList<Diagnosis>> LookAsync(CancellationToken cancellationToken)
    {
        var name = deployment.Settings.Table;
        try
        {
            var table = (await deployment.Room<IAmazonDynamoDB>().DescribeTableAsync(name, cancellationToken)).Table;
            var missing = Indexes.Except((table.GlobalSecondaryIndexes ?? []).Select(index => index.IndexName)).ToList();
            var holds = await deployment.Room<Holds>().OpenAsync(cancellationToken);
            return
            [
                table.TableStatus == TableStatus.ACTIVE && missing.Count == 0
                    ? Diagnosis.Fine($"{name} is there")
                    : Diagnosis.Wrong($"{name} is {table.TableStatus}{(missing.Count == 0 ? "" : $" and lacks the indexes {string.Join(", ", missing)}")}", "Deploy again."),
                .. holds.Select(hold => Diagnosis.Note(
                    $"{hold.Person} is revoked by hand since {Words.Minute(hold.At)} UTC ({hold.Reason})",
                    $"Merge a pull request that removes them, or: gatehouse restore {hold.Person} --reason \"…\"")),
            ];
        }
        catch (ResourceNotFoundException)
        {
            return [Diagnosis.Wrong($"there is no table {name}", "Deploy, or say which deployment is meant: --deployment, --region, AWS_PROFILE.")];
        }
    }
}
