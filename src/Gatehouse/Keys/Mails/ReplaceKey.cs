using Gatehouse.Membership.Mails;
using Gatehouse.Membership.Mails.Rendering;
using Gatehouse.Register;
using static Gatehouse.Membership.Mails.Rendering.Span;

namespace Gatehouse.Keys.Mails;

/// <summary>How a key is replaced, or deleted, step by step.</summary>
internal static class ReplaceKey
{
    private const string Profile = "name of your profile for this account";

    /// <summary>While the old key still works.</summary>
    public static IEnumerable<Block> Steps(KeyLetter letter) => letter.Machine
        ? OfMachine(letter)
        :
        [
            new Block.Heading("Replace it with aws-vault"),
            new Block.Steps(
                $"Run {Code("aws-vault rotate")} {Fill(Profile)}",
                $"Type the 6-digit code of your MFA device. aws-vault makes a new key, keeps it, and deletes the old one. That is all."),
            new Block.Points(
                $"The profile needs the line {Code("mfa_serial")}. Do not add {Code("--no-session")}: without a session there is no MFA, and AWS refuses.",
                letter.HasTwo
                    ? $"You have two access keys, and AWS takes no third. First delete the one that you do not need, on the AWS website."
                    : (Prose)$"It works only while the old key is active. After that, use the AWS website."),
            .. OnWebsite(letter, "Or on the AWS website"),
        ];

    /// <summary>On the AWS website, which needs no key that works.</summary>
    public static IEnumerable<Block> OnWebsite(KeyLetter letter, string heading) =>
    [
        new Block.Heading(heading),
        new Block.Steps(
            $"Sign in with MFA: {Link(SignInPage.Of(letter.AccountName))}",
            $"Choose {Screen("IAM")}, {Screen("Users")}, {Code(letter.User)}, {Screen("Security credentials")}, and go to {Screen("Access keys")}.",
            letter.HasTwo
                ? $"You have two keys, and AWS takes no third. Delete the one that you do not need: {Screen("Actions")}, {Screen("Deactivate")}, then {Screen("Delete")}."
                : (Prose)$"Choose {Screen("Create access key")}, and put the new key wherever the old one is, such as with {Code("aws-vault add")} {Fill(Profile)}",
            letter.HasTwo
                ? $"Choose {Screen("Create access key")}, and put the new key wherever the old one is, such as with {Code("aws-vault add")} {Fill(Profile)}"
                : letter.IsInactive
                    ? $"Once the new one works, delete {Code(letter.Key.Key.Id.Value)}: {Screen("Actions")}, {Screen("Delete")}."
                    : (Prose)$"Once the new one works, delete {Code(letter.Key.Key.Id.Value)}: {Screen("Actions")}, {Screen("Deactivate")}, then {Screen("Delete")}."),
    ];

    /// <summary>For a key that nobody needs.</summary>
    public static IEnumerable<Block> Delete(KeyLetter letter) =>
    [
        new Block.Heading("If you do not need it"),
        new Block.Steps(
            $"Sign in with MFA: {Link(SignInPage.Of(letter.AccountName))}",
            $"Choose {Screen("IAM")}, {Screen("Users")}, {Code(letter.User)}, {Screen("Security credentials")}, and go to {Screen("Access keys")}.",
            $"Beside {Code(letter.Key.Key.Id.Value)}, choose {Screen("Actions")}, {Screen("Deactivate")}, then {Screen("Delete")}."),
    ];

    private static IEnumerable<Block> OfMachine(KeyLetter letter) =>
    [
        new Block.Heading("Replace it"),
        new Block.Steps(
            $"Find out where it is used: the last use above is a hint, and so is what you know of {Code(letter.User)}.",
            letter.HasTwo
                ? $"There are two keys, and AWS takes no third: delete the one that nothing uses. Then make a new one: {Screen("IAM")}, {Screen("Users")}, {Code(letter.User)}, {Screen("Security credentials")}, {Screen("Create access key")}."
                : (Prose)$"Make a second key: {Screen("IAM")}, {Screen("Users")}, {Code(letter.User)}, {Screen("Security credentials")}, {Screen("Create access key")}.",
            $"Put it everywhere where the old one is, and see that it works.",
            letter.IsInactive
                ? $"Once nothing misses {Code(letter.Key.Key.Id.Value)} any more, delete it."
                : (Prose)$"Make {Code(letter.Key.Key.Id.Value)} inactive. Once nothing has missed it for some days, delete it."),
        new Block.Paragraph($"If GitHub Actions uses it, and its user is in the base account, Gatehouse can replace it by itself: write its \"repository\" and its \"secrets\" beside it, in {Code(RegisterFiles.MachineUsers)} of the register."),
    ];
}
