using Gatehouse.Membership;
using Gatehouse.Register;

namespace Gatehouse.Keys.Rotation;

/// <summary>What starts a run of rotations: <c>schedule</c> takes every machine user whose key is due or whose rotation was interrupted, <c>asked</c> the one named.</summary>
public sealed record RotationInput(string Trigger, UserName? User = null)
{
    public const string Schedule = "schedule";
    public const string Asked = "asked";
}

/// <summary>Asks for the machine users whose keys must be looked at.</summary>
public sealed record FindRotationsRequest(string Run, RotationInput Input);

/// <summary>Where the Map finds them, and how many there are.</summary>
public sealed record RotationsFound(string Bucket, string Key, int Users);

/// <summary>A machine user whose key is to be rotated, or whose rotation is to be finished. It never holds a secret.</summary>
public sealed record RotationItem(MachineUser Machine, bool Asked);

/// <summary>Asks for the next step of one rotation.</summary>
public sealed record RotationRequest(string Run, RotationItem Item);

/// <summary>Where a rotation stands, and how long to wait before the next step is asked for.</summary>
/// <param name="Stands"><c>replaced</c>: to be tested. <c>testing</c>: the test is under way. <c>tested</c>: the old key can go. <c>done</c>: nothing is left for this run.</param>
/// <param name="Seconds">How many seconds to wait.</param>
public sealed record RotationState(string Stands, int Seconds = 0)
{
    /// <summary>A new key is known everywhere some seconds after it was made.</summary>
    public static readonly RotationState Replaced = new("replaced", 3);
    public static readonly RotationState Tested = new("tested");
    public static readonly RotationState Done = new("done");

    public static RotationState Testing(int seconds) => new("testing", seconds);
}

/// <summary>The payload of GiveUpRotation: a machine user, and what ended its rotation.</summary>
public sealed record GiveUpRotationRequest(string Run, RotationItem Item, RunError Error);

/// <summary>Asks for the report of rotations that have ended; with an error where the run ended early.</summary>
public sealed record ReportRotationsRequest(string Run, RunError? Error = null);

/// <summary>What ReportRotations answers: how many rotations failed.</summary>
public sealed record ReportRotationsResult(int Failed);
