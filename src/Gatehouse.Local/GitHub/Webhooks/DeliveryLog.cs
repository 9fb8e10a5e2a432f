using System.Globalization;
using System.Text.Json;

namespace Gatehouse.Local.GitHub.Webhooks;

/// <summary>Every delivery with its answer, one file each, so that a world that goes on can redeliver.</summary>
public sealed class DeliveryLog
{
    private readonly string directory;
    private readonly SortedDictionary<long, Delivery> deliveries = [];

    public DeliveryLog(string stateDirectory)
    {
        directory = Path.Combine(stateDirectory, "deliveries");
        Directory.CreateDirectory(directory);
        foreach (var file in Directory.EnumerateFiles(directory, "*.json"))
        {
            var delivery = JsonSerializer.Deserialize<Delivery>(File.ReadAllText(file))!;
            deliveries[delivery.Id] = delivery;
        }
    }

    /// <summary>Newest first, as GitHub lists them.</summary>
    public IReadOnlyList<Delivery> All
    {
        get
        {
            lock (deliveries) return [.. deliveries.Values.Reverse()];
        }
    }

    public void Keep(Delivery delivery)
    {
        lock (deliveries)
        {
            deliveries[delivery.Id] = delivery;
            var path = Path.Combine(directory, delivery.Id.ToString(CultureInfo.InvariantCulture) + ".json");
            File.WriteAllText(path + ".new", JsonSerializer.Serialize(delivery));
            File.Move(path + ".new", path, overwrite: true);
        }
    }
}
