using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Membership.Preview;
using Gatehouse.Runtime;
using Gatehouse.Tests.House;
using Gatehouse.Tests.Ledger;
using static Gatehouse.Tests.Membership.Given;

namespace Gatehouse.Tests.Membership.Preview;

/// <summary>Everything that plans a pull request, over GitHub, a register, an account and a ledger in memory.</summary>
internal sealed class PreviewFixture : IDisposable
{
    private readonly LinesLogged lines = new();

    public PreviewFixture()
    {
        Register.Has(Head, RegisterOf(Person("jane", Group), Person("bob", Group)));
        Register.Has(PullRequests.Trial, RegisterOf(Person("jane", Group)));
        Account.Snapshot = Snapshot(Managed("jane", Group), Managed("bob", Group));
    }

    public static RunId Run { get; } = new("arn:aws:states:eu-west-2:111122223333:execution:gatehouse-preview:plan-7-aaaa-1");

    public LedgerInMemory Ledger { get; } = new();

    public FakeClock Clock { get; } = new() { Now = Now };

    public RegisterInMemory Register { get; } = new();

    public PullRequestsInMemory GitHub { get; } = new();

    public AccountInMemory Account { get; } = new();

    public EvidenceInMemory Evidence { get; } = new();

    public bool Reconciles { get; set; }

    public Approvals Approvals => new(Ledger.Table, Settings);

    public WaitingRefusals Waiting => new(Ledger.Table, Clock);

    public string Logged => lines.Text;

    private Settings Settings => new(name => name switch
    {
        SettingNames.Branch => "master",
        SettingNames.Groups => Group,
        SettingNames.Reconcile => Reconciles ? "on" : "off",
        SettingNames.RevertDrift => "off",
        SettingNames.GraceDays => "14",
        _ => "7",
    });

    public Task PreviewAsync(string action = "opened", RunId? run = null, string? head = null) =>
        Apply().PublishAsync(run ?? Run, new PreviewInput(7, head ?? GitHub.Pull.Head, action, "a-delivery"), CancellationToken.None);

    public Task SayFailedAsync(string error, string message) =>
        Apply().SayFailedAsync(Run, new PreviewInput(7, GitHub.Pull.Head, "opened", "a-delivery"), new RunError(error, $$"""{"errorMessage":"{{message}}"}"""), CancellationToken.None);

    public void Dispose()
    {
        Ledger.Dispose();
        Account.Dispose();
        lines.Dispose();
    }

    private PreviewApply Apply()
    {
        var table = Ledger.Table;
        var labels = new LabelApply(GitHub, Approvals);
        var circumstances = new Circumstances(
            Account.Account, new Welcomes(table, Clock), new UnusedPasswords(table, Clock), new Quarantines(table, Clock), new Holds(table, Clock), Settings, Clock);
        var planner = new PreviewPlanner(Register, new AppliedRegister(new AppliedCommit(table), Register), circumstances, Waiting);
        return new PreviewApply(
            GitHub,
            new PreviewLock(table, GitHub, Clock),
            labels,
            new LateLabel(GitHub, labels, Waiting, Settings),
            new TrialMerge(GitHub, Register),
            new PreviewMaker(planner, labels, Evidence, GitHub, Settings, Clock),
            new PreviewPublisher(GitHub, GitHub),
            Settings,
            lines.For<PreviewApply>());
    }
}
