using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class UpdateAccountPasswordPolicyRequest : AmazonIdentityManagementServiceRequest
{
    public int? MinimumPasswordLength { get; set; }

    public bool? RequireSymbols { get; set; }

    public bool? RequireNumbers { get; set; }

    public bool? RequireUppercaseCharacters { get; set; }

    public bool? RequireLowercaseCharacters { get; set; }

    public bool? AllowUsersToChangePassword { get; set; }

    public int? MaxPasswordAge { get; set; }

    public int? PasswordReusePrevention { get; set; }

    public bool? HardExpiry { get; set; }

    internal override void Write(QueryForm form)
    {
        form.Add(nameof(MinimumPasswordLength), MinimumPasswordLength);
        form.Add(nameof(RequireSymbols), RequireSymbols);
        form.Add(nameof(RequireNumbers), RequireNumbers);
        form.Add(nameof(RequireUppercaseCharacters), RequireUppercaseCharacters);
        form.Add(nameof(RequireLowercaseCharacters), RequireLowercaseCharacters);
        form.Add(nameof(AllowUsersToChangePassword), AllowUsersToChangePassword);
        form.Add(nameof(MaxPasswordAge), MaxPasswordAge);
        form.Add(nameof(PasswordReusePrevention), PasswordReusePrevention);
        form.Add(nameof(HardExpiry), HardExpiry);
    }
}

public class UpdateAccountPasswordPolicyResponse : AmazonWebServiceResponse;
