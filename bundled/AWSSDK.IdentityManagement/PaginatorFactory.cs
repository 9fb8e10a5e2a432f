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

    public IListGroupsForUserPaginator ListGroupsForUser(ListGroupsForUserRequest request) =>
        new ListGroupsForUserPages(Of(request, client.ListGroupsForUserAsync, Next));

    public IListUserTagsPaginator ListUserTags(ListUserTagsRequest request) => new ListUserTagsPages(Of(request, client.ListUserTagsAsync, Next));

    public IListUsersPaginator ListUsers(ListUsersRequest request) => new ListUsersPages(Of(request, client.ListUsersAsync, Next));

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

    private static bool Next(ListGroupsForUserRequest request, ListGroupsForUserResponse response)
    {
        request.Marker = response.Marker;
        return response.IsTruncated.GetValueOrDefault();
    }

    private static bool Next(ListUserTagsRequest request, ListUserTagsResponse response)
    {
        request.Marker = response.Marker;
        return response.IsTruncated.GetValueOrDefault();
    }

    private static bool Next(ListUsersRequest request, ListUsersResponse response)
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

    private sealed class ListGroupsForUserPages(Pages<ListGroupsForUserRequest, ListGroupsForUserResponse> pages) : IListGroupsForUserPaginator
    {
        public IPaginatedEnumerable<ListGroupsForUserResponse> Responses => pages.Responses;

        public IPaginatedEnumerable<Group> Groups => pages.Each(response => response.Groups);
    }

    private sealed class ListUserTagsPages(Pages<ListUserTagsRequest, ListUserTagsResponse> pages) : IListUserTagsPaginator
    {
        public IPaginatedEnumerable<ListUserTagsResponse> Responses => pages.Responses;

        public IPaginatedEnumerable<Tag> Tags => pages.Each(response => response.Tags);
    }

    private sealed class ListUsersPages(Pages<ListUsersRequest, ListUsersResponse> pages) : IListUsersPaginator
    {
        public IPaginatedEnumerable<ListUsersResponse> Responses => pages.Responses;

        public IPaginatedEnumerable<User> Users => pages.Each(response => response.Users);
    }
}
