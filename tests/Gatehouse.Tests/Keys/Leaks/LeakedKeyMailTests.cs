namespace Gatehouse.Tests.Keys.Leaks;

/// <summary>What the mail about a leaked key tells whom.</summary>
public class LeakedKeyMailTests
{
    [Fact]
    public void A_person_is_told_that_it_was_theirs_and_to_make_a_new_one_last()
    {
        var mail = LeakLetters.ToOwners["key-leaked"];

        mail.Subject.ShouldBe("An access key of yours was found in public, and is inactive now");
        mail.Text.ShouldContain("as if it were you. Nobody can use it any more.");
        mail.Text.ShouldContain("3. Only then make a new key, if you still need one.");
        mail.Text.ShouldContain("You cannot make this key active again");
    }

    [Fact]
    public void Who_answers_for_a_deploy_key_is_told_how_the_repository_gets_another()
    {
        var mail = LeakLetters.ToOwners["key-leaked-deploy"];

        mail.Subject.ShouldBe("An access key of deploy was found in public, and is inactive now");
        mail.Text.ShouldContain("as if they were deploy.");
        mail.Text.ShouldContain("gatehouse keys rotate deploy writes another key into example-org/deploy-me, which has none that works once this one is inactive.");
        mail.Text.ShouldContain("give the user name deploy,");
        mail.Text.ShouldNotContain("aws-vault");
    }

    [Fact]
    public void Who_answers_for_a_protected_one_is_told_to_replace_it_first_and_nothing_that_is_not_true_while_it_is_active()
    {
        var mail = LeakLetters.ToOwners["key-leaked-protected"];

        mail.Subject.ShouldBe("An access key of copier was found in public, and is still active");
        mail.Text.ShouldContain("Give whatever uses the key another one, and then make this one inactive:");
        mail.Text.ShouldContain("aws iam update-access-key --user-name copier --access-key-id AKIAIOSFODNN7EXAMPLE --status Inactive");
        mail.Text.ShouldContain("Once it is inactive, do not make it active again");
        mail.Text.ShouldNotContain("You cannot make");
        mail.Text.ShouldNotContain("Only then make a new key");
    }

    [Fact]
    public void Sessions_that_could_not_be_cut_are_not_said_to_be_cut() => LeakLetters.ToOwners["key-leaked-sessions-go-on"].Text.ShouldContain("IAM denies PutUserPolicy");
}
