namespace Gatehouse.Membership.Report;

/// <summary>Holds what was applied against what IAM has afterwards: a report says what was read back, not what was sent. Pure.</summary>
public static class ReadBack
{
    /// <returns>For each change's key, whether the snapshot has it so; nothing for a password, which no snapshot shows.</returns>
    public static IReadOnlyDictionary<string, bool> Of(IEnumerable<PlannedChange> changes, Snapshot snapshot) =>
        changes.Where(planned => planned.Change is not (ExpireFirstPassword or ResetPassword or ResetMfa)).ToDictionary(planned => planned.Change.Key, planned => IsIn(planned.Change, snapshot));

    private static bool IsIn(MembershipChange change, Snapshot snapshot)
    {
        var user = snapshot.Find(change.Person);
        return change switch
        {
            CreateUser create => user is { Managed: true } && create.Groups.All(user.Groups.Contains),
            AdoptUser adopt => user is { Managed: true } && adopt.Groups.All(user.Groups.Contains) && !adopt.Leaves.Any(user.Groups.Contains),
            AddToGroup add => user is not null && user.Groups.Contains(add.Group),
            RemoveFromGroup remove => user is not null && !user.Groups.Contains(remove.Group),
            SendWelcome => user is not null,
            QuarantineUser quarantine => quarantine.AtOnce ? user is null : user is { Denied: true, Groups.Count: 0 },
            RestoreUser restore => user is { Denied: false } && restore.Groups.All(user.Groups.Contains),
            DeleteUser => user is null,
            _ => throw new UnknownChangeException(change),
        };
    }
}
