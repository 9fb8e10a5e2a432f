using Amazon.CDK;
using Amazon.CDK.AWS.DynamoDB;
using Constructs;
using Gatehouse.Ledger;

namespace Gatehouse.Cdk.Constructs;

/// <summary>The table of what was done, once. It outlives the stack: audit entries are kept for years, so deleting it takes two deliberate acts.</summary>
internal sealed class Ledger : Construct
{
    public Ledger(Construct scope, DeploymentSettings settings)
        : base(scope, "Ledger")
    {
        Table = new Table(this, "Table", new TableProps
        {
            TableName = NameIn(settings),
            PartitionKey = Text(LedgerTable.Pk),
            SortKey = Text(LedgerTable.Sk),
            BillingMode = BillingMode.PAY_PER_REQUEST,
            PointInTimeRecovery = true,
            Encryption = TableEncryption.AWS_MANAGED,
            TimeToLiveAttribute = LedgerTable.Expires,
            DeletionProtection = true,
            RemovalPolicy = RemovalPolicy.RETAIN,
        });
        AddIndex(LedgerTable.ByPerson, "person");
        AddIndex(LedgerTable.ByDay, "day");
        AddIndex(LedgerTable.ByPullRequest, "pullRequest");
        AddIndex(LedgerTable.ByOpen, LedgerTable.Open);
    }

    public Table Table { get; }

    /// <summary>The ARN of one of its indexes.</summary>
    public string Index(string name) => $"{Table.TableArn}/index/{name}";

    public static string NameIn(DeploymentSettings settings) => $"{settings.Name}-ledger";

    private static Amazon.CDK.AWS.DynamoDB.Attribute Text(string name) => new() { Name = name, Type = AttributeType.STRING };

    private void AddIndex(string name, string partition) => Table.AddGlobalSecondaryIndex(new GlobalSecondaryIndexProps
    {
        IndexName = name,
        PartitionKey = Text(partition),
        SortKey = Text(LedgerTable.At),
        ProjectionType = ProjectionType.ALL,
    });
}
