namespace Gatehouse.Keys.Report;

/// <summary>A credential report holds no ids, so that a key of it is known by whose it is and when it was made. Pure.</summary>
internal static class SameKey
{
    /// <summary>The report writes whole seconds.</summary>
    private static readonly TimeSpan Rounding = TimeSpan.FromSeconds(1);

    /// <summary>The only one of a user's keys that was made at a moment; null where there is none, or where there are two.</summary>
    public static T? MadeAt<T>(IEnumerable<T> keys, Func<T, DateTimeOffset?> made, DateTimeOffset? at)
        where T : class =>
        keys.Where(key => made(key) is { } one && at is { } other && (one - other).Duration() < Rounding).ToList() is [var only] ? only : null;
}
