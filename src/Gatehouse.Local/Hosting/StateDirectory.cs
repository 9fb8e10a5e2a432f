using System.Globalization;

namespace Gatehouse.Local.Hosting;

/// <summary>The folder of what a running world keeps.</summary>
public static class StateDirectory
{
    /// <summary>Empties it: a world starts from its seed.</summary>
    public static void Prepare(WorldDirectories directories)
    {
        File.Delete(directories.Announcement);
        if (Directory.Exists(directories.State)) Directory.Delete(directories.State, recursive: true);
        Directory.CreateDirectory(directories.Logs);
        File.WriteAllText(directories.ProcessId, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
    }
}
