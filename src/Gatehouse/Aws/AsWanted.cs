using Amazon.IdentityManagement.Model;

namespace Gatehouse.Aws;

/// <summary>Calls about a leaver that are safe to make twice: IAM's word that a thing, or its user, does not exist means that it is as wanted.</summary>
internal static class AsWanted
{
    /// <summary>Waits for a call that takes something away.</summary>
    public static async Task GoneAsync(Task removal)
    {
        try
        {
            await removal;
        }
        catch (NoSuchEntityException)
        {
            // An earlier attempt, or somebody's hand, took it: as wanted.
        }
    }

    /// <summary>Reads every page of a user's things; a user who does not exist has none.</summary>
    public static async Task<List<T>> AllAsync<T>(IAsyncEnumerable<T> things, CancellationToken cancellationToken)
    {
        var all = new List<T>();
        try
        {
            await foreach (var thing in things.WithCancellation(cancellationToken))
            {
                all.Add(thing);
            }
        }
        catch (NoSuchEntityException)
        {
            // The user went, and everything of theirs with it: as wanted.
            return [];
        }

        return all;
    }
}
