using Gatehouse.Register;

namespace Gatehouse.Mfa;

/// <summary>Looks at one person's devices as IAM has them now, lets the plan decide, and does it: the one way for an event and for a sweep.</summary>
public sealed class MfaApply
{
    /// <param name="person">Whose devices.</param>
    /// <param name="because">What led here: a run's name, or <c>event-</c> and CloudTrail's event id.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>What was done.</returns>
    public Task<IReadOnlyList<MfaChange>> ExamineAsync(UserName person, string because, CancellationToken cancellationToken) => throw new NotImplementedException();
}
