using Gatehouse.Cli.Deployments;
using Gatehouse.Register;

namespace Gatehouse.Cli.Status;

/// <summary>Where a person stands in the register, or why that could not be read.</summary>
/// <param name="Head">The commit that was read.</param>
/// <param name="Person">Null where the register does not list them, or could not be read.</param>
/// <param name="GraceDays">How many days the deployment keeps somebody whom it does not list.</param>
/// <param name="Problem">Why it could not be read; null where it was.</param>
internal sealed record RegisterLine(string? Head, RegisteredPerson? Person, int GraceDays, string? Problem)
{
    /// <summary>A register that cannot be read is said, because the rest of a person's status is worth showing without it.</summary>
    public static async Task<RegisterLine> FindAsync(Deployment deployment, UserName person, CancellationToken cancellationToken)
    {
        try
        {
            var source = deployment.Room<IRegisterSource>();
            var head = await source.ReadAsync(await source.HeadAsync(cancellationToken), cancellationToken);
            return new RegisterLine(head.Sha, head.Register.People.FirstOrDefault(one => one.Name == person), deployment.Settings.GraceDays, null);
        }
        catch (Exception known) when (Failure.Explain(known) is not null)
        {
            return new RegisterLine(null, null, 0, Failure.Explain(known)!.Value.Sentence);
        }
    }
}
