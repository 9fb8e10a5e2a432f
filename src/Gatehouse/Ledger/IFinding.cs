namespace Gatehouse.Ledger;

/// <summary>Something that a run saw and only names, as the ledger remembers that it was told.</summary>
public interface IFinding
{
    /// <summary>What sort it is: a name that no other pipeline's findings have.</summary>
    string Sort { get; }

    /// <summary>Tells this finding from every other of its sort.</summary>
    string Key { get; }

    /// <summary>Whether it is told again each day, rather than once for as long as it lasts.</summary>
    bool EachDay { get; }
}
