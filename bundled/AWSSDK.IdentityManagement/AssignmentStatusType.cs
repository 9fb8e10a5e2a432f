using Amazon.Runtime;

namespace Amazon.IdentityManagement;

public class AssignmentStatusType : ConstantClass
{
    public static readonly AssignmentStatusType Assigned = new("Assigned");

    public static readonly AssignmentStatusType Unassigned = new("Unassigned");

    public static readonly AssignmentStatusType Any = new("Any");

    public AssignmentStatusType(string value) : base(value) { }

    public static AssignmentStatusType FindValue(string value) => FindValue<AssignmentStatusType>(value);

    public static implicit operator AssignmentStatusType(string value) => FindValue(value);
}
