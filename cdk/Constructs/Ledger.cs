using Amazon.CDK;
using Amazon.CDK.AWS.DynamoDB;
using Constructs;

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
            PartitionKey = Text("pk"),
            SortKey = Text("sk"),
            BillingMode = BillingMode.PAY_PER_REQUEST,
            PointInTimeRecovery = true,
            Encryption = TableEncryption.AWS_MANAGED,
            TimeToLiveAttribute = "expires",
            DeletionProtection = true,
            RemovalPolicy = RemovalPolicy.RETAIN,
        });
        Index("by-person", "person");
        Index("by-day", "day");
        Index("by-pull-request", "pullRequest");
        Index("open", "open");
    }

    public Table Table { get; }

    public static string NameIn(DeploymentSettings settings) => $"{settings.Name}-ledger";

    private static Amazon.CDK.AWS.DynamoDB.Attribute Text(string name) => new() { Name = name, Type = AttributeType.STRING };

    private void Index(string name, string partition) => Table.AddGlobalSecondaryIndex(new GlobalSecondaryIndexProps
    {
        IndexName = name,
        PartitionKey = Text(partition),
        SortKey = Text("at"),
        ProjectionType = ProjectionType.ALL,
    });
}
