using Gatehouse.Aws;
using Gatehouse.GitHub;
using Gatehouse.Keys.Leaks;
using Gatehouse.Register;
using static Gatehouse.Tests.Keys.Leaks.Leaking;

namespace Gatehouse.Tests.Keys.Leaks;

/// <summary>What is left: keys that are only told, machine users that need another key, and parts of a word that cannot be read.</summary>
public sealed class LeakLeftTests : IDisposable
{
    private static readonly KeyRotation Rotation = new("example-org/shop", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", 90);

    private readonly Leaking leaking = new();

    public void Dispose() => leaking.Dispose();

    [Theory]
    [InlineData(KeyOwnerKind.Unmanaged, false, "NotOurs")]
    [InlineData(KeyOwnerKind.Machine, false, "NotListed")]
    [InlineData(KeyOwnerKind.Machine, true, "Protected")]
    public async Task A_key_that_stays_active_is_remembered_so_that_each_sweep_names_it(KeyOwnerKind kind, bool listed, string end)
    {
        leaking.Accounts.Has(Key, Deploy, kind);
        leaking.Machines = listed ? [new MachineUser(Deploy, "platform@example.gov.uk") { Protected = true }] : [];

        (await leaking.HealthAsync()).Changes.ShouldBe([$"{Key}#{end}"]);

        var record = (await leaking.RecordAsync(Deploy, Key)).ShouldNotBeNull();
        (record.Leaked, record.Deactivated, record.Created).ShouldBe((leaking.Clock.Now, null, leaking.Clock.Now.AddDays(-50)));
        leaking.Accounts.Keys[Key].Active.ShouldBeTrue();
        await leaking.HealthAsync();
        leaking.Slack.Messages.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_rotated_machine_user_needs_its_rotation_next(bool spared)
    {
        leaking.Accounts.Has(Key, Deploy, KeyOwnerKind.Machine);
        leaking.Machines = [new MachineUser(Deploy, "platform@example.gov.uk") { Protected = spared, Rotation = Rotation }];

        await leaking.HealthAsync();

        leaking.Slack.Messages.ShouldHaveSingleItem().ShouldContain("gatehouse keys rotate deploy");
        leaking.Mailer.Sent.ShouldHaveSingleItem().Mail.Text.ShouldContain("gatehouse keys rotate deploy");
    }

    [Fact]
    public async Task Nobody_else_is_told_to_rotate()
    {
        leaking.Accounts.Has(Key, Jane);

        await leaking.HealthAsync();

        leaking.Slack.Messages.ShouldHaveSingleItem().ShouldNotContain("gatehouse keys rotate");
        leaking.Mailer.Sent.ShouldHaveSingleItem().Mail.Text.ShouldNotContain("gatehouse keys rotate");
    }

    [Fact]
    public async Task A_strange_entity_keeps_no_key_of_the_same_event_active_and_fails_the_run_afterwards()
    {
        leaking.Accounts.Has(Key, Jane);
        var input = new LeakInput(LeakInput.Health, new LeakDetail { EventTypeCode = LeakDetail.ExposedCode, AffectedEntities = [new("jane.doe"), new(Key.Value)] }, Home);

        await Should.ThrowAsync<LeakUnreadableException>(() => leaking.RespondAsync(input, "health"));

        leaking.Accounts.Keys[Key].Active.ShouldBeFalse();
        leaking.Slack.Messages.ShouldHaveSingleItem().ShouldContain(Key.Value);
        await Should.ThrowAsync<LeakUnreadableException>(() => leaking.RespondAsync(input, "health"));
        leaking.Slack.Messages[1].ShouldContain("could not be handled yet");
    }

    [Fact]
    public async Task An_alert_beside_a_secret_that_cannot_be_read_keeps_no_other_waiting()
    {
        leaking.Accounts.Has(Key, Jane);
        leaking.Alerts.All[1] = (SecretTypes.KeyId, Other.Value, "deploy.sh@1");
        leaking.Alerts.All[2] = (SecretTypes.KeyId, Key.Value, "deploy.sh@1");
        leaking.Alerts.All[3] = ("aws_secret_access_key", "never read", "deploy.sh@1");
        leaking.Alerts.Unreadable.Add(1);

        await Should.ThrowAsync<LeakedKeyUnreadableException>(() => leaking.GitHubAsync(3));

        leaking.Accounts.Keys[Key].Active.ShouldBeFalse();
        leaking.Slack.Messages.ShouldHaveSingleItem().ShouldContain(Key.Value);
    }

    [Fact]
    public async Task A_secret_whose_only_neighbour_cannot_be_read_is_not_told_as_alone()
    {
        leaking.Alerts.All[1] = (SecretTypes.KeyId, Other.Value, "deploy.sh@1");
        leaking.Alerts.All[3] = ("aws_secret_access_key", "never read", "deploy.sh@1");
        leaking.Alerts.Unreadable.Add(1);

        await Should.ThrowAsync<LeakedKeyUnreadableException>(() => leaking.GitHubAsync(3));

        leaking.Slack.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_account_is_entered_by_the_role_that_stops_leaked_keys_and_by_no_other()
    {
        leaking.Accounts.Has(Key, Jane, account: Payments);

        await leaking.HealthAsync(Payments);

        leaking.Accounts.EnteredFor.ShouldBe([KeyPurpose.Cut]);
    }
}
