using Gatehouse.Cli.Deployments;
using Gatehouse.GitHub;
using Gatehouse.Register;

namespace Gatehouse.Cli.Doctor;

/// <summary>Whether the secrets of each repository that a key is rotated into can be written: GitHub gives the key that they are sealed for to whoever may see them.</summary>
internal sealed class RotationsCheck(Deployment deployment) : ICheck
{
    public string Name => "Actions secrets";

    public async Task<IReadOnlyList<Diagnosis>> LookAsync(CancellationToken cancellationToken)
    {
        var found = new List<Diagnosis>();
        foreach (var machine in await MachinesAsync(cancellationToken))
        {
            found.Add(await LookAsync(machine.User, machine.Rotation!, cancellationToken));
        }

        return found.Count > 0 ? found : [Diagnosis.Fine("no machine user has a rotation")];
    }

    private async Task<IEnumerable<MachineUser>> MachinesAsync(CancellationToken cancellationToken)
    {
        var source = deployment.Room<IRegisterSource>();
        try
        {
            return (await source.ReadMachineUsersAsync(await source.HeadAsync(cancellationToken), cancellationToken)).Where(machine => machine.Rotation is not null);
        }
        catch (RegisterUnreadableException)
        {
            // The check of access keys says what is wrong with the file.
            return [];
        }
    }

    private async Task<Diagnosis> LookAsync(UserName user, KeyRotation rotation, CancellationToken cancellationToken)
    {
        var place = new SecretsPlace(rotation.Repository, rotation.Environment);
        try
        {
            await deployment.Room<IActionsSecrets>().KeyAsync(place, cancellationToken);
            return Diagnosis.Fine($"the secrets of {place}, for {user}, can be reached");
        }
        catch (GitHubRefusedException refused)
        {
            return Diagnosis.Wrong(
                $"the secrets of {place}, for {user}, cannot be reached: {refused.Message}",
                $"Install the App on that repository, with secrets: write{(rotation.Environment is null ? "" : " and environments: write, and make the environment")}; or correct it in {RegisterFiles.MachineUsers}. Until then its key is not rotated.");
        }
    }
}
