namespace Gatehouse.Aws;

/// <summary>The accounts whose access keys are watched: this one, and those whose role of the member account's stack may be assumed.</summary>
public interface IKeyAccounts
{
    /// <summary>Enters an account to look, and to change nothing.</summary>
    /// <param name="account">Its twelve digits.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="AccountNotWatchedException">It is neither the base account nor among <c>keyAccounts</c>.</exception>
    /// <exception cref="AccountNotEnteredException">Its role cannot be assumed.</exception>
    Task<KeyAccount> EnterAsync(string account, CancellationToken cancellationToken);

    /// <summary>The same for a purpose, by the role of that purpose.</summary>
    Task<KeyAccount> EnterAsync(string account, KeyPurpose purpose, CancellationToken cancellationToken) => EnterAsync(account, cancellationToken);

    /// <summary>In which account a key was made.</summary>
    /// <returns>Its twelve digits; null where AWS knows no such key.</returns>
    Task<string?> AccountOfAsync(AccessKeyId key, CancellationToken cancellationToken);
}

/// <summary>One account, as the room of keys needs it.</summary>
/// <param name="Number">Its twelve digits.</param>
/// <param name="Users">Its users.</param>
/// <param name="Report">Its credential report.</param>
/// <param name="Keys">Its users' keys.</param>
/// <param name="Sessions">Its users' sessions.</param>
/// <param name="Owners">Whose its users are.</param>
public sealed record KeyAccount(string Number, IAccount Users, ICredentialReport Report, IAccessKeys Keys, IUserSessions Sessions, IKeyOwners Owners);

/// <summary>Cuts temporary sessions that a user made with a long-term key (GetSessionToken).</summary>
public interface IUserSessions
{
    /// <summary>Denies everything to sessions whose token was issued before a moment, by an inline policy on <c>aws:TokenIssueTime</c>; a later moment replaces an earlier one, never the other way round.</summary>
    /// <remarks>Long-term keys carry no such time, so that it does not touch them; sessions of roles that were assumed elsewhere run on to their end.</remarks>
    /// <exception cref="NoRoomToDenyException">The user's other inline policies leave no room for this one.</exception>
    Task CutAsync(Register.UserName user, DateTimeOffset issuedBefore, CancellationToken cancellationToken);
}

/// <summary>The role of a member account cannot be assumed; nothing was looked at there.</summary>
public sealed class AccountNotEnteredException(string account, string role, Exception refusal) : Exception(
    $"The role {role} of account {account} cannot be assumed: {refusal.Message} Deploy the member account's stack there, with this account's number and deployment name as its parameters, or take the account out of keyAccounts in cdk.json. "
    + "Who asks by the command line needs sts:AssumeRole on that role, and the ARN of their own role as that stack's parameter OperatorRole.",
    refusal);

/// <summary>Nobody said that this account's keys are Gatehouse's to watch; nothing was looked at there.</summary>
public sealed class AccountNotWatchedException(string account) : Exception(
    $"Account {account} is not among keyAccounts in cdk.json, so that Gatehouse neither sees its keys nor touches them. Add it there, and deploy the member account's stack to it.");
