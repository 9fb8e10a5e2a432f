using Gatehouse.Cli.Deployments;
using Gatehouse.Cli.Output;
using Gatehouse.Register;

namespace Gatehouse.Cli.Doctor;

/// <summary>Whether the register and its settings can be read, and whether the deployment may give the groups that it names.</summary>
internal sealed class RegisterCheck(Deployment deployment) : ICheck
{
    public string Name => "Register";

    public async Task<IReadOnlyList<Diagnosis>> LookAsync(CancellationToken cancellationToken)
    {
        var source = deployment.Room<IRegisterSource>();
        var head = await source.HeadAsync(cancellationToken);
        try
        {
            var register = (await source.ReadAsync(head, cancellationToken)).Register;
            var settings = await source.ReadSettingsAsync(head, cancellationToken);
            return Judge(register, settings, deployment.Settings.Groups);
        }
        catch (RegisterUnreadableException unreadable)
        {
            return [.. unreadable.Problems.Select(problem => Diagnosis.Wrong($"{problem.Place}: {problem.What}", problem.Mend))];
        }
    }

    public static IReadOnlyList<Diagnosis> Judge(PeopleRegister register, RegisterSettings settings, IReadOnlyList<string> givable)
    {
        var strange = register.Groups.Except(givable, StringComparer.OrdinalIgnoreCase).ToList();
        return
        [
            register.People.Count > 0
                ? Diagnosis.Fine($"{Words.Many(register.People.Count, "person", "people")}, {Words.Many(register.Groups.Count, "group")}; gatehouse.json allows {Words.Many(settings.AllowedDomains.Count, "domain")}")
                : Diagnosis.Wrong("it lists nobody, and an empty register is refused whole", "Merge one that lists your people."),
            .. strange.Select(group => Diagnosis.Wrong(
                $"it names the group {group}, which this deployment may not give",
                "Add it to \"groups\" in cdk.json and deploy, or take it out of the register.")),
        ];
    }
}
