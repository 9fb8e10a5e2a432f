using Gatehouse.GitHub;
using Gatehouse.Membership;
using Gatehouse.Register;
using static Gatehouse.Tests.Membership.Given;

namespace Gatehouse.Tests.Membership;

public class AttributorTests
{
    private readonly Branch branch = new();

    [Fact]
    public async Task A_change_is_credited_to_the_merge_that_added_its_line()
    {
        branch.Push("base", RegisterOf(Person("old")));
        branch.Merge("m1", 1, RegisterOf(Person("old"), Person("jane")));

        var planned = (await Credit(new CreateUser(Name("jane"), []))).ShouldHaveSingleItem();

        planned.Because.ShouldBe(new Attribution("m1", 1, "merger-of-1", "author-of-1"));
    }

    [Fact]
    public async Task Two_merges_close_together_are_not_credited_to_one()
    {
        branch.Push("base", RegisterOf(Person("old")));
        branch.Merge("m1", 1, RegisterOf(Person("old"), Person("jane")));
        branch.Merge("m2", 2, RegisterOf(Person("old"), Person("jane"), Person("bob", Group)));

        var planned = await Credit(new CreateUser(Name("jane"), []), new CreateUser(Name("bob"), [Group]));

        planned.Select(one => one.Because.PullRequest).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task A_group_is_credited_to_the_merge_that_gave_it_and_not_to_the_one_that_named_the_person()
    {
        branch.Push("base", RegisterOf(Person("old")));
        branch.Merge("m1", 1, RegisterOf(Person("jane")));
        branch.Merge("m2", 2, RegisterOf(Person("jane", Group)));

        (await Credit(new AddToGroup(Name("jane"), Group))).ShouldHaveSingleItem().Because.PullRequest.ShouldBe(2);
    }

    [Fact]
    public async Task A_commit_pushed_without_a_pull_request_is_credited_as_a_commit()
    {
        branch.Push("base", RegisterOf(Person("old")));
        branch.Push("p1", RegisterOf(Person("jane")));

        (await Credit(new CreateUser(Name("jane"), []))).ShouldHaveSingleItem().Because.ShouldBe(new Attribution("p1"));
    }

    [Fact]
    public async Task What_is_older_than_the_commit_last_applied_is_credited_to_the_head_alone()
    {
        branch.Push("base", RegisterOf(Person("old")));
        branch.Merge("m1", 1, RegisterOf(Person("jane")));
        branch.Merge("m2", 2, RegisterOf(Person("jane"), Person("bob")));

        (await Credit("m1", new CreateUser(Name("jane"), []))).ShouldHaveSingleItem().Because.ShouldBe(new Attribution("m2"));
    }

    [Fact]
    public async Task A_commit_whose_register_could_not_be_read_is_passed_over()
    {
        branch.Push("base", RegisterOf(Person("old")));
        branch.Merge("m1", 1, register: null);
        branch.Merge("m2", 2, RegisterOf(Person("jane")));

        (await Credit(new CreateUser(Name("jane"), []))).ShouldHaveSingleItem().Because.PullRequest.ShouldBe(2);
    }

    [Fact]
    public async Task A_plan_without_changes_asks_GitHub_nothing()
    {
        branch.Push("base", RegisterOf(Person("old")));

        (await Credit()).ShouldBeEmpty();
        branch.Asked.ShouldBe(0);
    }

    private Task<IReadOnlyList<PlannedChange>> Credit(params MembershipChange[] changes) => Credit(null, changes);

    private Task<IReadOnlyList<PlannedChange>> Credit(string? applied, params MembershipChange[] changes) =>
        new Attributor(branch, branch).CreditAsync(changes, new RegisterAt(branch.Tip, branch.RegisterAtTip), applied, CancellationToken.None);

    /// <summary>A protected branch in memory, newest commit last, that counts what it is asked.</summary>
    private sealed class Branch : IGitHub, IRegisterSource
    {
        private readonly List<(string Sha, int? Number, PeopleRegister? Register)> commits = [];

        public int Asked { get; private set; }

        public string Tip => commits[^1].Sha;

        public PeopleRegister RegisterAtTip => commits[^1].Register!;

        public void Push(string sha, PeopleRegister register) => commits.Add((sha, null, register));

        public void Merge(string sha, int number, PeopleRegister? register) => commits.Add((sha, number, register));

        public Task<IReadOnlyList<CommitSummary>> CommitsAsync(string fromSha, int max, CancellationToken cancellationToken)
        {
            Asked++;
            return Task.FromResult<IReadOnlyList<CommitSummary>>(
                [.. commits.Select((commit, at) => new CommitSummary(commit.Sha, at == 0 ? [] : [commits[at - 1].Sha], "", null, default)).Reverse()]);
        }

        public Task<IReadOnlyList<PullRequest>> PullRequestsOfCommitAsync(string sha, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<PullRequest>>(commits.Single(commit => commit.Sha == sha).Number is { } number ? [Merged(number, sha)] : []);

        public Task<PullRequest> PullRequestAsync(int number, CancellationToken cancellationToken) =>
            Task.FromResult(Merged(number, commits.Single(commit => commit.Number == number).Sha) with { MergedBy = $"merger-of-{number}" });

        public Task<RegisterAt> ReadAsync(string sha, CancellationToken cancellationToken)
        {
            Asked++;
            var register = commits.Single(commit => commit.Sha == sha).Register;
            return register is null ? throw new RegisterUnreadableException([]) : Task.FromResult(new RegisterAt(sha, register));
        }

        public Task<string> HeadAsync(CancellationToken cancellationToken) => Task.FromResult(Tip);

        public Task<string> HeadOfBranchAsync(string branch, CancellationToken cancellationToken) => Task.FromResult(Tip);

        public Task<RegisterSettings> ReadSettingsAsync(string sha, CancellationToken cancellationToken) => Task.FromResult(Settings());

        public Task<ReadOnlyMemory<byte>?> ReadFileAsync(string path, string sha, CancellationToken cancellationToken) => throw new InvalidOperationException("No file is read here.");

        public Task UpsertCommentAsync(int number, string marker, string body, CancellationToken cancellationToken) => throw new InvalidOperationException("No comment is written here.");

        private static PullRequest Merged(int number, string sha) => new(number, $"Add AWS user {number}", $"author-of-{number}", null, sha, "", "master", true);
    }
}
