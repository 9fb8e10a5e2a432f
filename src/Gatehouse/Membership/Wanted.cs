using Gatehouse.Register;

namespace Gatehouse.Membership;

/// <summary>Says of a change whether a register asks for it: the question by which a change is credited to a merge.</summary>
public static class Wanted
{
    public static bool IsWantedBy(this MembershipChange change, PeopleRegister register)
    {
        var person = register.People.FirstOrDefault(one => one.Name == change.Person);
        return change switch
        {
            CreateUser or AdoptUser or SendWelcome or ExpireFirstPassword => person is not null,
            AddToGroup add => person?.Groups.Contains(add.Group, StringComparer.OrdinalIgnoreCase) ?? false,
            RestoreUser => person is not null,
            QuarantineUser or DeleteUser => person is null,
            ResetPassword or ResetMfa => false,
            RemoveFromGroup remove => !(person?.Groups.Contains(remove.Group, StringComparer.OrdinalIgnoreCase) ?? false),
            _ => throw new UnknownChangeException(change),
        };
    }
}
