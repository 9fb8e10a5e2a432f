using Amazon.Runtime;

namespace Amazon.IdentityManagement;

public class ReportFormatType : ConstantClass
{
    public static readonly ReportFormatType TextCsv = new("text/csv");

    public ReportFormatType(string value) : base(value) { }

    public static ReportFormatType FindValue(string value) => FindValue<ReportFormatType>(value);

    public static implicit operator ReportFormatType(string value) => FindValue(value);
}
