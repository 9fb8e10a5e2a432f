using System.Net;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using Amazon.SecretsManager.Model;
using Amazon.SimpleEmailV2.Model;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace Bundled.Aws;

public sealed class ErrorTests
{
    [Theory]
    [InlineData("ConcurrentModification", typeof(ConcurrentModificationException))]
    [InlineData("EntityAlreadyExists", typeof(EntityAlreadyExistsException))]
    [InlineData("EntityTemporarilyUnmodifiable", typeof(EntityTemporarilyUnmodifiableException))]
    [InlineData("InvalidInput", typeof(InvalidInputException))]
    [InlineData("LimitExceeded", typeof(Amazon.IdentityManagement.Model.LimitExceededException))]
    [InlineData("NoSuchEntity", typeof(NoSuchEntityException))]
    [InlineData("PasswordPolicyViolation", typeof(PasswordPolicyViolationException))]
    [InlineData("DeleteConflict", typeof(DeleteConflictException))]
    [InlineData("DuplicateCertificate", typeof(DuplicateCertificateException))]
    [InlineData("DuplicateSSHPublicKey", typeof(DuplicateSSHPublicKeyException))]
    [InlineData("InvalidAuthenticationCode", typeof(InvalidAuthenticationCodeException))]
    [InlineData("InvalidCertificate", typeof(InvalidCertificateException))]
    [InlineData("InvalidPublicKey", typeof(InvalidPublicKeyException))]
    [InlineData("MalformedCertificate", typeof(MalformedCertificateException))]
    [InlineData("MalformedPolicyDocument", typeof(MalformedPolicyDocumentException))]
    [InlineData("NotSupportedService", typeof(ServiceNotSupportedException))]
    [InlineData("PolicyNotAttachable", typeof(PolicyNotAttachableException))]
    [InlineData("ReportExpired", typeof(CredentialReportExpiredException))]
    [InlineData("ReportInProgress", typeof(CredentialReportNotReadyException))]
    [InlineData("ReportNotPresent", typeof(CredentialReportNotPresentException))]
    [InlineData("UnrecognizedPublicKeyEncoding", typeof(UnrecognizedPublicKeyEncodingException))]
    [InlineData("AccessDenied", typeof(AmazonIdentityManagementServiceException))]
    public async Task Identity_errors_have_their_own_types(string code, Type type)
    {
        using var client = Clients.Identity(new Script().Refuse(code, HttpStatusCode.Conflict));

        var refusal = await Should.ThrowAsync<AmazonServiceException>(() => client.CreateLoginProfileAsync(new CreateLoginProfileRequest("anna", "x")));

        refusal.GetType().ShouldBe(type);
        refusal.ErrorCode.ShouldBe(code);
        refusal.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        refusal.Message.ShouldBe($"No: {code}");
        refusal.RequestId.ShouldBe("refusal");
        refusal.ErrorType.ShouldBe(ErrorType.Sender);
    }

    [Theory]
    [InlineData("AccountSuspendedException", typeof(AccountSuspendedException))]
    [InlineData("BadRequestException", typeof(BadRequestException))]
    [InlineData("LimitExceededException", typeof(Amazon.SimpleEmailV2.Model.LimitExceededException))]
    [InlineData("MailFromDomainNotVerifiedException", typeof(MailFromDomainNotVerifiedException))]
    [InlineData("MessageRejected", typeof(MessageRejectedException))]
    [InlineData("NotFoundException", typeof(NotFoundException))]
    [InlineData("SendingPausedException", typeof(SendingPausedException))]
    [InlineData("SomethingNew", typeof(Amazon.SimpleEmailV2.AmazonSimpleEmailServiceV2Exception))]
    public async Task Mail_errors_are_known_by_the_header_that_names_them(string code, Type type)
    {
        // Some of these codes are worth another attempt, so there is an answer for each that the client may make.
        var script = new Script();
        for (var attempt = 0; attempt < 3; attempt++)
            script.Answer("""{"message":"No."}""", HttpStatusCode.BadRequest, "x-amzn-ErrorType", $"{code}:http://internal.amazon.com/");
        using var client = Clients.Mail(script);

        var refusal = await Should.ThrowAsync<AmazonServiceException>(() => client.SendEmailAsync(new SendEmailRequest()));

        refusal.GetType().ShouldBe(type);
        refusal.ErrorCode.ShouldBe(code);
        refusal.RequestId.ShouldBe($"request-{script.Sent.Count}");
    }

    [Theory]
    [InlineData("ExecutionAlreadyExists", typeof(ExecutionAlreadyExistsException))]
    [InlineData("ExecutionLimitExceeded", typeof(ExecutionLimitExceededException))]
    [InlineData("InvalidExecutionInput", typeof(InvalidExecutionInputException))]
    [InlineData("InvalidName", typeof(InvalidNameException))]
    [InlineData("StateMachineDoesNotExist", typeof(StateMachineDoesNotExistException))]
    [InlineData("AccessDeniedException", typeof(AmazonStepFunctionsException))]
    public async Task Machine_errors_have_their_own_types(string code, Type type)
    {
        using var client = Clients.Machines(new Script().RefuseInJson(code));

        var refusal = await Should.ThrowAsync<AmazonServiceException>(() => client.StartExecutionAsync(new StartExecutionRequest()));

        refusal.GetType().ShouldBe(type);
        refusal.Message.ShouldBe($"No: {code}");
    }

    [Fact]
    public async Task An_error_keeps_the_details_that_it_carries()
    {
        using var client = Clients.Machines(new Script().RefuseInJson("ValidationException", ""","reason":"MISSING_REQUIRED_PARAMETER" """));

        var refusal = await Should.ThrowAsync<ValidationException>(() => client.StartExecutionAsync(new StartExecutionRequest()));

        refusal.Reason.ShouldBe(ValidationExceptionReason.MISSING_REQUIRED_PARAMETER);
    }

    [Theory]
    [InlineData("DecryptionFailure", typeof(DecryptionFailureException))]
    [InlineData("InvalidParameterException", typeof(InvalidParameterException))]
    [InlineData("InvalidRequestException", typeof(InvalidRequestException))]
    [InlineData("ResourceNotFoundException", typeof(Amazon.SecretsManager.Model.ResourceNotFoundException))]
    public async Task Secret_errors_have_their_own_types(string code, Type type)
    {
        using var client = Clients.Secrets(new Script().RefuseInJson(code));

        var refusal = await Should.ThrowAsync<AmazonServiceException>(() => client.GetSecretValueAsync(new GetSecretValueRequest()));

        refusal.GetType().ShouldBe(type);
        refusal.ErrorCode.ShouldBe(code);
    }

    [Fact]
    public async Task An_error_that_is_not_even_xml_still_says_its_status()
    {
        var script = new Script().Answer("<html>bad gateway", HttpStatusCode.NotImplemented);
        using var client = Clients.Identity(script);

        var refusal = await Should.ThrowAsync<AmazonIdentityManagementServiceException>(() => client.GetUserAsync());

        refusal.StatusCode.ShouldBe(HttpStatusCode.NotImplemented);
    }
}
