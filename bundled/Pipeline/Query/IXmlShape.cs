namespace Bundled.Pipeline;

/// <summary>Something that arrives as an XML element; a field that it does not know is left unread and skipped.</summary>
internal interface IXmlShape
{
    void Read(string field, XmlFields xml);
}
