using System.Xml.Linq;
using Gatehouse.Local.Events;
using Gatehouse.Local.Moto;

namespace Gatehouse.Local.Deploy;

/// <summary>
/// The stack that every other account has, told where the home region's bus is and whose. It goes through no CloudFormation: the world plays its rules for every other
/// account, and makes its role in those whose access keys are watched.
/// </summary>
public static class MemberAccount
{
    /// <summary>The parameter that says who may take on its role.</summary>
    private const string HomeAccount = "HomeAccount";

    /// <summary>The parameter that makes a stack one of other accounts.</summary>
    public const string HomeBusArn = "HomeBusArn";

    /// <summary>None where the app describes no such stack, or no bus that it could forward to.</summary>
    public static Deployment? Read(string cloudAssembly, IReadOnlyList<Deployment> deployed)
    {
        var buses = deployed.SelectMany(stack => stack.Stack.Resources("AWS::Events::EventBus").Select(bus => new BusAddress(World.Account, stack.Stack.Region, stack.Resolve(bus.Value["Name"]))));
        return StackTemplate.ReadAll(cloudAssembly).FirstOrDefault(stack => stack.IsOfOtherAccounts) is { } template && buses.FirstOrDefault() is { } home
            ? new Deployment(template, new Dictionary<string, string> { [HomeBusArn] = home.Arn, [HomeAccount] = World.Account })
            : null;
    }

    /// <summary>Makes the stack's role that has a name in an account, unless an earlier world has made it.</summary>
    public static async Task PrepareAsync(MotoClient moto, Deployment member, string account, CancellationToken cancellation)
    {
        var there = await IamAsync("ListRoles");
        foreach (var (_, role) in member.Stack.Resources("AWS::IAM::Role").Where(role => role.Value["RoleName"] is not null))
        {
            var name = member.Resolve(role["RoleName"]);
            if (there.Descendants().Any(element => element.Name.LocalName == "RoleName" && element.Value == name)) continue;

            await IamAsync("CreateRole", ("RoleName", name), ("Path", member.Resolve(role["Path"])), ("AssumeRolePolicyDocument", member.ResolveAll(role["AssumeRolePolicyDocument"]!).ToJsonString()));
        }

        Task<XElement> IamAsync(string action, params (string Name, string Value)[] parameters) => moto.QueryAsync(
            "iam", World.GlobalRegion, [new("Action", action), new("Version", "2010-05-08"), .. parameters.Select(one => KeyValuePair.Create(one.Name, one.Value))], cancellation, account);
    }
}
