using System.Net;
using System.Text;
using System.Web;
using Amazon.IdentityManagement;
using Gatehouse.Tests.House;
using Gatehouse.Tests.Ledger;

namespace Gatehouse.Tests.Aws;

/// <summary>
/// An IAM account in memory, reached through the real client with the deployed role's rights: so that a test breaks off between any two calls and looks
/// at what is left.
/// </summary>
internal sealed class IamInMemory : HttpMessageHandler
{
    private const string Throttled = "<ErrorResponse><Error><Type>Sender</Type><Code>Throttling</Code><Message>Rate exceeded</Message></Error></ErrorResponse>";
    private readonly AmazonIdentityManagementServiceClient client;

    public IamInMemory() => client = new AmazonIdentityManagementServiceClient(AwsOver.Credentials, new AmazonIdentityManagementServiceConfig().Over(this));

    public Lazy<IAmazonIdentityManagementService> Client => new(client);

    public Dictionary<string, IamUserInMemory> Users { get; } = [];

    /// <summary>The virtual MFA devices of the account, whoever has them.</summary>
    public HashSet<string> VirtualDevices { get; } = [];

    /// <summary>The calls so far, each with what it names: <c>DeleteAccessKey AKIA1</c>.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>How many things a page of a list has.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>The call, counted from 1, after which the process dies: it has taken effect, and nobody hears the answer. None where it is 0.</summary>
    public int DiesAfterCall { get; set; }

    /// <summary>Says whether IAM throttles the next call: nothing happens then. The client asks a second time by itself, as the SDK's does, without its pauses.</summary>
    public Func<bool> Throttles { get; set; } = () => false;

    /// <summary>By what time reports are made, and grow old.</summary>
    public TimeProvider Clock { get; init; } = new FakeClock();

    /// <summary>Whether the root user has an active access key.</summary>
    public bool RootKey { get; set; }

    /// <summary>The last credential report; null where none was asked for yet.</summary>
    public (DateTimeOffset Made, string Csv)? Report { get; set; }

    /// <summary>What happens right before a call is answered.</summary>
    public Action<string>? Before { get; set; }

    /// <summary>Whether everybody's inline policies are as long as IAM allows.</summary>
    public bool NoRoom { get; set; }

    /// <summary>How many GetUser calls still answer with a user who is deleted.</summary>
    public int Stale { get; set; }

    /// <summary>A managed user who has everything that a user can have.</summary>
    public IamUserInMemory WithEverything(string name)
    {
        var user = Users[name] = new IamUserInMemory(managed: true);
        user.Has("password", "login").Has("key", "AKIA1", "AKIA2").Has("certificate", "CERT1").Has("ssh", "APKA1").Has("credential", "ACCA1", "ACCA2")
            .Has("group", "CrossAccountAccess", "Auditors", "Readers").Has("attached", "arn:aws:iam::aws:policy/ReadOnlyAccess", "arn:aws:iam::111122223333:policy/Team")
            .Has("inline", "first", "zeroth").Has("boundary", "arn:aws:iam::111122223333:policy/Edge")
            .Has("device", $"arn:aws:iam::111122223333:mfa/{name}", $"arn:aws:iam::111122223333:u2f/user/{name}/yubi-ABC", "GAKT12345678");
        VirtualDevices.Add($"arn:aws:iam::111122223333:mfa/{name}");
        return user;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            client.Dispose();
        }

        base.Dispose(disposing);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var form = HttpUtility.ParseQueryString(await request.Content!.ReadAsStringAsync(cancellationToken));
        var action = IamActionInMemory.Of(form["Action"]!);
        Calls.Add(string.Join(' ', new[] { action.Name, action.Names(form) }.Where(part => part.Length > 0)));
        if (Throttles() && Throttles())
        {
            return new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new StringContent(Throttled, Encoding.UTF8, "text/xml") };
        }

        Before?.Invoke(Calls[^1]);
        var (status, body) = action.Answer(this, form);
        return Calls.Count == DiesAfterCall
            ? throw new ProcessDiedException()
            : new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "text/xml") };
    }
}

/// <summary>What one user has: ids, by kind.</summary>
internal sealed class IamUserInMemory(bool managed)
{
    private readonly Dictionary<string, List<string>> things = [];

    public bool Managed { get; set; } = managed;

    /// <summary>Whether they carry the tag of machine users.</summary>
    public bool Machine { get; init; }

    /// <summary>The access keys that are inactive.</summary>
    public HashSet<string> Inactive { get; } = [];

    /// <summary>When an access key was made; not said for one that is not in here.</summary>
    public Dictionary<string, DateTimeOffset> MadeAt { get; } = [];

    /// <summary>When an access key was used last; never for one that is not in here.</summary>
    public Dictionary<string, DateTimeOffset> UsedAt { get; } = [];

    /// <summary>Since when a device is theirs; not said for one that is not in here.</summary>
    public Dictionary<string, DateTimeOffset> EnabledAt { get; } = [];

    /// <summary>Whether there is anything for which DeleteUser refuses.</summary>
    public bool IsBare => things.Where(kind => kind.Key != "boundary").All(kind => kind.Value.Count == 0);

    public List<string> Of(string kind) => things.TryGetValue(kind, out var all) ? all : things[kind] = [];

    public IamUserInMemory Has(string kind, params string[] ids)
    {
        Of(kind).AddRange(ids);
        return this;
    }
}
