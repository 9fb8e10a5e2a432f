using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.StepFunctions;
using Constructs;
using Gatehouse.Runtime;

namespace Gatehouse.Cdk.Constructs;

/// <summary>The dashboard: what knocked, what was done for people, how the runs and functions are.</summary>
internal sealed class Board : Construct
{
    private readonly Dashboard dashboard;

    public Board(Construct scope, DeploymentSettings settings, Functions functions, StateMachine machine, StateMachine preview, StateMachine mfa, StateMachine keys, StateMachine deployKeys)
        : base(scope, "Board")
    {
        dashboard = new Dashboard(this, "Dashboard", new DashboardProps { DashboardName = settings.Name, DefaultInterval = Duration.Days(7) });
        dashboard.AddWidgets(
            Graph("The front door", Counted(Metrics.DeliveriesAccepted), Counted(Metrics.SignatureFailures)),
            Graph("Changes", Counted(Metrics.ChangesApplied), Counted(Metrics.ChangesFailed), Counted(Metrics.ChangesRefused)),
            Graph("Welcomes", Counted(Metrics.WelcomesSent), Counted(Metrics.WelcomesUndeliverable)));
        dashboard.AddWidgets(
            Graph("Runs", machine.MetricStarted(), machine.MetricSucceeded(), machine.MetricFailed(), machine.MetricTimedOut(), machine.MetricAborted()),
            Graph("Plans of pull requests", preview.MetricStarted(), preview.MetricSucceeded(), preview.MetricFailed()),
            Graph("Sweeps over MFA devices", mfa.MetricStarted(), mfa.MetricSucceeded(), mfa.MetricFailed(), mfa.MetricTimedOut(), mfa.MetricAborted()));
        dashboard.AddWidgets(
            Graph("Sweeps over access keys", keys.MetricStarted(), keys.MetricSucceeded(), keys.MetricFailed(), keys.MetricTimedOut(), keys.MetricAborted()),
            Graph("Access keys", Counted(Metrics.KeysWarned), Counted(Metrics.KeysDeactivated), Counted(Metrics.KeysDeleted)),
            Graph("Rotations of deploy keys", deployKeys.MetricStarted(), deployKeys.MetricSucceeded(), deployKeys.MetricFailed(), deployKeys.MetricTimedOut(), deployKeys.MetricAborted()));
        dashboard.AddWidgets(
            Graph("Root accounts", Counted(Metrics.RootAlertsDelivered), Counted(Metrics.RootAlertsMailed), Counted(Metrics.RootMailsReturned), Most(Metrics.RootAlertsWaiting), Counted(Metrics.RootHeartbeats), Counted(Metrics.RootHeartbeatsFailed)),
            Graph("Errors", [.. functions.All.Select(function => function.Lambda.MetricErrors(Named(function)))]),
            Graph("Longest invocation (ms)", [.. functions.All.Select(function => function.Lambda.MetricDuration(Named(function, "Maximum")))]));
    }

    /// <summary>Shows how the runs of one machine more are.</summary>
    public void Watch(string title, StateMachine machine) =>
        dashboard.AddWidgets(Graph(title, machine.MetricStarted(), machine.MetricSucceeded(), machine.MetricFailed(), machine.MetricTimedOut(), machine.MetricAborted()));

    /// <summary>A metric that the functions count themselves.</summary>
    public static Metric Counted(string name, Duration? period = null) => Of(name, "Sum", period);

    /// <summary>A metric of the functions that says how many there are, and not how many came.</summary>
    public static Metric Most(string name) => Of(name, "Maximum");

    private static Metric Of(string name, string statistic, Duration? period = null) =>
        new(new MetricProps { Namespace = Metrics.Namespace, MetricName = name, Statistic = statistic, Period = period ?? Duration.Minutes(5) });

    private static MetricOptions Named(GatehouseFunction function, string statistic = "Sum") => new() { Label = function.Method, Statistic = statistic };

    private static GraphWidget Graph(string title, params IMetric[] metrics) => new(new GraphWidgetProps { Title = title, Left = metrics, Width = 8 });
}
