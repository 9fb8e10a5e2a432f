using Amazon;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Util;

namespace Bundled.Pipeline;

/// <summary>The form that a query request posts; what nobody set is not sent.</summary>
internal sealed class QueryForm(ParameterCollection parameters)
{
    public void Add(string name, string value)
    {
        if (value != null) parameters.Add(name, value);
    }

    public void Add(string name, int? value)
    {
        if (value != null) parameters.Add(name, StringUtils.FromInt(value));
    }

    public void Add(string name, bool? value)
    {
        if (value != null) parameters.Add(name, StringUtils.FromBool(value));
    }

    public void Add(string name, List<string> values) => Each(name, values, Add);

    /// <summary>An empty list is sent as `name=`, because it means something else than no list.</summary>
    public void Each<T>(string name, List<T> items, Action<string, T> add)
    {
        if (items == null || (items.Count == 0 && AWSConfigs.InitializeCollections)) return;
        if (items.Count == 0) parameters.Add(name, "");
        for (var i = 0; i < items.Count; i++) add($"{name}.member.{i + 1}", items[i]);
    }
}
