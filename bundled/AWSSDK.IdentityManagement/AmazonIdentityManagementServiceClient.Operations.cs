using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement;

public partial class AmazonIdentityManagementServiceClient
{
    public virtual Task<AddUserToGroupResponse> AddUserToGroupAsync(AddUserToGroupRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<AddUserToGroupResponse>("AddUserToGroup", request, cancellationToken);

    public virtual Task<CreateAccessKeyResponse> CreateAccessKeyAsync(CancellationToken cancellationToken = default) =>
        CreateAccessKeyAsync(new CreateAccessKeyRequest(), cancellationToken);

    public virtual Task<CreateAccessKeyResponse> CreateAccessKeyAsync(CreateAccessKeyRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<CreateAccessKeyResponse>("CreateAccessKey", request, cancellationToken);

    public virtual Task<CreateGroupResponse> CreateGroupAsync(CreateGroupRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<CreateGroupResponse>("CreateGroup", request, cancellationToken);

    public virtual Task<CreateLoginProfileResponse> CreateLoginProfileAsync(CreateLoginProfileRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<CreateLoginProfileResponse>("CreateLoginProfile", request, cancellationToken);

    public virtual Task<CreateUserResponse> CreateUserAsync(CreateUserRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<CreateUserResponse>("CreateUser", request, cancellationToken);

    public virtual Task<DeleteLoginProfileResponse> DeleteLoginProfileAsync(DeleteLoginProfileRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DeleteLoginProfileResponse>("DeleteLoginProfile", request, cancellationToken);

    public virtual Task<GetAccountAuthorizationDetailsResponse> GetAccountAuthorizationDetailsAsync(
        GetAccountAuthorizationDetailsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetAccountAuthorizationDetailsResponse>("GetAccountAuthorizationDetails", request, cancellationToken);

    public virtual Task<GetAccountPasswordPolicyResponse> GetAccountPasswordPolicyAsync(CancellationToken cancellationToken = default) =>
        GetAccountPasswordPolicyAsync(new GetAccountPasswordPolicyRequest(), cancellationToken);

    public virtual Task<GetAccountPasswordPolicyResponse> GetAccountPasswordPolicyAsync(
        GetAccountPasswordPolicyRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetAccountPasswordPolicyResponse>("GetAccountPasswordPolicy", request, cancellationToken);

    public virtual Task<GetLoginProfileResponse> GetLoginProfileAsync(GetLoginProfileRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetLoginProfileResponse>("GetLoginProfile", request, cancellationToken);

    public virtual Task<GetUserResponse> GetUserAsync(CancellationToken cancellationToken = default) =>
        GetUserAsync(new GetUserRequest(), cancellationToken);

    public virtual Task<GetUserResponse> GetUserAsync(GetUserRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetUserResponse>("GetUser", request, cancellationToken);

    public virtual Task<ListAccessKeysResponse> ListAccessKeysAsync(CancellationToken cancellationToken = default) =>
        ListAccessKeysAsync(new ListAccessKeysRequest(), cancellationToken);

    public virtual Task<ListAccessKeysResponse> ListAccessKeysAsync(ListAccessKeysRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListAccessKeysResponse>("ListAccessKeys", request, cancellationToken);

    public virtual Task<ListAccountAliasesResponse> ListAccountAliasesAsync(CancellationToken cancellationToken = default) =>
        ListAccountAliasesAsync(new ListAccountAliasesRequest(), cancellationToken);

    public virtual Task<ListAccountAliasesResponse> ListAccountAliasesAsync(ListAccountAliasesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListAccountAliasesResponse>("ListAccountAliases", request, cancellationToken);

    public virtual Task<ListGroupsForUserResponse> ListGroupsForUserAsync(ListGroupsForUserRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListGroupsForUserResponse>("ListGroupsForUser", request, cancellationToken);

    public virtual Task<ListUserTagsResponse> ListUserTagsAsync(ListUserTagsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListUserTagsResponse>("ListUserTags", request, cancellationToken);

    public virtual Task<ListUsersResponse> ListUsersAsync(CancellationToken cancellationToken = default) =>
        ListUsersAsync(new ListUsersRequest(), cancellationToken);

    public virtual Task<ListUsersResponse> ListUsersAsync(ListUsersRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListUsersResponse>("ListUsers", request, cancellationToken);

    public virtual Task<RemoveUserFromGroupResponse> RemoveUserFromGroupAsync(
        RemoveUserFromGroupRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<RemoveUserFromGroupResponse>("RemoveUserFromGroup", request, cancellationToken);

    public virtual Task<TagUserResponse> TagUserAsync(TagUserRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<TagUserResponse>("TagUser", request, cancellationToken);

    public virtual Task<UpdateLoginProfileResponse> UpdateLoginProfileAsync(UpdateLoginProfileRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<UpdateLoginProfileResponse>("UpdateLoginProfile", request, cancellationToken);

    private Task<TResponse> CallAsync<TResponse>(string operation, AmazonIdentityManagementServiceRequest request, CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse, new() =>
        InvokeAsync<TResponse>(request, Query<TResponse>(operation, request).Options, cancellationToken);

    private static QueryOperation<TResponse> Query<TResponse>(string operation, AmazonIdentityManagementServiceRequest request)
        where TResponse : AmazonWebServiceResponse, new() =>
        new("Amazon.IdentityManagement", "2010-05-08", operation, request.Write, ServiceErrors.Of);
}
