using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>Values that are equal when their elements are, so that an edit elsewhere generates nothing anew.</summary>
internal sealed class Sequence<T>(IEnumerable<T> values) : IReadOnlyList<T>, IEquatable<Sequence<T>>
{
    private readonly T[] _values = values.ToArray();

    public int Count => _values.Length;

    public T this[int index] => _values[index];

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _values.GetEnumerator();

    public bool Equals(Sequence<T>? other) => other is not null && _values.SequenceEqual(other._values);

    public override bool Equals(object? obj) => Equals(obj as Sequence<T>);

    public override int GetHashCode() => _values.Aggregate(17, (hash, value) => (hash * 31) + (value?.GetHashCode() ?? 0));
}
