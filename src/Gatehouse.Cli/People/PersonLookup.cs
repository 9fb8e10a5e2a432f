using Gatehouse.Cli.Deployments;
using Gatehouse.Register;

namespace Gatehouse.Cli.People;

/// <summary>Finds whom a command is about, and refuses with whom it may mean.</summary>
internal static class PersonLookup
{
    /// <exception cref="RefusedException">No IAM user has this name, or one has that Gatehouse does not manage.</exception>
    public static async Task<KnownUser> ManagedAsync(this Deployment deployment, UserName person, CancellationToken cancellationToken)
    {
        var reader = deployment.Users();
        var user = await reader.FindAsync(person, cancellationToken) ?? throw await NobodyAsync(reader, person, cancellationToken);
        return user.Managed
            ? user
            : throw new RefusedException(
                $"The IAM user {user.Name} is not Gatehouse's: it does not carry the tag managed-by=gatehouse. Nothing was done. Act on it in IAM, or hand it over first with a line of \"adopt\" in gatehouse.json.");
    }

    public static UserReader Users(this Deployment deployment) => new(deployment.Room<Amazon.IdentityManagement.IAmazonIdentityManagementService>());

    private static async Task<RefusedException> NobodyAsync(UserReader reader, UserName person, CancellationToken cancellationToken)
    {
        var meant = await reader.LikeAsync(person, cancellationToken);
        var hint = meant.Count == 0 ? "Names are whole addresses, as the register writes them." : $"Did you mean {string.Join(" or ", meant)}?";
        return new RefusedException($"No IAM user has the name {person}. Nothing was done. {hint}");
    }
}
