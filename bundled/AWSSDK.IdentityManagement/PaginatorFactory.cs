using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement;

internal sealed class PaginatorFactory(IAmazonIdentityManagementService client) : IIdentityManagementPaginatorFactory
{
    public IGetAccountAuthorizationDetailsPaginator GetAccountAuthorizationDetails(GetAccountAuthorizationDetailsRequest request) =>
        new GetAccountAuthorizationDetailsPages(Of(request, client.GetAccountAuthorizationDetailsAsync, Next));

    public IListAccessKeysPaginator ListAccessKeys(ListAccessKeysRequest request) => new ListAccessKeysPages(Of(request, client.ListAccessKeysAsync, Next));

    public IListAccountAliasesPaginator ListAccountAliases(ListAccountAliasesRequest request) =>
        new ListAccountAliasesPages(Of(request, client.ListAccountAliasesAsync, Next));

    public IListAttachedUserPoliciesPaginator ListAttachedUserPolicies(ListAttachedUserPoliciesRequest request) =>
        new ListAttachedUserPoliciesPages(Of(request, client.ListAttachedUserPoliciesAsync, Next));

    public IListGroupsForUserPaginator ListGroupsForUser(ListGroupsForUserRequest request) =>
        new ListGroupsForUserPages(Of(request, client.ListGroupsForUserAsync, Next));

    public IListMFADevicesPaginator ListMFADevices(ListMFADevicesRequest request) => new ListMFADevicesPages(Of(request, client.ListMFADevicesAsync, Next));

    public IListSigningCertificatesPaginator ListSigningCertificates(ListSigningCertificatesRequest request) =>
        new ListSigningCertificatesPages(Of(request, client.ListSigningCertificatesAsync, Next));

    public IListSSHPublicKeysPaginator ListSSHPublicKeys(ListSSHPublicKeysRequest request) =>
        new ListSSHPublicKeysPages(Of(request, client.ListSSHPublicKeysAsync, Next));

    public IListUserPoliciesPaginator ListUserPolicies(ListUserPoliciesRequest request) =>
        new ListUserPoliciesPages(Of(request, client.ListUserPoliciesAsync, Next));

    public IListUsersPaginator ListUsers(ListUsersRequest request) => new ListUsersPages(Of(request, client.ListUsersAsync, Next));

    public IListUserTagsPaginator ListUserTags(ListUserTagsRequest request) => new ListUserTagsPages(Of(request, client.ListUserTagsAsync, Next));

    public IListVirtualMFADevicesPaginator ListVirtualMFADevices(ListVirtualMFADevicesRequest request) =>
        new ListVirtualMFADevicesPages(Of(request, client.ListVirtualMFADevicesAsync, Next));

    private static Pages<TRequest, TResponse> Of<TRequest, TResponse>(
        TRequest request, Func<TRequest, CancellationToken, Task<TResponse>> call, Func<TRequest, TResponse, bool> next)
        where TRequest : AmazonWebServiceRequest => new(request, call, next);

    private static bool Next(GetAccountAuthorizationDetailsRequest request, GetAccountAuthorizationDetailsResponse response)
    {
        request.Marker = response.Marker;
        return response.IsTruncated.GetValueOrDefault();
    }

    private static bool Next(ListAccessKeysRequest request, ListAccessKeysResponse response)
    {
        request.Marker = response.Marker;
        return response.IsTruncated.GetValueOrDefault();
    }

    private static bool Next(ListAccountAliasesRequest request, ListAccountAliasesResponse response)
    {
        request.Marker = response.Marker;
        return response.IsTruncated.GetValueOrDefault();
    }

    private static bool Next(ListAttachedUserPoliciesRequest request, ListAttachedUserPoliciesResponse response)
    {
        request.Marker = response.Marker;
        return response.IsTruncated.GetValueOrDefault();
    }

    private static bool Next(ListGroupsForUserRequest request, ListGroupsForUserResponse response)
    {
        request.Marker = response.Marker;
        return response.IsTruncated.GetValueOrDefault();
    }

    private static bool Next(ListMFADevicesRequest request, ListMFADevicesResponse response)
    {
        request.Marker = response.Marker;
        return response.IsTruncated.GetValueOrDefault();
    }

    private static bool Next(ListSigningCertificatesRequest request, ListSigningCertificatesResponse response)
    {
        request.Marker = response.Marker;
        return response.IsTruncated.GetValueOrDefault();
    }

    private static bool Next(ListSSHPublicKeysRequest request, ListSSHPublicKeysResponse response)
    {
        request.Marker = response.Marker;
        return response.IsTruncated.GetValueOrDefault();
    }

    private static bool Next(ListUserPoliciesRequest request, ListUserPoliciesResponse response)
    {
        request.Marker = response.Marker;
        return response.IsTruncated.GetValueOrDefault();
    }

    private static bool Next(ListUsersRequest request, ListUsersResponse response)
    {
        request.Marker = response.Marker;
        return response.IsTruncated.GetValueOrDefault();
    }

    private static bool Next(ListUserTagsRequest request, ListUserTagsResponse response)
    {
        request.Marker = response.Marker;
        return response.IsTruncated.GetValueOrDefault();
    }

    private static bool Next(ListVirtualMFADevicesRequest request, ListVirtualMFADevicesResponse response)
    {
        request.Marker = response.Marker;
        return response.IsTruncated.GetValueOrDefault();
    }

