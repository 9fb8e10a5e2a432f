using Gatehouse.Ledger;
using Gatehouse.Membership.Mails;
using Gatehouse.Membership.Mails.Rendering;
using Gatehouse.Membership.Mails.Sections;
using Gatehouse.Register;
using static Gatehouse.Membership.Mails.Rendering.Span;

namespace Gatehouse.Keys.Rotation.Mails;

/// <summary>The mails to the owner of a machine user, where a rotation needs them. Pure; none holds a secret.</summary>
internal static class DeployKeyMails
{
    /// <summary>The test workflow did not pass.</summary>
    public static Mail TestFailed(MachineUser machine, RotationRecord known, string failure, string help)
    {
        var title = $"The new deploy key of {machine.User} is not proved";
        return About(title,
        [
            new Block.Title(title),
            new Block.Paragraph($"Gatehouse has made a new access key for the IAM user {Code(machine.User.Value)} and written it into the secrets {Code(machine.Rotation!.IdSecret)} and {Code(machine.Rotation.KeySecret)} of {RotationSeen.PlaceOf(machine.Rotation).ToString()}. But {failure}"),
            new Block.Fact("New key", $"{Code(known.New?.Value ?? "")}"),
            new Block.Fact("Old key", $"{Code(string.Join(", ", known.Old))}"),
            new Block.Warning($"Both keys stay active, so nothing is cut off. The repository uses the new key already: if its deployments fail too, that is where to look."),
            new Block.Heading("What to do"),
            new Block.Steps(
                $"Open the run of the workflow {Code(machine.Rotation!.Workflow ?? "")}, and read why it failed.",
                $"If it is the workflow that is at fault, mend it. The next daily run asks for it again; {Code($"gatehouse keys rotate {machine.User}")} does so at once.",
                $"If the new key lacks a permission that the old one had, it is not the key: both belong to the same user, and have the same permissions."),
            .. AskForHelp.For(machine.User.Value, help),
        ]);
    }

    /// <summary>One secret may hold half of a key.</summary>
    public static Mail HalfWritten(MachineUser machine, string why, string help)
    {
        var title = $"{machine.Rotation!.Repository} may not be able to deploy: a key was only half written";
        return About(title,
        [
            new Block.Title(title),
            new Block.Paragraph($"Gatehouse was writing a new access key of the IAM user {Code(machine.User.Value)} into the secrets {Code(machine.Rotation.IdSecret)} and {Code(machine.Rotation.KeySecret)} of {RotationSeen.PlaceOf(machine.Rotation).ToString()}, and GitHub did not take both halves although it was tried many times."),
            new Block.Fact("What GitHub said last", $"{why}"),
            new Block.Warning($"Until both are written, the repository may hold halves of two keys, and its deployments fail."),
            new Block.Heading("What to do"),
            new Block.Steps(
                $"Mend what the message above names: usually, what Gatehouse's GitHub App may do in that repository.",
                $"Ask for the rotation at once: {Code($"gatehouse keys rotate {machine.User}")}. It writes a fresh key into both."),
            .. AskForHelp.For(machine.User.Value, help),
        ]);
    }

    /// <summary>A rotation cannot begin, or go on, until somebody has looked.</summary>
    public static Mail Refused(UserName user, string why, string help)
    {
        var title = $"The deploy key of {user} cannot be rotated";
        return About(title,
        [
            new Block.Title(title),
            new Block.Paragraph($"The access key of the IAM user {Code(user.Value)} is due for rotation, and Gatehouse has not begun, or not gone on, because {why}"),
            new Block.Paragraph($"Nothing was changed. The next daily run tries again; {Code($"gatehouse keys rotate {user}")} does so at once."),
            .. AskForHelp.For(user.Value, help),
        ]);
    }

    private static Mail About(string title, IReadOnlyList<Block> blocks) => Mail.Of(title, blocks) with { Kind = MailKinds.AccessKey };
}
