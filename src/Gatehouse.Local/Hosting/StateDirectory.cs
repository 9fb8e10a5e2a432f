using System.Globalization;

namespace Gatehouse.Local.Hosting;

/// <summary>The folder of what a running world keeps.</summary>
public static class StateDirectory
{
    /// <summary>Empties it, unless the world is to go on from what is there.</summary>
    public static void Prepare(WorldDirectories directories, bool keep)
    {
        File.Delete(directories.Announcement);
        if (!keep && Directory.Exists(directories.State)) Directory.Delete(directories.State, recursive: true);
        Directory.CreateDirectory(directories.Logs);
        File.WriteAllText(directories.ProcessId, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
    }
}
