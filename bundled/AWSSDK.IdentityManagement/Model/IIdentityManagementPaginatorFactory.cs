namespace Amazon.IdentityManagement.Model;

public interface IIdentityManagementPaginatorFactory
{
    IGetAccountAuthorizationDetailsPaginator GetAccountAuthorizationDetails(GetAccountAuthorizationDetailsRequest request);

    IListAccessKeysPaginator ListAccessKeys(ListAccessKeysRequest request);

    IListAccountAliasesPaginator ListAccountAliases(ListAccountAliasesRequest request);

    IListAttachedUserPoliciesPaginator ListAttachedUserPolicies(ListAttachedUserPoliciesRequest request);

    IListGroupsForUserPaginator ListGroupsForUser(ListGroupsForUserRequest request);

    IListMFADevicesPaginator ListMFADevices(ListMFADevicesRequest request);

    IListSigningCertificatesPaginator ListSigningCertificates(ListSigningCertificatesRequest request);

    IListSSHPublicKeysPaginator ListSSHPublicKeys(ListSSHPublicKeysRequest request);

    IListUserPoliciesPaginator ListUserPolicies(ListUserPoliciesRequest request);

    IListUsersPaginator ListUsers(ListUsersRequest request);

    IListUserTagsPaginator ListUserTags(ListUserTagsRequest request);

    IListVirtualMFADevicesPaginator ListVirtualMFADevices(ListVirtualMFADevicesRequest request);
}
