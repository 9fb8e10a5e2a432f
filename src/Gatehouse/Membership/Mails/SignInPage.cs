namespace Gatehouse.Membership.Mails;

/// <summary>Where people sign in to an account.</summary>
internal static class SignInPage
{
    /// <param name="account">Its alias, or its twelve digits where it has none.</param>
    public static string Of(string account) => $"https://{account}.signin.aws.amazon.com/console";
}
