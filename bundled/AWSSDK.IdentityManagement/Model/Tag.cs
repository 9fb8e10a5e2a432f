using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class Tag : IXmlShape
{
    public string Key { get; set; }

    public string Value { get; set; }

    internal void Write(QueryForm form, string prefix)
    {
        form.Add($"{prefix}.{nameof(Key)}", Key);
        form.Add($"{prefix}.{nameof(Value)}", Value);
    }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        switch (field)
        {
            case nameof(Key): Key = xml.Text(); break;
            case nameof(Value): Value = xml.Text(); break;
        }
    }
}
