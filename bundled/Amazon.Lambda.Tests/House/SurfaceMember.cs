using System.Reflection;

namespace Amazon.Lambda.Tests.House;

/// <summary>A member as the listing writes it; null for what nobody outside can see, and for the parts of a property.</summary>
internal static class SurfaceMember
{
    public static string? Line(MemberInfo member) => member switch
    {
        ConstructorInfo constructor when IsVisible(constructor) && !constructor.IsStatic => $"{Access(constructor)}ctor({Parameters(constructor)})",
        PropertyInfo property when IsVisible(property.GetMethod!) =>
            $"{Access(property.GetMethod!)}{Static(property.GetMethod!)}{Surface.Name(property.PropertyType)} {property.Name} {Accessors(property)}",
        MethodInfo { IsSpecialName: false } method when IsVisible(method) =>
            $"{Access(method)}{Static(method)}{Overriding(method)}{Surface.Name(method.ReturnType)} {method.Name}{Generics(method)}({Parameters(method)})",
        FieldInfo { IsPublic: true } field => $"{Surface.Name(field.FieldType)} {field.Name}",
        EventInfo @event => $"event {@event.Name}",
        _ => null,
    };

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Access(MethodBase method) => method.IsPublic ? string.Empty : "protected ";

    private static string Static(MethodBase method) => method.IsStatic ? "static " : string.Empty;

    private static string Overriding(MethodInfo method) => method switch
    {
        { DeclaringType.IsInterface: true, IsAbstract: false } => "default ",
        { DeclaringType.IsInterface: true } or { IsVirtual: false } or { IsFinal: true } => string.Empty,
        { IsAbstract: true } => "abstract ",
        _ when method.GetBaseDefinition() != method => "override ",
        _ => "virtual ",
    };

    private static string Generics(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Surface.Name))}>" : string.Empty;

    private static string Accessors(PropertyInfo property) => property.SetMethod is { } setter && IsVisible(setter) ? "{ get; set; }" : "{ get; }";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{(parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : string.Empty)}{Surface.Name(parameter.ParameterType)} {parameter.Name}{Default(parameter)}"));

    private static string Default(ParameterInfo parameter) =>
        !parameter.HasDefaultValue ? string.Empty : parameter.DefaultValue is bool flag ? $" = {flag}" : " = default";
}
