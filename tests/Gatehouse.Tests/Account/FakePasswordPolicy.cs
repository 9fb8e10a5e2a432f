using Gatehouse.Account;
using Gatehouse.Aws;

namespace Gatehouse.Tests.Account;

/// <summary>An account's password policy in memory, which remembers what was put there and can be told to fail.</summary>
internal sealed class FakePasswordPolicy : IPasswordPolicy
{
    public AccountPasswordPolicy? Current { get; set; }

    public Exception? Failure { get; set; }

    public List<AccountPasswordPolicy> Puts { get; } = [];

    public Task<AccountPasswordPolicy?> FindAsync(CancellationToken cancellationToken) => Failure is null ? Task.FromResult(Current) : throw Failure;

    public Task PutAsync(AccountPasswordPolicy policy, CancellationToken cancellationToken)
    {
        if (Failure is not null)
        {
            throw Failure;
        }

        Puts.Add(policy);
        Current = policy;
        return Task.CompletedTask;
    }
}
