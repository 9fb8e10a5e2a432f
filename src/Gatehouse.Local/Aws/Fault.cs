namespace Gatehouse.Local.Aws;

/// <summary>An error that the world gives instead of doing an action, a number of times.</summary>
/// <param name="Service">Signing name: <c>iam</c>, <c>ses</c>, <c>states</c>, <c>dynamodb</c>, <c>s3</c>, <c>github</c>, <c>slack</c>, ….</param>
/// <param name="Action">The action's name as <c>/api/calls</c> counts it, or <c>*</c> for each one of the service.</param>
/// <param name="Code">The error code, as the service writes it.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Times">How many more calls meet it.</param>
/// <param name="Kill">Ends the function's process at that call instead of answering.</param>
/// <param name="After">The call takes effect first; only its answer is lost.</param>
/// <param name="Skip">How many calls pass before the next that meets it.</param>
/// <param name="Every">From then on each so many-th call alone meets it: 5 for one in five.</param>
public sealed record Fault(string Service, string Action, string Code, int Status, int Times, bool Kill = false, bool After = false, int Skip = 0, int Every = 1)
{
    public bool Meets(string service, string action) =>
        string.Equals(Service, service, StringComparison.OrdinalIgnoreCase) && (Action == "*" || string.Equals(Action, action, StringComparison.OrdinalIgnoreCase));
}
