using System.Text.Json;

namespace Gatehouse.Register;

/// <summary>
/// Reads strict JSON into values that know their lines. Comments, trailing commas, text after the end and half surrogates
/// are a <see cref="JsonException"/> with its line, as Terraform would refuse them too.
/// </summary>
internal ref struct PlacedJsonParser
{
    private readonly ReadOnlySpan<byte> bytes;
    private Utf8JsonReader reader;
    private int counted;
    private int line;

    private PlacedJsonParser(ReadOnlySpan<byte> bytes)
    {
        this.bytes = bytes;
        reader = new Utf8JsonReader(bytes);
        line = 1;
    }

    public static PlacedJson Parse(ReadOnlySpan<byte> bytes)
    {
        var parser = new PlacedJsonParser(bytes);
        parser.reader.Read();
        var value = parser.Value();
        parser.reader.Read();
        return value;
    }

    private PlacedJson Value() => reader.TokenType switch
    {
        JsonTokenType.StartObject => Object(),
        JsonTokenType.StartArray => Array(),
        JsonTokenType.String => new PlacedText(Line(), Text()),
        JsonTokenType.Number => new PlacedNumber(Line(), reader.GetDouble()),
        JsonTokenType.True => new PlacedWord(Line(), "true"),
        JsonTokenType.False => new PlacedWord(Line(), "false"),
        _ => new PlacedWord(Line(), "null"),
    };

    private PlacedObject Object()
    {
        var start = Line();
        var members = new List<PlacedMember>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (name, place) = (Text(), Line());
            reader.Read();
            members.Add(new PlacedMember(name, place, Value()));
        }

        return new PlacedObject(start, members);
    }

    private PlacedArray Array()
    {
        var start = Line();
        var items = new List<PlacedJson>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Value());
        }

        return new PlacedArray(start, items);
    }

    private string Text()
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException half)
        {
            throw new JsonException("It has half of a \\u surrogate pair.", null, Line() - 1, null, half);
        }
    }

    private int Line()
    {
        var here = (int)reader.TokenStartIndex;
        line += bytes[counted..here].Count((byte)'\n');
        counted = here;
        return line;
    }
}
