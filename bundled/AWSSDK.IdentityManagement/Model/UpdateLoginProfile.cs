using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class UpdateLoginProfileRequest : AmazonIdentityManagementServiceRequest
{
    public UpdateLoginProfileRequest() { }

    public UpdateLoginProfileRequest(string userName) => UserName = userName;

    public string UserName { get; set; }

    public string Password { get; set; }

    public bool? PasswordResetRequired { get; set; }

    internal override void Write(QueryForm form)
    {
        form.Add(nameof(UserName), UserName);
        form.Add(nameof(Password), Password);
        form.Add(nameof(PasswordResetRequired), PasswordResetRequired);
    }
}

public class UpdateLoginProfileResponse : AmazonWebServiceResponse;
