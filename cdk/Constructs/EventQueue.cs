using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.SQS;
using Constructs;

namespace Gatehouse.Cdk.Constructs;

/// <summary>How a queue hands its events to its function.</summary>
/// <param name="Name">The last words of its name.</param>
/// <param name="Again">After how long an event that was not done comes again.</param>
/// <param name="Times">How often it comes before it goes to the dead-letter queue.</param>
/// <param name="Concurrency">How many batches are worked on at once.</param>
internal sealed record EventQueueDescription(string Name, Duration Again, int Times, int Concurrency);

/// <summary>A queue of events that a function works off in batches, and the queue where those end up that it could not do.</summary>
internal sealed class EventQueue : Construct
{
    private const int Batch = 10;
    private readonly EventQueueDescription described;

    public EventQueue(Construct scope, string id, DeploymentSettings settings, EventQueueDescription described)
        : base(scope, id)
    {
        this.described = described;
        Unheard = Made("Unheard", $"{settings.Name}-{described.Name}-unheard", new QueueProps());
        Queue = Made("Queue", $"{settings.Name}-{described.Name}", new QueueProps
        {
            VisibilityTimeout = described.Again,
            DeadLetterQueue = new DeadLetterQueue { Queue = Unheard, MaxReceiveCount = described.Times },
        });
    }

    public Queue Queue { get; }

    /// <summary>Keeps the events that could not be done; an alarm watches it.</summary>
    public Queue Unheard { get; }

    /// <summary>What the function's role needs: Lambda takes messages from the queue in its name.</summary>
    public PolicyStatement TakeEvents() => Right.To("TakeEvents", ["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"], Queue.QueueArn);

    /// <summary>The function says which of a batch must come again; the others are done.</summary>
    public void Feed(GatehouseFunction function) => _ = new EventSourceMapping(this, "Feed", new EventSourceMappingProps
    {
        Target = function.Lambda,
        EventSourceArn = Queue.QueueArn,
        BatchSize = Batch,
        ReportBatchItemFailures = true,
        MaxConcurrency = described.Concurrency,
    });

    private Queue Made(string id, string name, QueueProps props) => new(this, id, new QueueProps
    {
        QueueName = name,
        Encryption = QueueEncryption.SQS_MANAGED,
        EnforceSSL = true,
        RetentionPeriod = Duration.Days(14),
        VisibilityTimeout = props.VisibilityTimeout,
        DeadLetterQueue = props.DeadLetterQueue,
    });
}
