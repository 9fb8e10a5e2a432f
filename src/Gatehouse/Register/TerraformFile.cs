namespace Gatehouse.Register;

/// <summary>
/// Finds the resources of one type in a Terraform JSON file, in the array form and the object form that Terraform allows at every level.
/// Resources of other types beside them are ignored, except the one that belongs in the register's other file, where it would be overlooked.
/// </summary>
internal sealed class TerraformFile(string file, string type, RegisterProblems problems)
{
    public string Path => file;

    /// <summary>The resources in the order of the file; null when the text is not JSON at all.</summary>
    public IReadOnlyList<TerraformResource>? Read(ReadOnlySpan<byte> bytes)
    {
        if (RegisterText.Parse(file, bytes, problems) is not { } root)
        {
            return null;
        }

        if (root is not PlacedObject document)
        {
            Problem(root.Line, $"The file holds {root.Kind}, not an object.", "Begin it with { \"resource\": [ … ] }.");
            return [];
        }

        if (Once(document).FirstOrDefault(member => member.Name == "resource") is not { } resource)
        {
            Problem(document.Line, "The file has no \"resource\".", $"Write the {type} entries under \"resource\": [ … ].");
            return [];
        }

        return WithLabelsOnce(Blocks(resource).SelectMany(Once).Where(IsOurs).SelectMany(Labels));
    }

    public void Problem(int line, string what, string mend) => problems.Add(file, line, what, mend);

    private bool IsOurs(PlacedMember ofType)
    {
        if (ofType.Name is UsersFile.Type or MembersFile.Type && ofType.Name != type)
        {
            var other = ofType.Name == UsersFile.Type ? RegisterFiles.Users : RegisterFiles.Members;
            Problem(ofType.Line, $"There is {ofType.Name} in this file, where nobody looks for it.", $"Move it to {other}.");
        }

        return ofType.Name == type;
    }

    private IEnumerable<TerraformResource> Labels(PlacedMember ofType) =>
        from labels in Blocks(ofType)
        from label in labels.Members.Where(IsNoComment)
        from body in Blocks(label)
        select new TerraformResource(label.Name, label.Line, new PlacedObject(body.Line, Once(body)));

    private List<TerraformResource> WithLabelsOnce(IEnumerable<TerraformResource> resources)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var all = resources.ToList();
        foreach (var resource in all.Where(resource => !lines.TryAdd(resource.Label, resource.Line)))
        {
            Problem(
                resource.Line,
                $"The label \"{resource.Label}\" is used twice, first on line {lines[resource.Label]}.",
                "If these are two people, give one of them another label, and use it among the members too; if not, take one out.");
        }

        return all;
    }

    private IReadOnlyList<PlacedMember> Once(PlacedObject held)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var members = held.Members.Where(IsNoComment).ToList();
        foreach (var member in members.Where(member => !lines.TryAdd(member.Name, member.Line)))
        {
            Problem(
                member.Line,
                $"\"{member.Name}\" stands twice in one object, first on line {lines[member.Name]}, and readers of JSON keep only one.",
                "Put both into one, or take one out.");
        }

        return members;
    }

    private IEnumerable<PlacedObject> Blocks(PlacedMember member)
    {
        var values = member.Value is PlacedArray list ? list.Items : [member.Value];
        foreach (var value in values.Where(value => value is not PlacedObject))
        {
            Problem(value.Line, $"\"{member.Name}\" holds {value.Kind} where an object should be.", "Write an object: { … }.");
        }

        return values.OfType<PlacedObject>();
    }

    private static bool IsNoComment(PlacedMember member) => member is not { Name: "//", Value: PlacedText };
}
