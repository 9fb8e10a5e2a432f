using Amazon;

namespace Bundled.Pipeline;

/// <summary>What a collection is before anybody sets it: null, unless the application asked for collections to be there.</summary>
internal static class Fresh
{
    public static List<T> List<T>() => AWSConfigs.InitializeCollections ? [] : null;

    public static Dictionary<TKey, TValue> Dictionary<TKey, TValue>() where TKey : notnull => AWSConfigs.InitializeCollections ? [] : null;
}
