using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.Local.GitHub.Git;

/// <summary>One object as Git stores it: its name, its type (<c>blob</c>, <c>tree</c>, <c>commit</c>) and its bytes.</summary>
public sealed record GitObject(string Sha, string Type, byte[] Bytes)
{
    public string Text => Encoding.UTF8.GetString(Bytes);
}

/// <summary>
/// Reads objects through one long-lived <c>git cat-file --batch</c> and writes loose ones itself, so that a call costs no process.
/// </summary>
public sealed class GitObjects(string directory) : IDisposable
{
    private readonly Lock turn = new();
    private Process? reader;

    /// <summary>The object that a revision names (<c>refs/heads/x</c>, <c>sha:path</c>, <c>x^{commit}</c>…), or null where there is none.</summary>
    public GitObject? Read(string revision)
    {
        if (revision.AsSpan().ContainsAny('\n', '\r', '\0'))
            return null;
        lock (turn)
        {
            reader ??= Process.Start(GitCommand.Describe(directory, ["cat-file", "--batch"]))!;
            reader.StandardInput.BaseStream.Write(Encoding.UTF8.GetBytes(revision + "\n"));
            reader.StandardInput.BaseStream.Flush();
            return Answer(reader.StandardOutput.BaseStream);
        }
    }

    /// <summary>Stores an object under the name that Git would give it.</summary>
    public string Write(string type, ReadOnlySpan<byte> content)
    {
        byte[] whole = [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{type} {content.Length}\0")), .. content];
#pragma warning disable CA5350 // Git names its objects by SHA-1; nothing is secured by it.
        var sha = Convert.ToHexStringLower(SHA1.HashData(whole));
#pragma warning restore CA5350
        var path = Path.Combine(directory, "objects", sha[..2], sha[2..]);
        if (!File.Exists(path))
            Store(path, whole);
        return sha;
    }

    public void Dispose()
    {
        if (reader is null)
            return;
        reader.StandardInput.Close();
        reader.WaitForExit();
        reader.Dispose();
    }

    private static void Store(string path, byte[] whole)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = path + ".new";
        using (var file = File.Create(unfinished))
        using (var compressed = new ZLibStream(file, CompressionLevel.Fastest))
            compressed.Write(whole);
        File.Move(unfinished, path, overwrite: true);
    }

    private static GitObject? Answer(Stream output)
    {
        var header = ReadLine(output).Split(' ');
        if (header is not [var sha, var type, var size] || !int.TryParse(size, CultureInfo.InvariantCulture, out var length))
            return null;
        var bytes = new byte[length];
        output.ReadExactly(bytes);
        output.ReadByte();
        return new GitObject(sha, type, bytes);
    }

    private static string ReadLine(Stream output)
    {
        var line = new List<byte>(64);
        for (var next = output.ReadByte(); next != '\n'; next = output.ReadByte())
        {
            if (next < 0)
                throw new GitFailedException("git cat-file ended unexpectedly");
            line.Add((byte)next);
        }

        return Encoding.UTF8.GetString([.. line]);
    }
}
