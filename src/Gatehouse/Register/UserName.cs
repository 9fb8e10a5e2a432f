using System.Text.Json.Serialization;

namespace Gatehouse.Register;

/// <summary>Who a person is: the IAM user's name. Two names that differ in case alone are one person, as they are to IAM.</summary>
/// <remarks>It takes any text: a name that IAM refuses must be nameable, so that the guard can refuse that person alone.</remarks>
[JsonConverter(typeof(UserNameJson))]
public sealed record UserName(string Value) : IComparable<UserName>
{
    private static readonly StringComparer WithoutCase = StringComparer.OrdinalIgnoreCase;

    public bool Equals(UserName? other) => other is not null && WithoutCase.Equals(Value, other.Value);

    public override int GetHashCode() => WithoutCase.GetHashCode(Value);

    public int CompareTo(UserName? other) => WithoutCase.Compare(Value, other?.Value);

    public override string ToString() => Value;

    public static bool operator <(UserName left, UserName right) => left.CompareTo(right) < 0;

    public static bool operator <=(UserName left, UserName right) => left.CompareTo(right) <= 0;

    public static bool operator >(UserName left, UserName right) => left.CompareTo(right) > 0;

    public static bool operator >=(UserName left, UserName right) => left.CompareTo(right) >= 0;
}
