using Amazon.Runtime;

namespace Amazon.IdentityManagement;

public class StatusType : ConstantClass
{
    public static readonly StatusType Active = new("Active");

    public static readonly StatusType Inactive = new("Inactive");

    public static readonly StatusType Expired = new("Expired");

    public StatusType(string value) : base(value) { }

    public static StatusType FindValue(string value) => FindValue<StatusType>(value);

    public static implicit operator StatusType(string value) => FindValue(value);
}
