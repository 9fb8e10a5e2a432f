using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Amazon;
using Amazon.DynamoDBv2;
using Amazon.IdentityManagement;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SecretsManager;
using Amazon.SecurityToken;
using Amazon.SimpleEmailV2;
using Amazon.StepFunctions;
using Gatehouse.Account;
using Gatehouse.Aws;
using Gatehouse.GitHub;
using Gatehouse.Intake;
using Gatehouse.Keys;
using Gatehouse.Keys.Leaks;
using Gatehouse.Keys.Report;
using Gatehouse.Keys.Rotation;
using Gatehouse.Keys.Sweep;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Membership.Leavers;
using Gatehouse.Membership.Notices;
using Gatehouse.Membership.Preview;
using Gatehouse.Membership.Report;
using Gatehouse.Membership.Welcome;
using Gatehouse.Mfa;
using Gatehouse.Mfa.Missing;
using Gatehouse.Mfa.Sweep;
using Gatehouse.Register;
using Gatehouse.Root;
using Gatehouse.Runtime;
using Gatehouse.Slack;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

[assembly: LambdaGlobalProperties(GenerateMain = true)]
[assembly: LambdaSerializer(typeof(GatehouseSerializer))]

namespace Gatehouse.Runtime;

/// <summary>Puts the parts together once for each process. Everything is made when it is first asked for, so that a function pays only for what it uses.</summary>
[LambdaStartup]
public sealed class Startup
{
    /// <summary>Lambda hands a function its credentials in environment variables; the SDK would look for them in many other places first.</summary>
    private static readonly EnvironmentVariablesAWSCredentials Lambda = new();

    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "The generated code makes an instance, as Amazon.Lambda.Annotations asks.")]
    public void ConfigureServices(IServiceCollection services)
    {
        services.AddSingleton(new Settings(Environment.GetEnvironmentVariable));
        services.AddSingleton<TimeProvider>(Clock.FromEnvironment(Environment.GetEnvironmentVariable));
        services.AddSingleton(provider => new Metrics(Console.Out, provider.GetRequiredService<TimeProvider>()));
        // Without AddLogging's options and filters, which a cold start would pay for and nothing here uses.
        services.AddSingleton<ILoggerFactory>(provider => new LoggerFactory([new JsonLinesLogger(Console.Out, provider.GetRequiredService<TimeProvider>())]));
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        AddClients(services);
        AddRooms(services);
    }

    /// <summary>Every room, over the settings, the clock, the log and the AWS clients that are there: the command line brings its own.</summary>
    public static void AddRooms(IServiceCollection services)
    {
        AddAws(services);
        AddOutside(services);
        AddIntake(services);
        AddLedger(services);
        AddMembership(services);
        AddAccount(services);
        AddMfa(services);
        AddRoot(services);
        AddKeys(services);
        AddLeaks(services);
        AddRotation(services);
    }

    private static void AddClients(IServiceCollection services)
    {
        // The SDK's search for a region ends with an exception in each place that has none, which costs a cold start more than all the rest of the search.
        AWSConfigs.AWSRegion = Environment.GetEnvironmentVariable("AWS_REGION");
        services.AddSingleton<IAmazonDynamoDB>(_ => new AmazonDynamoDBClient(Lambda));
        services.AddSingleton(new Lazy<IAmazonIdentityManagementService>(() => new AmazonIdentityManagementServiceClient(Lambda)));
        services.AddSingleton<Func<AWSCredentials, IAmazonIdentityManagementService>>(_ => credentials => new AmazonIdentityManagementServiceClient(credentials));
        services.AddSingleton<IAmazonS3>(_ => new AmazonS3Client(Lambda));
        services.AddSingleton<IAmazonSecretsManager>(_ => new AmazonSecretsManagerClient(Lambda));
        services.AddSingleton(new Lazy<IAmazonSecurityTokenService>(() => new AmazonSecurityTokenServiceClient(Lambda)));
        services.AddSingleton(new Lazy<IAmazonSimpleEmailServiceV2>(() => new AmazonSimpleEmailServiceV2Client(Lambda, new AmazonSimpleEmailServiceV2Config { MaxErrorRetry = 0 })));
        services.AddSingleton<IAmazonStepFunctions>(_ => new AmazonStepFunctionsClient(Lambda));
    }

    private static void AddAws(IServiceCollection services)
    {
        services.AddSingleton<IAccount, IamAccount>();
        services.AddSingleton<ILeavers, IamLeavers>();
        services.AddSingleton<IMfaDevices, IamMfaDevices>();
        services.AddSingleton<IAccessKeys, IamAccessKeys>();
        services.AddSingleton<IEvidence, IamEvidence>();
        services.AddSingleton<ICredentialReport, IamCredentialReport>();
        services.AddSingleton<IMailer, SesMailer>();
        services.AddSingleton<IPasswordPolicy, IamPasswordPolicy>();
        services.AddSingleton<RunFiles>();
        services.AddSingleton<IPlanStore, S3PlanStore>();
        services.AddSingleton<IPreviewStore, S3PreviewStore>();
        services.AddSingleton<IRuns, StepFunctionsRuns>();
        services.AddSingleton<ISecrets, Secrets>();
    }

    private static void AddOutside(IServiceCollection services)
    {
        services.AddSingleton(_ => new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(10) });
        services.AddSingleton(provider => new GitHubHttp(provider.GetRequiredService<HttpClient>(), Of(provider).GitHubUrl));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<GitHubTokens>(provider, Of(provider).GitHubSecret));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<GitHubApi>(provider, Of(provider).Repository));
        services.AddSingleton<IGitHub, GitHubClient>();
        services.AddSingleton<IReviews, GitHubReviews>();
        services.AddSingleton<ITimeline, GitHubTimeline>();
        services.AddSingleton<IBranchProtection, GitHubBranchProtection>();
        services.AddSingleton<IActionsSecrets, ActionsSecrets>();
        services.AddSingleton<IWorkflows, Workflows>();
        services.AddSingleton<ISecretAlerts, GitHubSecretAlerts>();
        services.AddSingleton<CheckRuns>();
        services.AddSingleton<CommitStatuses>();
        services.AddSingleton<IPullRequestChecks, GitHubChecks>();
        services.AddSingleton<IRegisterSource>(provider => ActivatorUtilities.CreateInstance<RegisterSource>(provider, Of(provider).Branch));
        services.AddSingleton<ISlack>(provider => ActivatorUtilities.CreateInstance<SlackClient>(provider, Of(provider).SlackSecret));
    }

    private static void AddIntake(IServiceCollection services)
    {
        services.AddSingleton<IExecutions>(provider => ActivatorUtilities.CreateInstance<Executions>(provider, Of(provider).Machine));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<WebhookSecrets>(provider, Of(provider).WebhookSecret));
        services.AddSingleton(provider => new Recognition(Of(provider).Repository, Of(provider).Branch));
        services.AddSingleton<RunStarter>();
        services.AddSingleton(provider => new LeakStarter(ActivatorUtilities.CreateInstance<Executions>(provider, Of(provider).LeaksMachine)));
        services.AddSingleton(provider => new PreviewStarter(ActivatorUtilities.CreateInstance<Executions>(provider, Of(provider).PreviewMachine)));
    }

    private static Settings Of(IServiceProvider provider) => provider.GetRequiredService<Settings>();

    private static void AddLedger(IServiceCollection services)
    {
        services.AddSingleton<LedgerTable>();
        services.AddSingleton<RunLock>();
        services.AddSingleton<Audit>();
        services.AddSingleton<Welcomes>();
        services.AddSingleton<PasswordTurns>();
        services.AddSingleton<WelcomeClaims>();
        services.AddSingleton<UnusedPasswords>();
        services.AddSingleton<AppliedCommit>();
        services.AddSingleton<WaitingRefusals>();
        services.AddSingleton<Told>();
        services.AddSingleton<Findings>();
        services.AddSingleton<DoneResets>();
        services.AddSingleton<Quarantines>();
        services.AddSingleton<TakenDevices>();
        services.AddSingleton<MfaGraces>();
        services.AddSingleton<Holds>();
        services.AddSingleton<Approvals>();
        services.AddSingleton<PreviewLock>();
    }

    private static void AddMembership(IServiceCollection services)
    {
        services.AddSingleton(new FirstPassword(RandomNumberGenerator.GetInt32));
        services.AddSingleton<MergeHistory>();
        services.AddSingleton<Attributor>();
        services.AddSingleton<Reviewed>();
        services.AddSingleton<AskedResets>();
        services.AddSingleton<AppliedRegister>();
        services.AddSingleton<Circumstances>();
        services.AddSingleton<Allowances>();
        services.AddSingleton<PasswordDrift>();
        services.AddSingleton<PreviewPlanner>();
        services.AddSingleton<LabelApply>();
        services.AddSingleton<LateLabel>();
        services.AddSingleton<TrialMerge>();
        services.AddSingleton<PreviewMaker>();
        services.AddSingleton<PreviewPublisher>();
        services.AddSingleton<PreviewApply>();
        services.AddSingleton<Planner>();
        services.AddSingleton<MembershipApply>();
        services.AddSingleton<ChangeTrail>();
        services.AddSingleton<JoinApply>();
        services.AddSingleton<LeaverApply>();
        services.AddSingleton<ResetApply>();
        services.AddSingleton<ExpiryApply>();
        services.AddSingleton<NoticeApply>();
        services.AddSingleton<DeviceRemoval>();
        services.AddSingleton<QuarantineApply>();
        services.AddSingleton<RestoreApply>();
        services.AddSingleton<DeletionApply>();
        services.AddSingleton<MfaResetApply>();
        services.AddSingleton<WelcomeApply>();
        services.AddSingleton<GiveUpApply>();
        services.AddSingleton<BounceApply>();
        services.AddSingleton<MailEventApply>();
        services.AddSingleton<PullRequestComments>();
        services.AddSingleton<SlackOnce>();
        services.AddSingleton<ReportApply>();
    }

    private static void AddAccount(IServiceCollection services)
    {
        services.AddSingleton<CustomResourceAnswers>();
        services.AddSingleton<PasswordPolicyApply>();
        services.AddSingleton<PasswordPolicyDrift>();
    }

    private static void AddMfa(IServiceCollection services)
    {
        services.AddSingleton<MfaEventApply>();
        services.AddSingleton<MfaEventResponse>();
        services.AddSingleton<UnprovedDevices>();
        services.AddSingleton<MfaReader>();
        services.AddSingleton<MfaChannel>();
        services.AddSingleton<MfaTelling>();
        services.AddSingleton<DeviceApply>();
        services.AddSingleton<MfaApply>();
        services.AddSingleton<IPasswords, IamPasswords>();
        services.AddSingleton<IVirtualDevices, IamVirtualDevices>();
        services.AddSingleton<ISweepStore, S3SweepStore>();
        services.AddSingleton<WithoutMfa>();
        services.AddSingleton<MissingMfaNotices>();
        services.AddSingleton<MissingMfaApply>();
        services.AddSingleton<ReturnedMfaMail>();
        services.AddSingleton<MfaSweep>();
        services.AddSingleton<MfaExamination>();
        services.AddSingleton<MfaGiveUp>();
        services.AddSingleton<MfaReport>();
    }

    private static void AddRoot(IServiceCollection services)
    {
        services.AddSingleton<RootRecoveries>();
        services.AddSingleton<RootAlerts>();
        services.AddSingleton<RootTurn>();
        services.AddSingleton<RootNotices>();
        services.AddSingleton<RootHeartbeats>();
        services.AddSingleton<ISlackDoor>(provider => ActivatorUtilities.CreateInstance<SlackClient>(provider, Of(provider).SlackSecret));
        services.AddSingleton<RootRegister>();
        services.AddSingleton<RootAlertMaker>();
        services.AddSingleton<RootDelivery>();
        services.AddSingleton<RootMailing>();
        services.AddSingleton<ReturnedRootMail>();
        services.AddSingleton<RootSilence>();
        services.AddSingleton<RootHeartbeatApply>();
        services.AddSingleton<RootAlertApply>();
        services.AddSingleton<RootFollowUp>();
    }

    private static void AddKeys(IServiceCollection services)
    {
        services.AddSingleton<IUserSessions, IamUserSessions>();
        services.AddSingleton<IKeyOwners, IamKeyOwners>();
        services.AddSingleton<AccountEntry>();
        services.AddSingleton<IKeyAccounts, KeyAccounts>();
        services.AddSingleton<KeyRecords>();
        services.AddSingleton<KeyDays>();
        services.AddSingleton<AllowedKeys>();
        services.AddSingleton<DryRuns>();
        services.AddSingleton<IKeysStore, S3KeysStore>();
        services.AddSingleton<KeysBegin>();
        services.AddSingleton<KeysAssessment>();
        services.AddSingleton<KeysPlanner>();
        services.AddSingleton<KeyNotices>();
        services.AddSingleton<KeyChangeApply>();
        services.AddSingleton<KeysApply>();
        services.AddSingleton<KeysGiveUp>();
        services.AddSingleton<KeysReport>();
        services.AddSingleton<KeysReporter>();
        services.AddSingleton<ReturnedKeyMail>();
    }

    private static void AddLeaks(IServiceCollection services)
    {
        services.AddSingleton<LeakReader>();
        services.AddSingleton<LeakMachines>();
        services.AddSingleton<LeakStop>();
        services.AddSingleton<LeakTelling>();
        services.AddSingleton<LeakResponse>();
        services.AddSingleton<LeakGiveUp>();
    }

    private static void AddRotation(IServiceCollection services)
    {
        services.AddSingleton<IMachineUsers, IamMachineUsers>();
        services.AddSingleton<Rotations>();
        services.AddSingleton<RotationLock>();
        services.AddSingleton<IRotationStore, S3RotationStore>();
        services.AddSingleton<RotationReader>();
        services.AddSingleton<RotationTrail>();
        services.AddSingleton<LeftKeys>();
        services.AddSingleton<RotationSearch>();
        services.AddSingleton<KeyMaking>();
        services.AddSingleton<KeyReplacement>();
        services.AddSingleton<KeyTest>();
        services.AddSingleton<KeyRetirement>();
        services.AddSingleton<RotationGiveUp>();
        services.AddSingleton<RotationReport>();
    }
}
