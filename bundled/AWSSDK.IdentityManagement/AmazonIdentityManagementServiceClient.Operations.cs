using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement;

public partial class AmazonIdentityManagementServiceClient
{
    public virtual Task<AddUserToGroupResponse> AddUserToGroupAsync(AddUserToGroupRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<AddUserToGroupResponse>("AddUserToGroup", request, cancellationToken);

    public virtual Task<AttachUserPolicyResponse> AttachUserPolicyAsync(AttachUserPolicyRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<AttachUserPolicyResponse>("AttachUserPolicy", request, cancellationToken);

    public virtual Task<CreateAccessKeyResponse> CreateAccessKeyAsync(CancellationToken cancellationToken = default) =>
        CreateAccessKeyAsync(new CreateAccessKeyRequest(), cancellationToken);

    public virtual Task<CreateAccessKeyResponse> CreateAccessKeyAsync(CreateAccessKeyRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<CreateAccessKeyResponse>("CreateAccessKey", request, cancellationToken);

    public virtual Task<CreateGroupResponse> CreateGroupAsync(CreateGroupRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<CreateGroupResponse>("CreateGroup", request, cancellationToken);

    public virtual Task<CreateLoginProfileResponse> CreateLoginProfileAsync(CreateLoginProfileRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<CreateLoginProfileResponse>("CreateLoginProfile", request, cancellationToken);

    public virtual Task<CreatePolicyResponse> CreatePolicyAsync(CreatePolicyRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<CreatePolicyResponse>("CreatePolicy", request, cancellationToken);

    public virtual Task<CreateServiceSpecificCredentialResponse> CreateServiceSpecificCredentialAsync(
        CreateServiceSpecificCredentialRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<CreateServiceSpecificCredentialResponse>("CreateServiceSpecificCredential", request, cancellationToken);

    public virtual Task<CreateUserResponse> CreateUserAsync(CreateUserRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<CreateUserResponse>("CreateUser", request, cancellationToken);

    public virtual Task<CreateVirtualMFADeviceResponse> CreateVirtualMFADeviceAsync(
        CreateVirtualMFADeviceRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<CreateVirtualMFADeviceResponse>("CreateVirtualMFADevice", request, cancellationToken);

    public virtual Task<DeactivateMFADeviceResponse> DeactivateMFADeviceAsync(
        DeactivateMFADeviceRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DeactivateMFADeviceResponse>("DeactivateMFADevice", request, cancellationToken);

    public virtual Task<DeleteAccessKeyResponse> DeleteAccessKeyAsync(DeleteAccessKeyRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DeleteAccessKeyResponse>("DeleteAccessKey", request, cancellationToken);

    public virtual Task<DeleteLoginProfileResponse> DeleteLoginProfileAsync(DeleteLoginProfileRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DeleteLoginProfileResponse>("DeleteLoginProfile", request, cancellationToken);

    public virtual Task<DeleteServiceSpecificCredentialResponse> DeleteServiceSpecificCredentialAsync(
        DeleteServiceSpecificCredentialRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DeleteServiceSpecificCredentialResponse>("DeleteServiceSpecificCredential", request, cancellationToken);

    public virtual Task<DeleteSigningCertificateResponse> DeleteSigningCertificateAsync(
        DeleteSigningCertificateRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DeleteSigningCertificateResponse>("DeleteSigningCertificate", request, cancellationToken);

    public virtual Task<DeleteSSHPublicKeyResponse> DeleteSSHPublicKeyAsync(DeleteSSHPublicKeyRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DeleteSSHPublicKeyResponse>("DeleteSSHPublicKey", request, cancellationToken);

    public virtual Task<DeleteUserResponse> DeleteUserAsync(DeleteUserRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DeleteUserResponse>("DeleteUser", request, cancellationToken);

    public virtual Task<DeleteUserPermissionsBoundaryResponse> DeleteUserPermissionsBoundaryAsync(
        DeleteUserPermissionsBoundaryRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DeleteUserPermissionsBoundaryResponse>("DeleteUserPermissionsBoundary", request, cancellationToken);

    public virtual Task<DeleteUserPolicyResponse> DeleteUserPolicyAsync(DeleteUserPolicyRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DeleteUserPolicyResponse>("DeleteUserPolicy", request, cancellationToken);

    public virtual Task<DeleteVirtualMFADeviceResponse> DeleteVirtualMFADeviceAsync(
        DeleteVirtualMFADeviceRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DeleteVirtualMFADeviceResponse>("DeleteVirtualMFADevice", request, cancellationToken);

    public virtual Task<DetachUserPolicyResponse> DetachUserPolicyAsync(DetachUserPolicyRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DetachUserPolicyResponse>("DetachUserPolicy", request, cancellationToken);

    public virtual Task<EnableMFADeviceResponse> EnableMFADeviceAsync(EnableMFADeviceRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<EnableMFADeviceResponse>("EnableMFADevice", request, cancellationToken);

    public virtual Task<GenerateCredentialReportResponse> GenerateCredentialReportAsync(CancellationToken cancellationToken = default) =>
        GenerateCredentialReportAsync(new GenerateCredentialReportRequest(), cancellationToken);

    public virtual Task<GenerateCredentialReportResponse> GenerateCredentialReportAsync(
        GenerateCredentialReportRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GenerateCredentialReportResponse>("GenerateCredentialReport", request, cancellationToken);

    public virtual Task<GetAccessKeyLastUsedResponse> GetAccessKeyLastUsedAsync(
        GetAccessKeyLastUsedRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetAccessKeyLastUsedResponse>("GetAccessKeyLastUsed", request, cancellationToken);

    public virtual Task<GetAccountAuthorizationDetailsResponse> GetAccountAuthorizationDetailsAsync(
        GetAccountAuthorizationDetailsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetAccountAuthorizationDetailsResponse>("GetAccountAuthorizationDetails", request, cancellationToken);

    public virtual Task<GetAccountPasswordPolicyResponse> GetAccountPasswordPolicyAsync(CancellationToken cancellationToken = default) =>
        GetAccountPasswordPolicyAsync(new GetAccountPasswordPolicyRequest(), cancellationToken);

    public virtual Task<GetAccountPasswordPolicyResponse> GetAccountPasswordPolicyAsync(
        GetAccountPasswordPolicyRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetAccountPasswordPolicyResponse>("GetAccountPasswordPolicy", request, cancellationToken);

    public virtual Task<GetAccountSummaryResponse> GetAccountSummaryAsync(CancellationToken cancellationToken = default) =>
        GetAccountSummaryAsync(new GetAccountSummaryRequest(), cancellationToken);

    public virtual Task<GetAccountSummaryResponse> GetAccountSummaryAsync(GetAccountSummaryRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetAccountSummaryResponse>("GetAccountSummary", request, cancellationToken);

    public virtual Task<GetCredentialReportResponse> GetCredentialReportAsync(CancellationToken cancellationToken = default) =>
        GetCredentialReportAsync(new GetCredentialReportRequest(), cancellationToken);

    public virtual Task<GetCredentialReportResponse> GetCredentialReportAsync(
        GetCredentialReportRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetCredentialReportResponse>("GetCredentialReport", request, cancellationToken);

    public virtual Task<GetLoginProfileResponse> GetLoginProfileAsync(GetLoginProfileRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetLoginProfileResponse>("GetLoginProfile", request, cancellationToken);

    public virtual Task<GetUserResponse> GetUserAsync(CancellationToken cancellationToken = default) =>
        GetUserAsync(new GetUserRequest(), cancellationToken);

    public virtual Task<GetUserResponse> GetUserAsync(GetUserRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetUserResponse>("GetUser", request, cancellationToken);

    public virtual Task<GetUserPolicyResponse> GetUserPolicyAsync(GetUserPolicyRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetUserPolicyResponse>("GetUserPolicy", request, cancellationToken);

    public virtual Task<ListAccessKeysResponse> ListAccessKeysAsync(CancellationToken cancellationToken = default) =>
        ListAccessKeysAsync(new ListAccessKeysRequest(), cancellationToken);

    public virtual Task<ListAccessKeysResponse> ListAccessKeysAsync(ListAccessKeysRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListAccessKeysResponse>("ListAccessKeys", request, cancellationToken);

    public virtual Task<ListAccountAliasesResponse> ListAccountAliasesAsync(CancellationToken cancellationToken = default) =>
        ListAccountAliasesAsync(new ListAccountAliasesRequest(), cancellationToken);

    public virtual Task<ListAccountAliasesResponse> ListAccountAliasesAsync(ListAccountAliasesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListAccountAliasesResponse>("ListAccountAliases", request, cancellationToken);

    public virtual Task<ListAttachedUserPoliciesResponse> ListAttachedUserPoliciesAsync(
        ListAttachedUserPoliciesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListAttachedUserPoliciesResponse>("ListAttachedUserPolicies", request, cancellationToken);

    public virtual Task<ListGroupsForUserResponse> ListGroupsForUserAsync(ListGroupsForUserRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListGroupsForUserResponse>("ListGroupsForUser", request, cancellationToken);

    public virtual Task<ListMFADevicesResponse> ListMFADevicesAsync(CancellationToken cancellationToken = default) =>
        ListMFADevicesAsync(new ListMFADevicesRequest(), cancellationToken);

    public virtual Task<ListMFADevicesResponse> ListMFADevicesAsync(ListMFADevicesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListMFADevicesResponse>("ListMFADevices", request, cancellationToken);

    public virtual Task<ListServiceSpecificCredentialsResponse> ListServiceSpecificCredentialsAsync(
        ListServiceSpecificCredentialsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListServiceSpecificCredentialsResponse>("ListServiceSpecificCredentials", request, cancellationToken);

    public virtual Task<ListSigningCertificatesResponse> ListSigningCertificatesAsync(CancellationToken cancellationToken = default) =>
        ListSigningCertificatesAsync(new ListSigningCertificatesRequest(), cancellationToken);

    public virtual Task<ListSigningCertificatesResponse> ListSigningCertificatesAsync(
        ListSigningCertificatesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListSigningCertificatesResponse>("ListSigningCertificates", request, cancellationToken);

    public virtual Task<ListSSHPublicKeysResponse> ListSSHPublicKeysAsync(ListSSHPublicKeysRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListSSHPublicKeysResponse>("ListSSHPublicKeys", request, cancellationToken);

    public virtual Task<ListUserPoliciesResponse> ListUserPoliciesAsync(ListUserPoliciesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListUserPoliciesResponse>("ListUserPolicies", request, cancellationToken);

    public virtual Task<ListUsersResponse> ListUsersAsync(CancellationToken cancellationToken = default) =>
        ListUsersAsync(new ListUsersRequest(), cancellationToken);

    public virtual Task<ListUsersResponse> ListUsersAsync(ListUsersRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListUsersResponse>("ListUsers", request, cancellationToken);

    public virtual Task<ListUserTagsResponse> ListUserTagsAsync(ListUserTagsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListUserTagsResponse>("ListUserTags", request, cancellationToken);

    public virtual Task<ListVirtualMFADevicesResponse> ListVirtualMFADevicesAsync(CancellationToken cancellationToken = default) =>
        ListVirtualMFADevicesAsync(new ListVirtualMFADevicesRequest(), cancellationToken);

    public virtual Task<ListVirtualMFADevicesResponse> ListVirtualMFADevicesAsync(
        ListVirtualMFADevicesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListVirtualMFADevicesResponse>("ListVirtualMFADevices", request, cancellationToken);

    public virtual Task<PutUserPermissionsBoundaryResponse> PutUserPermissionsBoundaryAsync(
        PutUserPermissionsBoundaryRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<PutUserPermissionsBoundaryResponse>("PutUserPermissionsBoundary", request, cancellationToken);

    public virtual Task<PutUserPolicyResponse> PutUserPolicyAsync(PutUserPolicyRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<PutUserPolicyResponse>("PutUserPolicy", request, cancellationToken);

    public virtual Task<RemoveUserFromGroupResponse> RemoveUserFromGroupAsync(
        RemoveUserFromGroupRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<RemoveUserFromGroupResponse>("RemoveUserFromGroup", request, cancellationToken);

    public virtual Task<TagUserResponse> TagUserAsync(TagUserRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<TagUserResponse>("TagUser", request, cancellationToken);

    public virtual Task<UpdateAccessKeyResponse> UpdateAccessKeyAsync(UpdateAccessKeyRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<UpdateAccessKeyResponse>("UpdateAccessKey", request, cancellationToken);

    public virtual Task<UpdateAccountPasswordPolicyResponse> UpdateAccountPasswordPolicyAsync(
        UpdateAccountPasswordPolicyRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<UpdateAccountPasswordPolicyResponse>("UpdateAccountPasswordPolicy", request, cancellationToken);

    public virtual Task<UpdateLoginProfileResponse> UpdateLoginProfileAsync(UpdateLoginProfileRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<UpdateLoginProfileResponse>("UpdateLoginProfile", request, cancellationToken);

    public virtual Task<UploadSigningCertificateResponse> UploadSigningCertificateAsync(
        UploadSigningCertificateRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<UploadSigningCertificateResponse>("UploadSigningCertificate", request, cancellationToken);

    public virtual Task<UploadSSHPublicKeyResponse> UploadSSHPublicKeyAsync(UploadSSHPublicKeyRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<UploadSSHPublicKeyResponse>("UploadSSHPublicKey", request, cancellationToken);

    private Task<TResponse> CallAsync<TResponse>(string operation, AmazonIdentityManagementServiceRequest request, CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse, new() =>
        InvokeAsync<TResponse>(request, Query<TResponse>(operation, request).Options, cancellationToken);

    private static QueryOperation<TResponse> Query<TResponse>(string operation, AmazonIdentityManagementServiceRequest request)
        where TResponse : AmazonWebServiceResponse, new() =>
        new("Amazon.IdentityManagement", "2010-05-08", operation, request.Write, ServiceErrors.Of);
}
