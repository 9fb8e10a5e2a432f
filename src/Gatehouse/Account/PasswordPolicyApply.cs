namespace Gatehouse.Account;

public sealed class PasswordPolicyApply
{
    public Task AnswerAsync(CustomResourceRequest request, CancellationToken cancellationToken) => throw new NotImplementedException();
}
