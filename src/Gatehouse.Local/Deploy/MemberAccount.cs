using Gatehouse.Local.Events;

namespace Gatehouse.Local.Deploy;

/// <summary>The stack that every other account has, told where the home region's bus is; it is deployed nowhere in the world.</summary>
public static class MemberAccount
{
    /// <summary>The parameter that makes a stack one of other accounts.</summary>
    public const string HomeBusArn = "HomeBusArn";

    /// <summary>None where the app describes no such stack, or no bus that it could forward to.</summary>
    public static Deployment? Read(string cloudAssembly, IReadOnlyList<Deployment> deployed)
    {
        var buses = deployed.SelectMany(stack => stack.Stack.Resources("AWS::Events::EventBus").Select(bus => new BusAddress(World.Account, stack.Stack.Region, stack.Resolve(bus.Value["Name"]))));
        return StackTemplate.ReadAll(cloudAssembly).FirstOrDefault(stack => stack.IsOfOtherAccounts) is { } template && buses.FirstOrDefault() is { } home
            ? new Deployment(template, new Dictionary<string, string> { [HomeBusArn] = home.Arn })
            : null;
    }
}
