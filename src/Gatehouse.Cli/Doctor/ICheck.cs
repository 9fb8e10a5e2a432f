namespace Gatehouse.Cli.Doctor;

/// <summary>Looks at one part of a deployment. What cannot be asked comes through as the exception that it is.</summary>
internal interface ICheck
{
    /// <summary>What is looked at: <c>Protected branch</c>.</summary>
    string Name { get; }

    Task<IReadOnlyList<Diagnosis>> LookAsync(CancellationToken cancellationToken);
}
