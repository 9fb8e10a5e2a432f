using System.Reflection;

namespace Bundled.Aws;

/// <summary>The public members of an assembly, one to a line, in an order that never changes by itself.</summary>
internal static class Surface
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Of(Assembly assembly) => assembly.GetExportedTypes().SelectMany(Of).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Of(Type type) =>
        type.GetMembers(Declared).Where(member => member is not MethodBase { IsSpecialName: true } or ConstructorInfo || member.Name == "op_Implicit")
            .Select(member => $"{type.FullName}: {Of(member)}")
            .Prepend($"{type.FullName} : {(type.IsInterface ? Interfaces(type) : Name(type.BaseType))}");

    private static string Of(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"new({Parameters(constructor)})",
        MethodInfo method => $"{(method.IsStatic ? "static " : "")}{Name(method.ReturnType)} {method.Name}({Parameters(method)})",
        PropertyInfo property => $"{(property.GetMethod.IsStatic ? "static " : "")}{Name(property.PropertyType)} {property.Name} {Accessors(property)}",
        FieldInfo field => $"static readonly {Name(field.FieldType)} {field.Name} = \"{field.GetValue(null)}\"",
        _ => throw new InvalidOperationException($"A {member.MemberType} has no line of its own yet."),
    };

    private static string Accessors(PropertyInfo property) => property.SetMethod is { IsPublic: true } ? "{ get; set; }" : "{ get; }";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Of));

    private static string Of(ParameterInfo parameter) => $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.IsOptional ? " = default" : "")}";

    private static string Interfaces(Type type) => string.Join(", ", type.GetInterfaces().Select(Name).Order(StringComparer.Ordinal));

    private static string Name(Type type) => type.IsGenericType
        ? $"{type.Name[..type.Name.IndexOf('`')]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.Name;
}
