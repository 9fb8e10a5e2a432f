using System.Text.Json.Nodes;
using Gatehouse.Root;
using static Gatehouse.Tests.Root.RootEvents;

namespace Gatehouse.Tests.Root;

public class RootEventTests
{
    [Theory]
    [InlineData("ConsoleLogin", RootEventKind.SignIn)]
    [InlineData("PasswordRecoveryRequested", RootEventKind.RecoveryRequested)]
    [InlineData("PasswordRecoveryCompleted", RootEventKind.RecoveryCompleted)]
    [InlineData("PasswordUpdated", RootEventKind.PasswordUpdated)]
    [InlineData("EmailUpdated", RootEventKind.EmailUpdated)]
    [InlineData("CheckMfa", RootEventKind.Other)]
    public void A_sign_in_event_is_read_whole(string name, RootEventKind kind)
    {
        var one = Read(SignIn(name, "e1"));

        one.ShouldBe(new RootEvent("e1", kind, name, RootOutcome.Done, Payments, Nine)
        {
            Service = "signin.amazonaws.com",
            From = "192.0.2.10",
            Agent = "Mozilla/5.0 (X11; Linux x86_64)",
            Mfa = false,
        });
    }

    [Theory]
    [InlineData("CreateVirtualMFADevice", RootEventKind.DeviceCreated)]
    [InlineData("EnableMFADevice", RootEventKind.DeviceEnabled)]
    [InlineData("DeactivateMFADevice", RootEventKind.DeviceDeactivated)]
    [InlineData("DeleteVirtualMFADevice", RootEventKind.DeviceDeleted)]
    [InlineData("ResyncMFADevice", RootEventKind.DeviceResynced)]
    [InlineData("CreateAccessKey", RootEventKind.KeyCreated)]
    [InlineData("UpdateAccessKey", RootEventKind.KeyUpdated)]
    [InlineData("DeleteAccessKey", RootEventKind.KeyDeleted)]
    [InlineData("DeleteUser", RootEventKind.Other)]
    public void A_call_of_IAM_has_its_kind_and_is_done_unless_it_has_an_error(string name, RootEventKind kind)
    {
        Read(Call(name, "e1")).Kind.ShouldBe(kind);
        Read(Call(name, "e1")).Outcome.ShouldBe(RootOutcome.Done);
        Read(Call(name, "e1", error: "AccessDenied")).Outcome.ShouldBe(RootOutcome.Failed);
        Read(Call(name, "e1", error: "AccessDenied")).Error.ShouldBe("AccessDenied");
    }

    [Theory]
    [InlineData("Success", RootOutcome.Done)]
    [InlineData("success", RootOutcome.Done)]
    [InlineData("Failure", RootOutcome.Failed)]
    [InlineData("Later", RootOutcome.Unknown)]
    [InlineData(null, RootOutcome.Unknown)]
    public void Whether_a_sign_in_event_was_done_is_what_AWS_says_of_it(string? said, RootOutcome outcome) =>
        Read(SignIn("PasswordRecoveryRequested", "e1", outcome: said)).Outcome.ShouldBe(outcome);

    [Theory]
    [InlineData("Yes", true)]
    [InlineData("YES", true)]
    [InlineData("No", false)]
    [InlineData("no", false)]
    [InlineData("Perhaps", null)]
    [InlineData(null, null)]
    public void Whether_MFA_was_used_is_read_without_case(string? said, bool? used)
    {
        var arrived = SignIn("ConsoleLogin", "e1");
        arrived["detail"]!["additionalEventData"]!["MFAUsed"] = said;

        Read(arrived).Mfa.ShouldBe(used);
    }

    [Fact]
    public void A_call_says_by_its_session_whether_MFA_was_used() => Read(Call("CreateAccessKey", "e1")).Mfa.ShouldBe(true);

    [Fact]
    public void A_device_or_key_is_named_by_its_request_or_its_answer()
    {
        const string Serial = "arn:aws:iam::123456789012:mfa/root-account-mfa-device";
        Read(Call("EnableMFADevice", "e1", new() { ["userName"] = "AWS ROOT USER", ["serialNumber"] = Serial })).Subject.ShouldBe(Serial);
        Read(Call("CreateVirtualMFADevice", "e1", answer: new() { ["virtualMFADevice"] = new JsonObject { ["serialNumber"] = Serial } })).Subject.ShouldBe(Serial);
        Read(Call("UpdateAccessKey", "e1", new() { ["accessKeyId"] = "AKIAIOSFODNN7EXAMPLE", ["status"] = "Inactive" })).Subject.ShouldBe("AKIAIOSFODNN7EXAMPLE");
        Read(Call("CreateAccessKey", "e1", answer: new() { ["accessKey"] = new JsonObject { ["accessKeyId"] = "AKIAIOSFODNN7EXAMPLE" } })).Subject.ShouldBe("AKIAIOSFODNN7EXAMPLE");
    }

    [Fact]
    public void What_root_does_to_a_person_is_told_from_what_is_done_to_root()
    {
        Read(Call("CreateAccessKey", "e1", new() { ["userName"] = "jane.doe@example.gov.uk" })).Person.ShouldBe("jane.doe@example.gov.uk");
        Read(Call("EnableMFADevice", "e1", new() { ["userName"] = "AWS ROOT USER" })).Person.ShouldBeNull();
    }

    [Fact]
    public void What_CloudTrail_leaves_out_is_taken_from_the_envelope()
    {
        var bare = new JsonObject { ["id"] = "envelope", ["account"] = Payments, ["time"] = "2026-11-21T09:00:00Z", ["source"] = "aws.signin", ["detail"] = new JsonObject() };

        Read(bare).ShouldBe(new RootEvent("envelope", RootEventKind.Other, "an event without a name", RootOutcome.Done, Payments, Nine));
    }

    [Fact]
    public void The_account_is_the_one_whose_event_it_is()
    {
        var arrived = SignIn("ConsoleLogin", "e1", account: "111122223333");
        arrived["account"] = "999999999999";

        Read(arrived).Account.ShouldBe("111122223333");
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"source":"aws.signin","id":"e"}""")]
    [InlineData("""{"source":"aws.signin","detail":{}}""")]
    [InlineData("""{"source":"aws.signin","id":"e","detail":{"eventTime":"soon"}}""")]
    [InlineData("""{"source":"aws.signin","id":"e","detail":"text"}""")]
    public void What_no_alert_can_be_made_of_is_refused(string body) => Should.Throw<RootEventUnreadableException>(() => RootMessage.Read(body));

    [Fact]
    public void A_heartbeat_is_no_event_of_root() => RootMessage.Read(Heartbeat().ToJsonString()).ShouldBe(new RootMessage(null, Home));
}
