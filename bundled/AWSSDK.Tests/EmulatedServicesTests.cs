using Amazon.SecretsManager.Model;
using Amazon.SimpleEmailV2.Model;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace Bundled.Aws;

[Collection(nameof(Moto))]
public sealed class EmulatedServicesTests(Moto moto)
{
    [Fact]
    public async Task A_secret_is_put_and_read()
    {
        await moto.PrepareAsync("secretsmanager", "secretsmanager.CreateSecret", """{"Name":"gatehouse/test","SecretString":"first"}""");
        using var client = Clients.Secrets(address: moto.Address);

        var put = await client.PutSecretValueAsync(new PutSecretValueRequest { SecretId = "gatehouse/test", SecretString = "second é" });
        var got = await client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = "gatehouse/test" });

        got.SecretString.ShouldBe("second é");
        got.VersionId.ShouldBe(put.VersionId);
        got.VersionStages.ShouldContain("AWSCURRENT");
        await Should.ThrowAsync<Amazon.SecretsManager.Model.ResourceNotFoundException>(
            () => client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = "none" }));
    }

    [Fact]
    public async Task A_mail_is_accepted_from_a_verified_sender_only()
    {
        using var client = Clients.Mail(address: moto.Address);
        var mail = new SendEmailRequest
        {
            FromEmailAddress = "gatehouse@example.com",
            Destination = new Destination { ToAddresses = ["zoe+co@example.com"] },
            Content = new EmailContent
            {
                Simple = new Message { Subject = new Content { Data = "Hello" }, Body = new Body { Text = new Content { Data = "You" } } },
            },
        };

        await Should.ThrowAsync<MessageRejectedException>(() => client.SendEmailAsync(mail));
        await moto.PrepareAsync("ses", "VerifyEmailIdentity", ("EmailAddress", "gatehouse@example.com"));

        (await client.SendEmailAsync(mail)).MessageId.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_machine_is_started_once_under_one_name_and_stopped()
    {
        const string machine = "arn:aws:states:eu-west-2:123456789012:stateMachine:membership";
        await moto.PrepareAsync(
            "states",
            "AWSStepFunctions.CreateStateMachine",
            """
            {"name":"membership","roleArn":"arn:aws:iam::123456789012:role/x",
             "definition":"{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Wait\",\"Seconds\":60,\"End\":true}}}"}
            """);
        using var client = Clients.Machines(address: moto.Address);

        var start = new StartExecutionRequest { StateMachineArn = machine, Name = "7-abc", Input = """{"trigger":"merge"}""" };
        var started = await client.StartExecutionAsync(start);
        start.Input = """{"trigger":"other"}""";
        await Should.ThrowAsync<ExecutionAlreadyExistsException>(() => client.StartExecutionAsync(start));

        var run = await client.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = started.ExecutionArn });
        run.Status.ShouldBe(ExecutionStatus.RUNNING);
        run.Input.ShouldBe("""{"trigger":"merge"}""");
        run.StartDate.Value.Kind.ShouldBe(DateTimeKind.Utc);

        await client.StopExecutionAsync(new StopExecutionRequest { ExecutionArn = started.ExecutionArn, Error = "Enough" });
        var runs = (await client.ListExecutionsAsync(new ListExecutionsRequest { StateMachineArn = machine })).Executions;
        runs.ShouldHaveSingleItem().Status.ShouldBe(ExecutionStatus.ABORTED);
        (await client.ListStateMachinesAsync(new ListStateMachinesRequest())).StateMachines.ShouldHaveSingleItem().StateMachineArn.ShouldBe(machine);
    }
}
