using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Gatehouse.Aws;
using Gatehouse.Keys;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Membership.Report;
using Gatehouse.Register;
using Gatehouse.Runtime;
using Gatehouse.Slack;
using Gatehouse.Tests.Aws;
using Gatehouse.Tests.House;
using Gatehouse.Tests.Ledger;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gatehouse.Tests.Keys.Days;

/// <summary>
/// The <c>keys</c> state machine over an account in memory: every step is the deployed one, called by its function with what JSON leaves of its input, and
/// tried again as the machine does. IAM and the ledger are reached through the real clients.
/// </summary>
internal sealed class KeysMachine : IDisposable, ISlack
{
    public const string Account = GivenKeys.Account;

    /// <summary>The first attempt, and the machine's six retries.</summary>
    private const int Attempts = 7;

    public KeysMachine()
    {
        Iam = new IamInMemory { Clock = Clock, PageSize = 15 };
        Register = new RegisterInMemory(Clock);
        Settings = GivenSettings.With(Set);
    }

    public FakeClock Clock { get; } = new();

    public IamInMemory Iam { get; }

    public LedgerInMemory Ledger { get; } = new();

    public FakeMailer Mailer { get; } = new();

    public RegisterInMemory Register { get; }

    /// <summary>What was said in the operations channel.</summary>
    public List<string> Said { get; } = [];

    /// <summary>Settings that differ from the usual ones.</summary>
    public Dictionary<string, string> Set { get; } = [];

    /// <summary>How often each person is looked at in a sweep: twice, where the Map repeats each item.</summary>
    public int Looks { get; set; } = 1;

    public KeyRecords Records => new(Ledger.Table);

    public AllowedKeys Allowed => new(Ledger.Table, Clock);

    private Settings Settings { get; }

    private KeysStoreInMemory Store { get; } = new();

    /// <summary>One execution.</summary>
    /// <returns>How it ended.</returns>
    public async Task<string> RunAsync(string name)
    {
        var (run, functions) = (Arn(name), new KeysFunctions(NullLogger<KeysFunctions>.Instance));
        KeysBegun begun;
        try
        {
            begun = await functions.BeginKeys(Json(new BeginKeysRequest(run, new KeysInput(KeysInput.Schedule)), GatehouseJson.Default.BeginKeysRequest), Begin);
        }
        catch (RegisterUnreadableException unreadable)
        {
            await functions.ReportKeys(Json(new ReportKeysRequest(run, ErrorOf(unreadable)), GatehouseJson.Default.ReportKeysRequest), Report);
            return "FAILED";
        }

        foreach (var account in Store.Items(begun.Key, GatehouseJson.Default.IReadOnlyListString))
        {
            await TriedAsync(() => functions.AssessKeys(Json(new AssessKeysRequest(run, account), GatehouseJson.Default.AssessKeysRequest), Assessment), error => GiveUpAsync(functions, new GiveUpKeysRequest(run, error, Account: account)));
        }

        var plan = await functions.PlanKeys(Json(new PlanKeysRequest(run), GatehouseJson.Default.PlanKeysRequest), Planner);
        foreach (var candidate in Store.Items(plan.Key, GatehouseJson.Default.IReadOnlyListKeyCandidate).SelectMany(one => Enumerable.Repeat(one, Looks)))
        {
            await TriedAsync(() => functions.ApplyKeys(Json(new ApplyKeysRequest(run, candidate), GatehouseJson.Default.ApplyKeysRequest), Apply), error => GiveUpAsync(functions, new GiveUpKeysRequest(run, error, Candidate: candidate)));
        }

        var report = await functions.ReportKeys(Json(new ReportKeysRequest(run), GatehouseJson.Default.ReportKeysRequest), Report);
        return report.Failed == 0 ? "SUCCEEDED" : "FAILED";
    }

    public void Dispose()
    {
        Iam.Dispose();
        Ledger.Dispose();
    }

    Task ISlack.PostAsync(string channel, string text, CancellationToken cancellationToken)
    {
        Said.Add(text);
        return Task.CompletedTask;
    }

    private static string Arn(string name) => $"arn:aws:states:eu-west-2:{Account}:execution:gatehouse-keys:{name}";

    private static async Task TriedAsync(Func<Task> step, Func<RunError, Task> giveUp)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await step();
                return;
            }
            catch (Exception failure) when (failure is AmazonServiceException or MailNotAcceptedException or TellingInProgressException or KeysDeniedException)
            {
                if (attempt == Attempts)
                {
                    await giveUp(ErrorOf(failure));
                    return;
                }
            }
        }
    }

    private static RunError ErrorOf(Exception failure) => new(failure.GetType().Name, JsonSerializer.Serialize(failure.Message, GatehouseJson.Default.String));

    private static T Json<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(JsonSerializer.Serialize(value, type), type)!;

    private Task GiveUpAsync(KeysFunctions functions, GiveUpKeysRequest request) => functions.GiveUpKeys(
        Json(request, GatehouseJson.Default.GiveUpKeysRequest), new KeysGiveUp(Ledger.Audit, Metrics, Clock, NullLogger<KeysGiveUp>.Instance));

    private Metrics Metrics => new(TextWriter.Null, Clock);

    private KeysBegin Begin => new(Register, Store, Settings, NullLogger<KeysBegin>.Instance);

    private KeysAssessment Assessment => new(Accounts, Records, Store, Settings, Clock, NullLogger<KeysAssessment>.Instance);

    private KeysPlanner Planner => new(Store, Allowed, Settings, Clock, NullLogger<KeysPlanner>.Instance);

    private KeysApply Apply => new(Accounts, Records, new KeyChangeApply(Records, Notices, Metrics, Clock), DryRuns, Settings, Clock, NullLogger<KeysApply>.Instance);

    private KeyNotices Notices => new(Mailer, Told, Ledger.Audit, Settings, Clock, NullLogger<KeyNotices>.Instance);

    private KeysReport Report => new(Store, Ledger.Audit, DryRuns, new Findings(Ledger.Table, Clock), new KeyDays(Ledger.Table, Clock), new SlackOnce(this, Told, Settings), Clock, NullLogger<KeysReport>.Instance);

    private DryRuns DryRuns => new(Ledger.Table, Clock);

    private Told Told => new(Ledger.Table, Clock);

    private KeyAccounts Accounts
    {
        get
        {
            var sts = new Lazy<IAmazonSecurityTokenService>(() => throw new InvalidOperationException("There is one account."));
            var entry = new AccountEntry(sts, _ => throw new InvalidOperationException("There is one account."), Settings, Clock);
            return new(new IamAccount(Iam.Client), new IamCredentialReport(Iam.Client, Clock), new IamAccessKeys(Iam.Client), new IamUserSessions(Iam.Client), new IamKeyOwners(Iam.Client), entry, sts, Settings, Clock);
        }
    }
}
