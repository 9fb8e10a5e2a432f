using System.Reflection;

namespace Amazon.Lambda.Tests.House;

/// <summary>The public surface of an assembly: each type with its head and members, written as the released packages' listing writes them.</summary>
internal static class Surface
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> _keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
    };

    /// <summary>Each exported type, by its head.</summary>
    public static Dictionary<string, List<string>> Of(Assembly assembly) => assembly.GetExportedTypes().ToDictionary(Head, type => Members(type).ToList());

    /// <summary>The listing read into the same form.</summary>
    public static Dictionary<string, List<string>> Read(string listing)
    {
        var types = new Dictionary<string, List<string>>();
        var members = new List<string>();
        foreach (var line in listing.Split('\n').Where(line => line.Trim().Length > 0 && !line.StartsWith('#')))
        {
            if (line.StartsWith(' ')) members.Add(line.Trim());
            else types[line] = members = [];
        }

        return types;
    }

    private static string Head(Type type)
    {
        var kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            _ when type.IsSubclassOf(typeof(Delegate)) => "delegate",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        var bases = Bases(type).ToList();
        return $"{type.Namespace}: {kind} {Name(type)}{(bases.Count > 0 ? $" : {string.Join(", ", bases)}" : string.Empty)}";
    }

    private static IEnumerable<string> Bases(Type type)
    {
        if (type.IsEnum) return [];
        if (type.IsSubclassOf(typeof(Delegate))) return [nameof(MulticastDelegate)];

        var inherited = type.BaseType?.GetInterfaces() ?? [];
        var own = type.GetInterfaces().Except(inherited).Select(Name);
        return type.BaseType is { } parent && parent != typeof(object) ? own.Prepend(Name(parent)) : own;
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum) return [string.Join(", ", Enum.GetNames(type))];

        return type.GetMembers(Declared).Select(member => SurfaceMember.Line(member)).OfType<string>().Concat(Usage(type));
    }

    private static IEnumerable<string> Usage(Type type) =>
        from attribute in type.GetCustomAttributesData()
        where attribute.AttributeType == typeof(AttributeUsageAttribute)
        let named = string.Join(", ", attribute.NamedArguments.Select(argument => $"{argument.MemberName} = {argument.TypedValue.Value}"))
        select $"[{nameof(AttributeUsageAttribute)} (System.AttributeTargets){attribute.ConstructorArguments[0].Value} {named}]";

    public static string Name(Type type)
    {
        if (_keywords.TryGetValue(type, out var keyword)) return keyword;
        if (type.IsArray) return Name(type.GetElementType()!) + "[]";
        if (Nullable.GetUnderlyingType(type) is { } underlying) return Name(underlying) + "?";

        var outer = type.IsNested && !type.IsGenericParameter ? Name(type.DeclaringType!) + "." : string.Empty;
        var own = type.IsGenericType
            ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
            : type.Name;
        return outer + own;
    }
}
