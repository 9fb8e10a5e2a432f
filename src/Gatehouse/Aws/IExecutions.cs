namespace Gatehouse.Aws;

/// <summary>Starts runs of the membership state machine, each name once.</summary>
public interface IExecutions
{
    /// <summary>Starts a run; false where the name was used already.</summary>
    Task<bool> StartAsync(string name, string input, CancellationToken cancellationToken);

    /// <summary>Whether the run of that name FAILED, TIMED_OUT or was ABORTED; a status that is not known throws.</summary>
    Task<bool> HasFailedAsync(string name, CancellationToken cancellationToken);
}
