using Gatehouse.Cli.People;
using Gatehouse.Ledger;
using Gatehouse.Register;

namespace Gatehouse.Cli.Status;

/// <summary>Everything that is known of a person at this moment.</summary>
/// <param name="Name">As it was asked for.</param>
/// <param name="User">The IAM user; null for none.</param>
/// <param name="Hold">A revoke by hand that stands.</param>
/// <param name="Quarantine">What the ledger knows of a quarantine.</param>
/// <param name="Line">Where the register has them.</param>
internal sealed record PersonStatus(UserName Name, KnownUser? User, Hold? Hold, Quarantine? Quarantine, RegisterLine Line);
