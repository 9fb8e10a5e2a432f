using System.Text.Json;
using Gatehouse.Register;
using static Gatehouse.Tests.Register.RegisterFixture;

namespace Gatehouse.Tests.Register;

/// <summary>Holds <c>docs/gatehouse.schema.json</c> and the reader together: they take and refuse the same files.</summary>
public class SchemaTests
{
    private const string Good = """{"allowedDomains":["x.uk"]}""";

    public static TheoryData<string, bool> Files => new()
    {
        { Good, true },
        { "[]", false },
        { "{}", false },
        { """{"allowedDomains":[]}""", false },
        { """{"allowedDomains":"x.uk"}""", false },
        { """{"allowedDomains":["@x.uk"]}""", false },
        { """{"allowedDomains":["uk"]}""", false },
        { """{"allowedDomains":["x_y.uk"]}""", false },
        { """{"allowedDomains":["x.uk."]}""", false },
        { """{"allowedDomains":[7]}""", false },
        { """{"allowedDomains":["x.uk"],"$schema":"y"}""", true },
        { """{"allowedDomains":["x.uk"],"allowedDomain":[]}""", false },
        { """{"allowedDomains":["x.uk"],"protected":["a"],"adopt":["b"],"contacts":{"g":"a@b.uk"},"previousNames":{"n":"o"}}""", true },
        { """{"allowedDomains":["x.uk"],"protected":[" "]}""", false },
        { """{"allowedDomains":["x.uk"],"protected":null}""", false },
        { """{"allowedDomains":["x.uk"],"adopt":{}}""", false },
        { """{"allowedDomains":["x.uk"],"contacts":["a@b.uk"]}""", false },
        { """{"allowedDomains":["x.uk"],"contacts":{"g":"#channel"}}""", false },
        { """{"allowedDomains":["x.uk"],"administratorGroups":["g"],"users":{"limit":10,"reserve":0}}""", true },
        { """{"allowedDomains":["x.uk"],"administratorGroups":[""]}""", false },
        { """{"allowedDomains":["x.uk"],"users":{"most":10}}""", false },
        { """{"allowedDomains":["x.uk"],"previousNames":[]}""", false },
        { """{"allowedDomains":["x.uk"],"previousNames":{"n":1}}""", false },
        { """{"allowedDomains":["x.uk"],"removals":{}}""", true },
        { """{"allowedDomains":["x.uk"],"removals":{"share":1,"people":0,"sharesFrom":3}}""", true },
        { """{"allowedDomains":["x.uk"],"removals":{"share":1.1}}""", false },
        { """{"allowedDomains":["x.uk"],"removals":{"share":"1"}}""", false },
        { """{"allowedDomains":["x.uk"],"removals":{"people":-1}}""", false },
        { """{"allowedDomains":["x.uk"],"removals":{"people":1.5}}""", false },
        { """{"allowedDomains":["x.uk"],"removals":{"sharesFrom":1e12}}""", false },
        { """{"allowedDomains":["x.uk"],"removals":{"percent":3}}""", false },
        { """{"allowedDomains":["x.uk"],"removals":7}""", false },
        { """{"allowedDomains":["x.uk"],"accounts":{}}""", true },
        { """{"allowedDomains":["x.uk"],"accounts":{"123456789012":"payments-production"}}""", true },
        { """{"allowedDomains":["x.uk"],"accounts":{"12345678901":"payments-production"}}""", false },
        { """{"allowedDomains":["x.uk"],"accounts":{"payments-production":"123456789012"}}""", false },
        { """{"allowedDomains":["x.uk"],"accounts":{"123456789012":" "}}""", false },
        { """{"allowedDomains":["x.uk"],"accounts":{"123456789012":7}}""", false },
        { """{"allowedDomains":["x.uk"],"accounts":["123456789012"]}""", false },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void The_schema_and_the_reader_agree(string file, bool taken)
    {
        using var document = JsonDocument.Parse(file);
        using var schema = Schema();

        new SchemaSubset(schema.RootElement).Takes(document.RootElement).ShouldBe(taken, "the schema");
        TakenByReader(file).ShouldBe(taken, "the reader");
    }

    [Fact]
    public void Every_default_of_the_schema_is_the_readers()
    {
        using var schema = Schema();
        var limits = schema.RootElement.GetProperty("properties").GetProperty("removals").GetProperty("properties");

        new RemovalLimits(
            limits.GetProperty("share").GetProperty("default").GetDouble(),
            limits.GetProperty("people").GetProperty("default").GetInt32(),
            limits.GetProperty("sharesFrom").GetProperty("default").GetInt32()).ShouldBe(new RemovalLimits());
        var users = schema.RootElement.GetProperty("properties").GetProperty("users").GetProperty("properties");
        new UserLimits(users.GetProperty("limit").GetProperty("default").GetInt32(), users.GetProperty("reserve").GetProperty("default").GetInt32()).ShouldBe(new UserLimits());
    }

    private static bool TakenByReader(string file)
    {
        try
        {
            RegisterSettingsReader.Read(Bytes(file));
            return true;
        }
        catch (RegisterUnreadableException)
        {
            return false;
        }
    }

    private static JsonDocument Schema() => JsonDocument.Parse(File.ReadAllText(House.Repository.Path("docs", "gatehouse.schema.json")));
}
