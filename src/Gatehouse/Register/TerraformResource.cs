namespace Gatehouse.Register;

/// <summary>One <c>resource</c> of a Terraform JSON file: <c>aws_iam_user.jane_doe</c>, its label's line, and its arguments.</summary>
internal sealed record TerraformResource(string Label, int Line, PlacedObject Body);
