using System.Text.Json;
using Gatehouse.Register;
using static Gatehouse.Tests.Register.RegisterFixture;

namespace Gatehouse.Tests.Register;

/// <summary>Holds each schema in <c>docs</c> and its reader together: they take and refuse the same files.</summary>
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

    public static TheoryData<string, bool> Exemptions => new()
    {
        { """{"user":"jane.doe@x.uk","reason":"a","owner":"a@b.uk","until":"2026-12-31"}""", true },
        { """{"key":"AKIAIOSFODNN7EXAMPLE","account":"123456789012","reason":"a","owner":"a@b.uk","until":"2020-02-29"}""", true },
        { """{"user":"a","key":"AKIAIOSFODNN7EXAMPLE","reason":"a","owner":"a@b.uk","until":"2026-12-31"}""", false },
        { """{"reason":"a","owner":"a@b.uk","until":"2026-12-31"}""", false },
        { """{"user":"a b","reason":"a","owner":"a@b.uk","until":"2026-12-31"}""", false },
        { """{"user":7,"reason":"a","owner":"a@b.uk","until":"2026-12-31"}""", false },
        { """{"key":"ASIAIOSFODNN7EXAMPLE","reason":"a","owner":"a@b.uk","until":"2026-12-31"}""", false },
        { """{"key":"AKIAIOSFODNN7","reason":"a","owner":"a@b.uk","until":"2026-12-31"}""", false },
        { """{"user":"a","reason":" ","owner":"a@b.uk","until":"2026-12-31"}""", false },
        { """{"user":"a","reason":"a","owner":"somebody","until":"2026-12-31"}""", false },
        { """{"user":"a","reason":"a","owner":"a@b.uk","until":"soon"}""", false },
        { """{"user":"a","reason":"a","owner":"a@b.uk","until":"2026-13-01"}""", false },
        { """{"user":"a","reason":"a","owner":"a@b.uk","until":"2026-12-31T00:00Z"}""", false },
        { """{"user":"a","reason":"a","owner":"a@b.uk"}""", false },
        { """{"user":"a","reason":"a","owner":"a@b.uk","until":"2026-12-31","why":"b"}""", false },
        { """{"user":"a","account":"1","reason":"a","owner":"a@b.uk","until":"2026-12-31"}""", false },
        { "7", false },
    };

    public static TheoryData<string, bool> Machines => new()
    {
        { """{"user":"deploy","owner":"a@b.uk"}""", true },
        { """{"user":"deploy","owner":"a@b.uk","account":"123456789012","protected":true,"repository":"o/r","secrets":{"id":"A","key":"_B2"},"environment":"production","days":1,"workflow":"t.yaml","ref":"v1/x"}""", true },
        { """{"owner":"a@b.uk"}""", false },
        { """{"user":"deploy"}""", false },
        { """{"user":"deploy","owner":"a@b.uk","protected":"true"}""", false },
        { """{"user":"deploy","owner":"a@b.uk","repository":"o/r"}""", false },
        { """{"user":"deploy","owner":"a@b.uk","secrets":{"id":"A","key":"B"}}""", false },
        { """{"user":"deploy","owner":"a@b.uk","days":30}""", false },
        { """{"user":"deploy","owner":"a@b.uk","repository":"o/r/x","secrets":{"id":"A","key":"B"}}""", false },
        { """{"user":"deploy","owner":"a@b.uk","repository":"o/..","secrets":{"id":"A","key":"B"}}""", false },
        { """{"user":"deploy","owner":"a@b.uk","repository":"o/.github","secrets":{"id":"A","key":"B"}}""", true },
        { """{"user":"deploy","owner":"a@b.uk","repository":"o/r","secrets":{"id":"A"}}""", false },
        { """{"user":"deploy","owner":"a@b.uk","repository":"o/r","secrets":{"id":"A","key":"GITHUB_B"}}""", false },
        { """{"user":"deploy","owner":"a@b.uk","repository":"o/r","secrets":{"id":"A","key":"1B"}}""", false },
        { """{"user":"deploy","owner":"a@b.uk","repository":"o/r","secrets":{"id":"A","key":"b"}}""", false },
        { """{"user":"deploy","owner":"a@b.uk","repository":"o/r","secrets":{"id":"A","key":"B","token":"C"}}""", false },
        { """{"user":"deploy","owner":"a@b.uk","repository":"o/r","secrets":["A","B"]}""", false },
        { """{"user":"deploy","owner":"a@b.uk","repository":"o/r","secrets":{"id":"A","key":"B"},"days":0}""", false },
        { """{"user":"deploy","owner":"a@b.uk","repository":"o/r","secrets":{"id":"A","key":"B"},"days":366}""", false },
        { """{"user":"deploy","owner":"a@b.uk","repository":"o/r","secrets":{"id":"A","key":"B"},"days":1.5}""", false },
        { """{"user":"deploy","owner":"a@b.uk","repository":"o/r","secrets":{"id":"A","key":"B"},"workflow":"../t.yml"}""", false },
        { """{"user":"deploy","owner":"a@b.uk","repository":"o/r","secrets":{"id":"A","key":"B"},"workflow":"t.json"}""", false },
        { """{"user":"deploy","owner":"a@b.uk","repository":"o/r","secrets":{"id":"A","key":"B"},"ref":"main"}""", false },
        { """{"user":"deploy","owner":"a@b.uk","repository":"o/r","secrets":{"id":"A","key":"B"},"environment":""}""", false },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void The_schema_and_the_reader_agree(string file, bool taken)
    {
        TakenBySchema("gatehouse", file).ShouldBe(taken, "the schema");
        Reads(file, bytes => RegisterSettingsReader.Read(bytes)).ShouldBe(taken, "the reader");
    }

    [Theory]
    [MemberData(nameof(Exemptions))]
    public void The_schema_and_the_reader_of_exemptions_agree(string exemption, bool taken)
    {
        var file = $$"""{"exemptions":[{{exemption}}]}""";

        TakenBySchema("key-exemptions", file).ShouldBe(taken, "the schema");
        Reads(file, bytes => KeyExemptionsFile.Read(bytes, new DateOnly(2026, 11, 21))).ShouldBe(taken, "the reader");
    }

    [Theory]
    [MemberData(nameof(Machines))]
    public void The_schema_and_the_reader_of_machine_users_agree(string machine, bool taken)
    {
        var file = $$"""{"machineUsers":[{{machine}}]}""";

        TakenBySchema("machine-users", file).ShouldBe(taken, "the schema");
        Reads(file, bytes => MachineUsersFile.Read(bytes)).ShouldBe(taken, "the reader");
    }

    [Theory]
    [InlineData("{}", false)]
    [InlineData("[]", false)]
    [InlineData("""{"exemptions":[],"machineUsers":[]}""", false)]
    [InlineData("""{"exemptions":null}""", false)]
    [InlineData("""{"$schema":"y","exemptions":[]}""", true)]
    [InlineData("""{"$schema":"y","machineUsers":[]}""", true)]
    public void They_agree_on_the_shape_around_it(string file, bool taken)
    {
        (TakenBySchema("key-exemptions", file) || TakenBySchema("machine-users", file)).ShouldBe(taken, "the schemas");
        (Reads(file, bytes => KeyExemptionsFile.Read(bytes, default)) || Reads(file, bytes => MachineUsersFile.Read(bytes))).ShouldBe(taken, "the readers");
    }

    [Fact]
    public void Every_default_of_the_schema_is_the_readers()
    {
        using var schema = Schema("gatehouse");
        var limits = schema.RootElement.GetProperty("properties").GetProperty("removals").GetProperty("properties");

        new RemovalLimits(
            limits.GetProperty("share").GetProperty("default").GetDouble(),
            limits.GetProperty("people").GetProperty("default").GetInt32(),
            limits.GetProperty("sharesFrom").GetProperty("default").GetInt32()).ShouldBe(new RemovalLimits());
        var users = schema.RootElement.GetProperty("properties").GetProperty("users").GetProperty("properties");
        new UserLimits(users.GetProperty("limit").GetProperty("default").GetInt32(), users.GetProperty("reserve").GetProperty("default").GetInt32()).ShouldBe(new UserLimits());
    }

    private static bool TakenBySchema(string schema, string file)
    {
        using var document = JsonDocument.Parse(file);
        using var read = Schema(schema);
        return new SchemaSubset(read.RootElement).Takes(document.RootElement);
    }

    private static bool Reads(string file, Action<ReadOnlyMemory<byte>> read)
    {
        try
        {
            read(Bytes(file));
            return true;
        }
        catch (RegisterUnreadableException)
        {
            return false;
        }
    }

    private static JsonDocument Schema(string name) => JsonDocument.Parse(File.ReadAllText(House.Repository.Path("docs", $"{name}.schema.json")));
}
