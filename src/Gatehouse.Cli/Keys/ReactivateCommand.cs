using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Gatehouse.Aws;
using Gatehouse.Cli.Deployments;
using Gatehouse.Cli.Output;
using Gatehouse.Cli.Revoke;
using Gatehouse.Register;

namespace Gatehouse.Cli.Keys;

/// <summary><c>keys reactivate</c>: gives back a key that a sweep made inactive, for a day.</summary>
internal static partial class ReactivateCommand
{
    private static readonly Argument<string> User = new("user") { Description = "The user name, as IAM writes it." };
    private static readonly Argument<string?> Key = new("key") { Description = "The key's id. Left out: the one key of theirs that Gatehouse made inactive.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> Account = new("--account") { Description = "The account that the user is in. Left out: the base account.", HelpName = "twelve digits" };
    private static readonly Option<string?> Reason = ReasonOption.Create();

    public static Command Create(Screen screen)
    {
        var command = new Command(
            "reactivate",
            """
            Make a key active again that Gatehouse made inactive for its age or because nobody used it. It is left alone for 24 hours; then the next sweep goes on.

            A key that was found in public, one that a rotation replaced, and those of a leaver are not given back. It is safe to repeat.
            """)
        { User, Key, Account, Reason };
        Reason.RequireFor(command, _ => true);
        Key.Validators.Add(result => Refuse(result, KeyId(), "is no id of an access key: AKIA and 16 capitals and digits."));
        Account.Validators.Add(result => Refuse(result, Digits(), "is no account: write its twelve digits."));
        command.SetAction((arguments, cancellation) => ReactivateAsync(screen, arguments, cancellation));
        return command;
    }

    private static async Task<int> ReactivateAsync(Screen screen, ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var deployment = await arguments.ReachAsync(cancellationToken);
        var (user, key) = (new UserName(arguments.GetRequiredValue(User)), arguments.GetValue(Key));
        var giving = new GivingBack(deployment, screen, arguments.GetValue(Account) ?? deployment.Settings.HomeAccount, user, arguments.GetValue(Reason)!.Trim());
        return await giving.DoAsync(key is null ? null : new AccessKeyId(key), cancellationToken);
    }

    private static void Refuse(SymbolResult result, Regex fits, string why)
    {
        if (result.Tokens is [var said] && !fits.IsMatch(said.Value))
        {
            result.AddError($"'{said.Value}' {why}");
        }
    }

    [GeneratedRegex(@"^AKIA[A-Z0-9]{16}\z", RegexOptions.CultureInvariant)]
    private static partial Regex KeyId();

    [GeneratedRegex(@"^[0-9]{12}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
