using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gatehouse.World.Tests;

/// <summary>A client of the register's repository, doing what the public request form does: a branch, a commit for each file, a pull request.</summary>
public sealed class RegisterClient : IDisposable
{
    public const string Domain = "digital.cabinet-office.gov.uk";
    public const string Users = "terraform/gds_users.tf.json";
    public const string Members = "terraform/iam_crossaccountaccess_members.tf.json";
    public const string PasswordResets = "mgmt/password-reset-emails.txt";
    public const string MfaResets = "mgmt/mfa-reset-emails.txt";
    public const string RootNotices = "mgmt/root-notices.json";

    private static readonly JsonSerializerOptions Pretty = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly HttpClient http;
    private readonly string repository;

    public RegisterClient(WorldFixture world)
    {
        http = new HttpClient { BaseAddress = world.Where.GitHub };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "request-form");
        http.DefaultRequestHeaders.UserAgent.ParseAdd("request-form");
        repository = $"/repos/{world.Where.Repository}";
        Branch = world.Where.Branch;
    }

    public string Branch { get; }

    public static string Address(string local) => $"{local}@{Domain}";

    /// <summary>Opens and merges a pull request that adds people to the register and to the group.</summary>
    public async Task<Merged> AddAsync(params string[] people) => await MergeAsync(await OpenToAddAsync(Branch, people));

    /// <summary>Opens and merges a pull request that takes people out of the register and out of the group.</summary>
    public async Task<Merged> RemoveAsync(params string[] people) => await MergeAsync(await OpenToRemoveAsync(people));

    public Task<int> OpenToRemoveAsync(params string[] people) => OpenAsync(
        $"Remove AWS user {people[0]}",
        Branch,
        Removing(people));

    /// <summary>Opens and merges a pull request that adds a line to one of the reset files.</summary>
    public async Task<Merged> AskResetAsync(string file, string person) =>
        await MergeAsync(await OpenTextAsync($"Reset password of AWS user {person}", Branch, (file, text => $"{text}{Name(person)}\n")));

    public Task<int> OpenToAddAsync(string into, params string[] people) => OpenAsync(
        $"Add AWS user {people[0]}",
        into,
        Adding(people));

    /// <summary>The edits that add people to the register and to the group.</summary>
    public static (string Path, Action<JsonNode> Edit)[] Adding(params string[] people) => [(Users, file => AddUsers(file, people)), (Members, file => AddMembers(file, people))];

    /// <summary>The edits that take people out of the register and out of the group.</summary>
    public static (string Path, Action<JsonNode> Edit)[] Removing(params string[] people) => [(Members, file => RemoveMembers(file, people)), (Users, file => RemoveUsers(file, people))];

    /// <summary>Opens a pull request that edits JSON files, one commit each.</summary>
    public Task<int> OpenAsync(string title, string into, params (string Path, Action<JsonNode> Edit)[] edits) =>
        OpenTextAsync(title, into, [.. edits.Select(edit => (edit.Path, (Func<string, string>)(text => Edited(text, edit.Edit))))]);

    /// <summary>Opens a pull request that rewrites files as text, one commit each.</summary>
    public async Task<int> OpenTextAsync(string title, string into, params (string Path, Func<string, string> Edit)[] edits)
    {
        var branch = $"new-aws-user-{Guid.CreateVersion7(DateTimeOffset.UnixEpoch):N}";
        var head = (string)(await GetAsync($"{repository}/commits/{into}"))["sha"]!;
        await SendAsync(HttpMethod.Post, $"{repository}/git/refs", new JsonObject { ["ref"] = $"refs/heads/{branch}", ["sha"] = head });
        foreach (var (path, edit) in edits)
        {
            var file = await FindAsync($"{repository}/contents/{path}?ref={branch}");
            var text = file is null ? "" : Text(file);
            var change = new JsonObject
            {
                ["message"] = $"{title}\n\nCo-authored-by: Form <form@{Domain}>",
                ["content"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(edit(text))),
                ["branch"] = branch,
            };
            if (file is not null)
            {
                change["sha"] = (string)file["sha"]!;
            }

            await SendAsync(HttpMethod.Put, $"{repository}/contents/{path}", change);
        }

        var pull = await SendAsync(HttpMethod.Post, $"{repository}/pulls", new JsonObject
        {
            ["title"] = title,
            ["head"] = branch,
            ["base"] = into,
            ["body"] = $"Requested using request-form.example by form@{Domain}",
        });
        return (int)pull["number"]!;
    }

    public async Task<Merged> MergeAsync(int number) =>
        new(number, (string)(await SendAsync(HttpMethod.Put, $"{repository}/pulls/{number}/merge", []))["sha"]!);

    public Task CloseAsync(int number) => SendAsync(HttpMethod.Patch, $"{repository}/pulls/{number}", new JsonObject { ["state"] = "closed" });

    /// <summary>Commits one more edit of a text file to a pull request's branch.</summary>
    public async Task PushAsync(int number, string path, Func<string, string> edit)
    {
        var branch = (string)(await PullAsync(number))["head"]!["ref"]!;
        var file = await GetAsync($"{repository}/contents/{path}?ref={branch}");
        await SendAsync(HttpMethod.Put, $"{repository}/contents/{path}", new JsonObject
        {
            ["message"] = "One more commit",
            ["content"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(edit(Text(file)))),
            ["sha"] = (string)file["sha"]!,
            ["branch"] = branch,
        });
    }

    /// <summary>Puts a label on, as somebody.</summary>
    public Task LabelAsync(int number, string label, string login) =>
        SendAsync(HttpMethod.Post, $"{repository}/issues/{number}/labels", new JsonObject { ["labels"] = new JsonArray(label) }, login);

    public Task UnlabelAsync(int number, string label, string login) => SendAsync(HttpMethod.Delete, $"{repository}/issues/{number}/labels/{label}", [], login);

    /// <summary>Makes the repository public, or private again.</summary>
    public Task PublishAsync(bool isPublic) => SendAsync(HttpMethod.Patch, repository, new JsonObject { ["private"] = !isPublic });

    /// <summary>The plan on a pull request, once its check is there and says what it should; there is never a second comment. The comment is read after the check: it is written before it.</summary>
    public Task<PlanShown> PlanAsync(int number, string title) => WorldViews.EventuallyAsync($"the plan of #{number} says {title}", async () =>
    {
        var head = (string)(await PullAsync(number))["head"]!["sha"]!;
        var runs = (await GetAsync($"{repository}/commits/{head}/check-runs?filter=all"))["check_runs"]!.AsArray();
        var run = runs.SingleOrDefault(one => ((string)one!["output"]!["title"]!).Contains(title, StringComparison.Ordinal));
        var comment = await PlanCommentAsync(number);
        return comment is null || run is null ? null : new PlanShown(
            (long)comment["id"]!, (string)comment["body"]!, (string)run["name"]!, (string)run["conclusion"]!, (string)run["output"]!["title"]!, (string)run["output"]!["text"]!,
            [.. (await GetAsync($"{repository}/check-runs/{run["id"]}/annotations")).AsArray().Select(one => $"{one!["path"]}:{one["start_line"]} {one["message"]}")]);
    });

    /// <summary>The comment that shows a plan; null while there is none.</summary>
    public async Task<JsonNode?> PlanCommentAsync(int number) => (await GetAsync($"{repository}/issues/{number}/comments")).AsArray()
        .SingleOrDefault(comment => ((string)comment!["body"]!).StartsWith("<!-- gatehouse:plan -->", StringComparison.Ordinal));

    /// <summary>The newest commit status of each context on a pull request's head: <c>Gatehouse plan failure Refused: …</c>.</summary>
    public async Task<IReadOnlyList<string>> StatusesAsync(int number) =>
        [.. (await GetAsync($"{repository}/commits/{(string)(await PullAsync(number))["head"]!["sha"]!}/status"))["statuses"]!.AsArray().Select(one => $"{one!["context"]} {one["state"]} {one["description"]}")];

    private Task<JsonNode> PullAsync(int number) => GetAsync($"{repository}/pulls/{number}");

    /// <summary>What the runs reported on a pull request; its plan is a comment of its own.</summary>
    public async Task<IReadOnlyList<string>> CommentsAsync(int number) => await CommentsAsync(number, "<!-- gatehouse:membership -->");

    /// <summary>Every comment that carries a marker; all of them for an empty one.</summary>
    public async Task<IReadOnlyList<string>> CommentsAsync(int number, string marker) =>
        [.. (await GetAsync($"{repository}/issues/{number}/comments")).AsArray().Select(comment => (string)comment!["body"]!).Where(body => body.Contains(marker, StringComparison.Ordinal))];

    public Task CreateBranchAsync(string name, string sha) =>
        SendAsync(HttpMethod.Post, $"{repository}/git/refs", new JsonObject { ["ref"] = $"refs/heads/{name}", ["sha"] = sha });

    /// <summary>A file of the register as the protected branch has it.</summary>
    public async Task<string> ReadAsync(string path) => Text(await GetAsync($"{repository}/contents/{path}?ref={Branch}"));

    public async Task<string> HeadAsync() => (string)(await GetAsync($"{repository}/commits/{Branch}"))["sha"]!;

    /// <summary>Delivers the newest delivery of a merge once more, as a click in GitHub's settings does, and waits until it is answered.</summary>
    public async Task RedeliverLastMergeAsync()
    {
        var hook = (long)(await GetAsync($"{repository}/hooks")).AsArray()[0]!["id"]!;
        var before = await DeliveriesAsync(hook);
        var merge = before.First(one => (string?)one["action"] == "closed");
        await SendAsync(HttpMethod.Post, $"{repository}/hooks/{hook}/deliveries/{(long)merge["id"]!}/attempts", []);
        await WorldViews.EventuallyAsync("it is delivered again", async () =>
            (await DeliveriesAsync(hook)).FirstOrDefault(one => (string)one["guid"]! == (string)merge["guid"]! && (int)one["status_code"]! != 0 && before.All(known => (long)known["id"]! != (long)one["id"]!)));
    }

    public void Dispose() => http.Dispose();

    private async Task<IReadOnlyList<JsonNode>> DeliveriesAsync(long hook) => [.. (await GetAsync($"{repository}/hooks/{hook}/deliveries?per_page=100")).AsArray().Select(one => one!)];

    private static void AddUsers(JsonNode file, string[] people)
    {
        foreach (var person in people)
        {
            file["resource"]!.AsArray().Add(new JsonObject
            {
                ["aws_iam_user"] = new JsonObject { [Label(person)] = new JsonObject { ["name"] = Name(person), ["force_destroy"] = true } },
            });
        }
    }

    private static void AddMembers(JsonNode file, string[] people)
    {
        var users = file["resource"]!["aws_iam_group_membership"]!["crossaccountaccess-members"]!["users"]!.AsArray();
        foreach (var person in people)
        {
            users.Add($"${{aws_iam_user.{Label(person)}.name}}");
        }
    }

    private static void RemoveUsers(JsonNode file, string[] people) => Remove(
        file["resource"]!.AsArray(),
        entry => people.Any(person => Name(person) == (string?)entry["aws_iam_user"]!.AsObject().Single().Value!["name"]));

    private static void RemoveMembers(JsonNode file, string[] people) => Remove(
        file["resource"]!["aws_iam_group_membership"]!["crossaccountaccess-members"]!["users"]!.AsArray(),
        member => people.Any(person => (string?)member == $"${{aws_iam_user.{Label(person)}.name}}"));

    private static string Name(string person) => person.Contains('@', StringComparison.Ordinal) ? person : Address(person);

    private static void Remove(JsonArray items, Predicate<JsonNode> which) => items.Where(item => which(item!)).ToList().ForEach(item => items.Remove(item));

    private static string Label(string person) => person.Split('@')[0].Replace('.', '_').Replace(' ', '_');

    private static string Text(JsonNode file) => Encoding.UTF8.GetString(Convert.FromBase64String(((string)file["content"]!).Replace("\n", "", StringComparison.Ordinal)));

    private static string Edited(string text, Action<JsonNode> edit)
    {
        var json = JsonNode.Parse(text)!;
        edit(json);
        return json.ToJsonString(Pretty) + "\n";
    }

    /// <summary>What is there; null where nothing is.</summary>
    private async Task<JsonNode?> FindAsync(string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode == System.Net.HttpStatusCode.NotFound ? null : await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>();
    }

    private async Task<JsonNode> GetAsync(string path) => (await http.GetFromJsonAsync<JsonNode>(path))!;

    private async Task<JsonNode> SendAsync(HttpMethod method, string path, JsonObject body, string? login = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = login is null ? null : new AuthenticationHeaderValue("Bearer", login);
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonNode.Parse(text.Length == 0 ? "{}" : text)! : throw new InvalidOperationException($"{method} {path}: {(int)answer.StatusCode} {text}");
    }
}

/// <summary>A pull request that was merged, and its merge commit.</summary>
public sealed record Merged(int Number, string Commit)
{
    public string RunName => $"merge-{Number}-{Commit}";
}

/// <summary>A plan as a pull request shows it: its one comment, and the check run of that name on its head.</summary>
public sealed record PlanShown(long CommentId, string Comment, string Name, string Conclusion, string Title, string Text, IReadOnlyList<string> Annotations);
