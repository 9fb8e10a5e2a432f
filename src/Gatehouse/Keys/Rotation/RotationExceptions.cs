using Gatehouse.GitHub;
using Gatehouse.Register;

namespace Gatehouse.Keys.Rotation;

/// <summary>Refused: a rotation that was asked for cannot be made, or one cannot go on until somebody has looked. Nothing was changed.</summary>
public sealed class RotationRefusedException(string what, string why) : Exception($"{what}: {why}");

/// <summary>Not now: GitHub wrote one of the secrets within this second, so that a later write could not be told from it. Asked again after a second.</summary>
public sealed class SecretsJustWrittenException(SecretsPlace place) : Exception($"The secrets of {place} were written within this second; it is tried again after it.");

/// <summary>Not now, and urgent: the writing of both secrets has begun and did not end, so that the repository may have half a key. It is started over with a fresh one until both are written.</summary>
public sealed class SecretsHalfWrittenException(string place, Exception inner) : Exception($"{place} may hold halves of two keys. {inner.Message}", inner);

/// <summary>Refused: somebody asked for a rotation while another run is at it.</summary>
public sealed class RotationUnderWayException(UserName user, string holder) : Exception($"The key of {user} is being rotated by another run, {holder}: this one did nothing. Wait for its end, and ask again if a fresh key is still wanted.");

/// <summary>The test workflow did not prove the new key. Both keys stay active, and the next run tests again.</summary>
public sealed class DeployKeyTestFailedException(UserName user, string failure) : Exception($"The new key of {user} is not proved: {failure} Both keys stay active; the next run tests again.");

/// <summary>Somebody added a step to the vocabulary and not to this place.</summary>
public sealed class UnknownRotationStepException(RotationStep step) : Exception($"No way is known to do {step.GetType().Name}. Add it to the switch that threw this.");
