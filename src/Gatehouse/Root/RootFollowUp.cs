namespace Gatehouse.Root;

public sealed class RootFollowUp
{
    public Task FollowAsync(CancellationToken cancellationToken) => throw new NotImplementedException();
}
