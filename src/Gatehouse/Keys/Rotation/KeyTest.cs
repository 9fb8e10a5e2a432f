using Gatehouse.GitHub;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Runtime;

namespace Gatehouse.Keys.Rotation;

/// <summary>Lets the repository's own workflow prove the new key: asks for it, looks how it ended, and remembers that.</summary>
public sealed class KeyTest(IWorkflows workflows, RotationReader reader, Rotations rotations, RotationLock turn, RotationTrail trail, Settings settings, TimeProvider clock)
{
    /// <exception cref="DeployKeyTestFailedException">It failed, did not end in time, or proved a key that somebody else wrote.</exception>
    /// <exception cref="SecretsHalfWrittenException">One of the secrets was written since: another key must take this one's place.</exception>
    public async Task<RotationState> TestAsync(RunId run, RotationItem item, CancellationToken cancellationToken)
    {
        var (user, rotation) = (item.Machine.User, item.Machine.Rotation!);
        await turn.TakeAsync(user, run, cancellationToken);
        if (await rotations.FindAsync(user, cancellationToken) is not { Written: { } written } known || rotation.Workflow is not { } file)
        {
            throw new RotationRefusedException($"The key of {user} is not tested", "the ledger knows of no key that was written and has a test workflow.");
        }

        if (known.Tested is not null)
        {
            return RotationState.Tested;
        }

        var workflow = new Workflow(rotation.Repository, file, rotation.Ref);
        var runs = await workflows.RunsAsync(workflow, written, cancellationToken);
        switch (TestVerdict.Of(runs, written, known.TestAsked, settings.DeployKeyTestMinutes))
        {
            case TestVerdict.Passed passed:
                await RequireOursAsync(item, known, cancellationToken);
                await rotations.SaveAsync(known with { Tested = clock.GetUtcNow(), Failure = null }, cancellationToken);
                await trail.DoneAsync(run, user, RotationTrail.Proved, known.New!, $"prove the new key {known.New} by the test workflow: {passed.Url}", cancellationToken);
                return RotationState.Tested;
            case TestVerdict.Ask:
                await workflows.DispatchAsync(workflow, cancellationToken);
                // GitHub's clock before the asking: the run may be a second older than the answer.
                await rotations.SaveAsync(known with { TestAsked = runs.At }, cancellationToken);
                return RotationState.Testing(seconds: 3);
            case TestVerdict.Adopt adopt:
                await rotations.SaveAsync(known with { TestAsked = adopt.AskedAt }, cancellationToken);
                return RotationState.Testing(seconds: 3);
            case TestVerdict.Wait wait:
                return RotationState.Testing(wait.Seconds);
            case TestVerdict.Failed failed:
                await RequireOursAsync(item, known, cancellationToken);
                throw await FailedAsync(known, failed.Why, cancellationToken);
            case var other:
                throw new InvalidOperationException($"No way is known to act on {other}.");
        }
    }

    /// <summary>A run proves the new key only where nobody has written the secrets since.</summary>
    private async Task RequireOursAsync(RotationItem item, RotationRecord known, CancellationToken cancellationToken)
    {
        switch (await reader.SecretsAsync(item.Machine.Rotation!, known, cancellationToken))
        {
            case SecretsState.Half:
                throw new SecretsHalfWrittenException(known.Writing!.Place, new InvalidOperationException("One of them was written since by another request."));
            case SecretsState.Others:
                throw await FailedAsync(known, RotationWords.Overwritten(item.Machine), cancellationToken);
        }
    }

    // Forgets that it was asked for, so that the next run asks again.
    private async Task<DeployKeyTestFailedException> FailedAsync(RotationRecord known, string why, CancellationToken cancellationToken)
    {
        await rotations.SaveAsync(known with { TestAsked = null, Failure = why }, cancellationToken);
        return new DeployKeyTestFailedException(known.User, why);
    }
}
