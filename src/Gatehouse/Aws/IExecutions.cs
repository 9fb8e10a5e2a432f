namespace Gatehouse.Aws;

/// <summary>Starts runs of one state machine, each name once.</summary>
public interface IExecutions
{
    /// <summary>Starts a run; false where the name was used already. Step Functions also says yes, and starts nothing, where a run of that name and input is still running.</summary>
    Task<bool> StartAsync(string name, string input, CancellationToken cancellationToken);

    /// <summary>Whether the run of that name FAILED, TIMED_OUT or was ABORTED; a status that is not known throws.</summary>
    Task<bool> HasFailedAsync(string name, CancellationToken cancellationToken);
}
