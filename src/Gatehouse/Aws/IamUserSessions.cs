using Gatehouse.Register;

namespace Gatehouse.Aws;

/// <inheritdoc/>
public sealed class IamUserSessions : IUserSessions
{
    public Task CutAsync(UserName user, DateTimeOffset issuedBefore, CancellationToken cancellationToken) => throw new NotSupportedException("not built yet");
}
