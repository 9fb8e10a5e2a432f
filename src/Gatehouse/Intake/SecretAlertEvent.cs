namespace Gatehouse.Intake;

/// <summary>The part of GitHub's <c>secret_scanning_alert</c> event that tells a leak; the secret is not in it. Every field may be missing until <see cref="Recognition"/> has looked.</summary>
internal sealed record SecretAlertEvent(string? Action, DeliveredAlert? Alert, DeliveredRepository? Repository);

internal sealed record DeliveredAlert(int? Number, string? SecretType);
