using System.Globalization;
using System.Xml;

namespace Bundled.Pipeline;

/// <summary>Reads a response forward, one element at a time, so that an account of any size costs no more memory than its answer.</summary>
internal sealed class XmlFields : IDisposable
{
    private readonly XmlReader _reader;
    private bool _consumed;

    public XmlFields(Stream stream)
    {
        _reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = false });
        _reader.MoveToContent();
    }

    public void Dispose() => _reader.Dispose();

    /// <summary>The names of the current element's children; one that is not read before the next is asked for is skipped.</summary>
    public IEnumerable<string> Children()
    {
        var empty = _reader.IsEmptyElement;
        _reader.Read();
        while (!empty && _reader.MoveToContent() != XmlNodeType.EndElement)
        {
            _consumed = false;
            if (_reader.NodeType == XmlNodeType.Element) yield return _reader.LocalName;
            if (!_consumed) _reader.Skip();
        }

        if (!empty) _reader.Read();
        _consumed = true;
    }

    public T Shape<T>() where T : IXmlShape, new()
    {
        var shape = new T();
        Fill(shape);
        return shape;
    }

    public void Fill(IXmlShape shape)
    {
        foreach (var field in Children()) shape.Read(field, this);
    }

    /// <summary>A list without members stays as it was before: null, unless the application asked otherwise.</summary>
    public List<T> Shapes<T>() where T : IXmlShape, new() => Members(Shape<T>);

    public List<string> Texts() => Members(Text);

    public string Text()
    {
        _consumed = true;
        return _reader.ReadElementContentAsString();
    }

    public bool? Flag() => bool.Parse(Text());

    public int? Number() => int.Parse(Text(), CultureInfo.InvariantCulture);

    public MemoryStream Bytes() => new(Convert.FromBase64String(Text()));

    public DateTime? Timestamp() =>
        DateTime.Parse(Text(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    /// <summary>A map of numbers: each entry is a key and a value.</summary>
    public Dictionary<string, int> Numbers()
    {
        var numbers = Fresh.Dictionary<string, int>();
        foreach (var entry in Children())
        {
            if (entry != "entry") continue;
            var (key, value) = ("", 0);
            foreach (var part in Children())
            {
                if (part == "key") key = Text();
                else if (part == "value") value = Number() ?? 0;
            }

            (numbers ??= [])[key] = value;
        }

        return numbers;
    }

    private List<T> Members<T>(Func<T> read)
    {
        var members = Fresh.List<T>();
        foreach (var member in Children())
        {
            if (member == "member") (members ??= []).Add(read());
        }

        return members;
    }
}
