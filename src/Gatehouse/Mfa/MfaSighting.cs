using Gatehouse.Register;

namespace Gatehouse.Mfa;

/// <summary>What an event means for people's MFA devices. The hierarchy is closed: whoever meets an unknown one fails loudly.</summary>
public abstract record MfaSighting;

/// <summary>It is no matter of people's devices, or nothing follows from it.</summary>
/// <param name="Why">Why not, as the end of a sentence.</param>
public sealed record NothingSeen(string Why) : MfaSighting;

/// <summary>Something about somebody's devices is other than before: they are looked at as they are now.</summary>
public sealed record DevicesTouched(UserName Person) : MfaSighting;

/// <summary>Somebody made a virtual device, which nobody has yet.</summary>
public sealed record DeviceMade(UserName Person, string Serial) : MfaSighting;

/// <summary>AWS refused to let somebody make a device, and most likely for its name.</summary>
public sealed record NameRefused(UserName Person) : MfaSighting;

/// <summary>AWS refused to let somebody make a device whose name is taken.</summary>
public sealed record NameTaken(UserName Person, string Serial) : MfaSighting;
