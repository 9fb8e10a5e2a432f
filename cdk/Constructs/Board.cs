using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Constructs;
using Gatehouse.Runtime;

namespace Gatehouse.Cdk.Constructs;

/// <summary>The dashboard: what knocked, what was done for people, how the runs and functions are.</summary>
internal sealed class Board : Construct
{
    public Board(Construct scope, DeploymentSettings settings, Functions functions, Machines machines)
        : base(scope, "Board")
    {
        var dashboard = new Dashboard(this, "Dashboard", new DashboardProps { DashboardName = settings.Name, DefaultInterval = Duration.Days(7) });
        dashboard.AddWidgets(
            Graph("The front door", Counted(Metrics.DeliveriesAccepted), Counted(Metrics.SignatureFailures)),
            Graph("Changes", Counted(Metrics.ChangesApplied), Counted(Metrics.ChangesFailed), Counted(Metrics.ChangesRefused)),
            Graph("Welcomes", Counted(Metrics.WelcomesSent), Counted(Metrics.WelcomesUndeliverable)));
        dashboard.AddWidgets(
            Runs("Runs", machines.Membership),
            Runs("Plans of pull requests", machines.Preview),
            Runs("Sweeps over MFA devices", machines.Mfa));
        dashboard.AddWidgets(
            Runs("Sweeps over access keys", machines.Keys),
            Graph("Access keys", Counted(Metrics.KeysWarned), Counted(Metrics.KeysDeactivated), Counted(Metrics.KeysDeleted)),
            Runs("Rotations of deploy keys", machines.DeployKeys));
        dashboard.AddWidgets(
            Graph("Root accounts", Counted(Metrics.RootAlertsDelivered), Counted(Metrics.RootAlertsMailed), Counted(Metrics.RootMailsReturned), Most(Metrics.RootAlertsWaiting), Counted(Metrics.RootHeartbeats), Counted(Metrics.RootHeartbeatsFailed)),
            Graph("Errors", [.. functions.All.Select(function => function.Lambda.MetricErrors(Named(function)))]),
            Graph("Longest invocation (ms)", [.. functions.All.Select(function => function.Lambda.MetricDuration(Named(function, "Maximum")))]));
        dashboard.AddWidgets(Runs("Leaked keys", machines.Leaks));
    }

    /// <summary>A metric that the functions count themselves.</summary>
    public static Metric Counted(string name, Duration? period = null) => Of(name, "Sum", period);

    /// <summary>A metric of the functions that says how many there are, and not how many came.</summary>
    public static Metric Most(string name) => Of(name, "Maximum");

    private static Metric Of(string name, string statistic, Duration? period = null) =>
        new(new MetricProps { Namespace = Metrics.Namespace, MetricName = name, Statistic = statistic, Period = period ?? Duration.Minutes(5) });

    private static MetricOptions Named(GatehouseFunction function, string statistic = "Sum") => new() { Label = function.Method, Statistic = statistic };

    private static GraphWidget Runs(string title, Workflow workflow)
    {
        var runs = workflow.Machine;
        return Graph(title, runs.MetricStarted(), runs.MetricSucceeded(), runs.MetricFailed(), runs.MetricTimedOut(), runs.MetricAborted());
    }

    private static GraphWidget Graph(string title, params IMetric[] metrics) => new(new GraphWidgetProps { Title = title, Left = metrics, Width = 8 });
}
