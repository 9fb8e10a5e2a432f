namespace Amazon.IdentityManagement.Model;

public interface IIdentityManagementPaginatorFactory
{
    IGetAccountAuthorizationDetailsPaginator GetAccountAuthorizationDetails(GetAccountAuthorizationDetailsRequest request);

    IListAccessKeysPaginator ListAccessKeys(ListAccessKeysRequest request);

    IListAccountAliasesPaginator ListAccountAliases(ListAccountAliasesRequest request);

    IListGroupsForUserPaginator ListGroupsForUser(ListGroupsForUserRequest request);

    IListUserTagsPaginator ListUserTags(ListUserTagsRequest request);

    IListUsersPaginator ListUsers(ListUsersRequest request);
}