    private sealed class GetAccountAuthorizationDetailsPages(Pages<GetAccountAuthorizationDetailsRequest, GetAccountAuthorizationDetailsResponse> pages)
        : IGetAccountAuthorizationDetailsPaginator
    {
        public IPaginatedEnumerable<GetAccountAuthorizationDetailsResponse> Responses => pages.Responses;

        public IPaginatedEnumerable<UserDetail> UserDetailList => pages.Each(response => response.UserDetailList);

        public IPaginatedEnumerable<GroupDetail> GroupDetailList => pages.Each(response => response.GroupDetailList);

        public IPaginatedEnumerable<RoleDetail> RoleDetailList => pages.Each(response => response.RoleDetailList);

        public IPaginatedEnumerable<ManagedPolicyDetail> Policies => pages.Each(response => response.Policies);
    }

    private sealed class ListAccessKeysPages(Pages<ListAccessKeysRequest, ListAccessKeysResponse> pages) : IListAccessKeysPaginator
    {
        public IPaginatedEnumerable<ListAccessKeysResponse> Responses => pages.Responses;

        public IPaginatedEnumerable<AccessKeyMetadata> AccessKeyMetadata => pages.Each(response => response.AccessKeyMetadata);
    }

    private sealed class ListAccountAliasesPages(Pages<ListAccountAliasesRequest, ListAccountAliasesResponse> pages) : IListAccountAliasesPaginator
    {
        public IPaginatedEnumerable<ListAccountAliasesResponse> Responses => pages.Responses;

        public IPaginatedEnumerable<string> AccountAliases => pages.Each(response => response.AccountAliases);
    }

    private sealed class ListAttachedUserPoliciesPages(Pages<ListAttachedUserPoliciesRequest, ListAttachedUserPoliciesResponse> pages)
        : IListAttachedUserPoliciesPaginator
    {
        public IPaginatedEnumerable<ListAttachedUserPoliciesResponse> Responses => pages.Responses;

        public IPaginatedEnumerable<AttachedPolicyType> AttachedPolicies => pages.Each(response => response.AttachedPolicies);
    }

    private sealed class ListGroupsForUserPages(Pages<ListGroupsForUserRequest, ListGroupsForUserResponse> pages) : IListGroupsForUserPaginator
    {
        public IPaginatedEnumerable<ListGroupsForUserResponse> Responses => pages.Responses;

        public IPaginatedEnumerable<Group> Groups => pages.Each(response => response.Groups);
    }

    private sealed class ListMFADevicesPages(Pages<ListMFADevicesRequest, ListMFADevicesResponse> pages) : IListMFADevicesPaginator
    {
        public IPaginatedEnumerable<ListMFADevicesResponse> Responses => pages.Responses;

        public IPaginatedEnumerable<MFADevice> MFADevices => pages.Each(response => response.MFADevices);
    }

    private sealed class ListSigningCertificatesPages(Pages<ListSigningCertificatesRequest, ListSigningCertificatesResponse> pages)
        : IListSigningCertificatesPaginator
    {
        public IPaginatedEnumerable<ListSigningCertificatesResponse> Responses => pages.Responses;

        public IPaginatedEnumerable<SigningCertificate> Certificates => pages.Each(response => response.Certificates);
    }

    private sealed class ListSSHPublicKeysPages(Pages<ListSSHPublicKeysRequest, ListSSHPublicKeysResponse> pages) : IListSSHPublicKeysPaginator
    {
        public IPaginatedEnumerable<ListSSHPublicKeysResponse> Responses => pages.Responses;

        public IPaginatedEnumerable<SSHPublicKeyMetadata> SSHPublicKeys => pages.Each(response => response.SSHPublicKeys);
    }

    private sealed class ListUserPoliciesPages(Pages<ListUserPoliciesRequest, ListUserPoliciesResponse> pages) : IListUserPoliciesPaginator
    {
        public IPaginatedEnumerable<ListUserPoliciesResponse> Responses => pages.Responses;

        public IPaginatedEnumerable<string> PolicyNames => pages.Each(response => response.PolicyNames);
    }

    private sealed class ListUsersPages(Pages<ListUsersRequest, ListUsersResponse> pages) : IListUsersPaginator
    {
        public IPaginatedEnumerable<ListUsersResponse> Responses => pages.Responses;

        public IPaginatedEnumerable<User> Users => pages.Each(response => response.Users);
    }

    private sealed class ListUserTagsPages(Pages<ListUserTagsRequest, ListUserTagsResponse> pages) : IListUserTagsPaginator
    {
        public IPaginatedEnumerable<ListUserTagsResponse> Responses => pages.Responses;

        public IPaginatedEnumerable<Tag> Tags => pages.Each(response => response.Tags);
    }

    private sealed class ListVirtualMFADevicesPages(Pages<ListVirtualMFADevicesRequest, ListVirtualMFADevicesResponse> pages) : IListVirtualMFADevicesPaginator
    {
        public IPaginatedEnumerable<ListVirtualMFADevicesResponse> Responses => pages.Responses;

        public IPaginatedEnumerable<VirtualMFADevice> VirtualMFADevices => pages.Each(response => response.VirtualMFADevices);
    }
}
