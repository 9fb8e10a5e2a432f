using System.Text.Json;
using Gatehouse.Membership;
using Gatehouse.Runtime;
using static Gatehouse.Tests.Membership.Given;

namespace Gatehouse.Tests.Membership;

public class ChangeJsonTests
{
    public static TheoryData<string> Kinds => [.. Every.Select(change => change.GetType().Name)];

    private static readonly MembershipChange[] Every =
    [
        new CreateUser(Name("a"), [Group], "w1"),
        new AdoptUser(Name("a"), [Group], ["Auditors"]),
        new AddToGroup(Name("a"), Group),
        new RemoveFromGroup(Name("a"), Group),
        new SendWelcome(Name("a"), "w1", WelcomeKind.Reset),
        new ExpireFirstPassword(Name("a"), "w1", new DateTimeOffset(2026, 11, 21, 10, 0, 0, TimeSpan.Zero)),
        new QuarantineUser(Name("a"), ["w1"], Name("b"), "team@example.gov.uk", AtOnce: true),
        new RestoreUser(Name("a"), [Group], ["Auditors"], "w1"),
        new DeleteUser(Name("a"), new DateTimeOffset(2026, 11, 7, 10, 0, 0, TimeSpan.Zero)),
        new ResetPassword(Name("a"), Head),
        new ResetMfa(Name("a"), Head),
    ];

    [Fact]
    public void Every_change_of_the_vocabulary_is_tried_here() =>
        Every.Select(change => change.GetType()).ShouldBe(
            typeof(MembershipChange).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(MembershipChange))), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_planned_change_comes_back_as_it_went(string kind)
    {
        var planned = Planned(Every.Single(change => change.GetType().Name == kind));

        var back = Back(JsonSerializer.Serialize([planned], GatehouseJson.Default.IReadOnlyListPlannedChange));

        back.Change.Key.ShouldBe(planned.Change.Key);
        back.Change.What.ShouldBe(planned.Change.What);
        back.Because.ShouldBe(planned.Because);
        back.WelcomeIn(Run).ShouldBe(planned.WelcomeIn(Run));
    }

    [Fact]
    public void A_state_machine_may_put_the_kind_last() =>
        Back("""[{"because":{"commit":"c"},"change":{"person":"a@b","group":"G","kind":"AddToGroup"}}]""").Change.ShouldBe(new AddToGroup(Name("a@b"), "G"));

    [Fact]
    public void An_unknown_kind_fails_loudly() =>
        Should.Throw<JsonException>(() => Back("""[{"because":{"commit":"c"},"change":{"kind":"DropEverything","person":"a@b"}}]"""));

    private static PlannedChange Back(string json) => JsonSerializer.Deserialize(json, GatehouseJson.Default.IReadOnlyListPlannedChange)!.ShouldHaveSingleItem();
}
