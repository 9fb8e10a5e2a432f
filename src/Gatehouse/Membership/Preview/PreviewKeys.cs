using System.Globalization;
using System.Text;
using Gatehouse.Keys;
using Gatehouse.Register;
using static Gatehouse.Membership.Preview.PreviewHeadline;
using static Gatehouse.Membership.Report.Markdown;

namespace Gatehouse.Membership.Preview;

/// <summary>Writes whose access keys a pull request exempts, which machine users it lists, or why those files cannot be used. Pure.</summary>
internal static class PreviewKeys
{
    /// <param name="text">What it is written to.</param>
    /// <param name="reading">The plan, the moment of planning, and the rule for keys.</param>
    /// <param name="mostRows">The rest is counted.</param>
    public static void WriteTo(StringBuilder text, PreviewReading reading, int mostRows)
    {
        var keys = reading.Plan.Keys;
        if (keys.Problems.Count > 0)
        {
            text.AppendLine("#### ⛔ The files about access keys cannot be used").AppendLine()
                .AppendLine("Merged while one of them cannot be read, no access key is warned about, made inactive, deleted or rotated until it is mended. People's access does not depend on it.").AppendLine()
                .AppendLine(PreviewProblems.Listed(keys.Problems)).AppendLine();
        }

        if (keys.Exemptions.Count > 0)
        {
            var today = DateOnly.FromDateTime(reading.Now.UtcDateTime);
            text.AppendLine("#### Will change which access keys are exempt").AppendLine().AppendLine(Afterwards(reading.Keys)).AppendLine()
                .AppendLine("| What | Keys | Why | Who answers | Until |").AppendLine("|---|---|---|---|---|");
            Rows(text, keys.Exemptions, edit => ExemptionRow(edit, today), mostRows);
        }

        if (keys.Machines.Count > 0)
        {
            text.AppendLine("#### Will change which users are machines").AppendLine()
                .AppendLine("A machine user is acted on only while it is listed here, and its IAM user carries the tag `managed-by=gatehouse-machine`.").AppendLine()
                .AppendLine("| What | User | Who answers | Its keys | When one leaks |").AppendLine("|---|---|---|---|---|");
            Rows(text, keys.Machines, edit => MachineRow(edit, reading.LeakCutsProtected), mostRows);
        }
    }

    private static string Afterwards(KeyRule rule)
    {
        var end = rule.DeactivateDays == 0 ? "The owner is warned of its age, and nothing more." : $"From day {rule.DeactivateDays} it is made inactive, at least {Counted(rule.NoticeDays, "day")} after a mail that said so.";
        return $"Whatever its age, an exempt key is left alone. Its user and who answers are mailed 14 and 3 days before the exemption ends; from the day after, the key's age counts again. {end}"
            + (rule.Acts ? "" : " (For now the sweeps only say what they would do: `keysAct` is off.)");
    }

    private static void Rows<T>(StringBuilder text, IReadOnlyList<T> edits, Func<T, string> row, int mostRows)
    {
        foreach (var edit in edits.Take(mostRows))
        {
            text.AppendLine(row(edit));
        }

        text.AppendLine();
        if (edits.Count > mostRows)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"… and {edits.Count - mostRows} more of these {edits.Count}.").AppendLine();
        }
    }

    private static string ExemptionRow(Edit<KeyExemption> edit, DateOnly today) =>
        $"| {What(edit, "exempted", "no longer exempt")} | {Keys((edit.After ?? edit.Before)!)} | {Told(edit, one => Cell(one.Reason))} | {Told(edit, one => Code(one.Owner))} | {Told(edit, one => Until(one, today))} |";

    private static string Keys(KeyExemption exemption) =>
        (exemption.Key is { } key ? $"the key {Code(key.Value)}" : $"all keys of {Code(exemption.User!.Value)}") + (exemption.Account is { } account ? $" in {Code(account)}" : "");

    private static string Until(KeyExemption exemption, DateOnly today) => string.Create(CultureInfo.InvariantCulture, $"{exemption.Until:yyyy-MM-dd}") + (exemption.Until.DayNumber - today.DayNumber) switch
    {
        < 0 => " ⚠️ ended already: it exempts nobody",
        0 => " (today)",
        var days => $" ({Counted(days, "day")})",
    };

    private static string MachineRow(Edit<MachineUser> edit, bool cutsProtected) =>
        $"| {What(edit, "listed", "no longer listed: nobody touches its keys")} | {User((edit.After ?? edit.Before)!)} | {Told(edit, one => Code(one.Owner))} | {Told(edit, one => Rotated(one.Rotation))} | {Told(edit, one => Leaked(one, cutsProtected))} |";

    private static string Leaked(MachineUser machine, bool cutsProtected) => machine.Protected switch
    {
        false => "made inactive at once",
        true when cutsProtected => "made inactive at once, though protected (`leakCutsProtected` is on)",
        true => "told loudly, not cut (protected)",
    };

    private static string User(MachineUser machine) => Code(machine.User.Value) + (machine.Account is { } account ? $" in {Code(account)}" : "");

    private static string Rotated(KeyRotation? rotation) => rotation is null
        ? "not rotated: they grow old like a person's, and the mails go to who answers"
        : $"rotated every {Counted(rotation.Days, "day")} into {Code(rotation.IdSecret)} and {Code(rotation.KeySecret)} of {Code(rotation.Repository)}"
            + (rotation.Environment is { } environment ? $", environment {Code(environment)}" : "")
            + (rotation.Workflow is { } workflow ? $"; proved by {Code(workflow)} on {Code(rotation.Ref)}" : "; ⚠️ no workflow proves the new key: the old one stays active until the new one has been used");

    private static string What<T>(Edit<T> edit, string added, string removed)
        where T : class => edit switch
        {
            { Before: null } => added,
            { After: null } => removed,
            _ => "changed",
        };

    /// <summary>One cell: what it would be, and what it was where that differs.</summary>
    private static string Told<T>(Edit<T> edit, Func<T, string> cell)
        where T : class => edit switch
        {
            { After: null } => cell(edit.Before!),
            { Before: { } before } when cell(before) != cell(edit.After) => $"{cell(edit.After)}<br>before: {cell(before)}",
            _ => cell(edit.After),
        };
}
