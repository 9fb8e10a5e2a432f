using System.Diagnostics;
using System.Reflection;
using Amazon.Lambda.Annotations;
using Gatehouse.Runtime;

namespace Gatehouse.Tests.Runtime;

public class HandlerGuardTests
{
    [Fact]
    public void The_guard_knows_every_function_and_nothing_else()
    {
        var functions =
            from type in typeof(HandlerGuard).Assembly.GetTypes()
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            let function = method.GetCustomAttribute<LambdaFunctionAttribute>()
            where function is not null
            select function.ResourceName ?? method.Name;

        HandlerGuard.Handlers.ShouldBe(functions, ignoreOrder: true);
    }

    [Fact]
    public void A_function_of_the_program_may_start() => HandlerGuard.Refusal("PlanMembership").ShouldBeNull();

    [Theory]
    [InlineData(null, "is not set")]
    [InlineData("", "is not set")]
    [InlineData("planmembership", "is 'planmembership'")]
    public void Any_other_handler_is_refused_with_the_names_there_are(string? handler, string reason)
    {
        var refusal = HandlerGuard.Refusal(handler).ShouldNotBeNull();

        refusal.ShouldContain(reason);
        refusal.ShouldContain("PlanMembership");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("NoSuchFunction")]
    public async Task A_program_without_a_handler_of_its_own_fails_before_its_Main(string? handler)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(HandlerGuard).Assembly.Location]) { RedirectStandardError = true };
        start.Environment.Remove(HandlerGuard.Variable);
        if (handler is not null) start.Environment[HandlerGuard.Variable] = handler;

        using var program = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var errors = await program.StandardError.ReadToEndAsync(patience.Token);
        await program.WaitForExitAsync(patience.Token);

        program.ExitCode.ShouldBe(1);
        errors.Trim().ShouldBe(HandlerGuard.Refusal(handler));
    }
}
