namespace ContentApi.Server.Freezing;

/// <summary>Writes answers into a folder. Safe for many threads.</summary>
/// <param name="root">The folder that becomes the root of a host of files.</param>
internal sealed class FrozenFiles(string root)
{
    /// <summary>Where answers lie in the folder, and on the server.</summary>
    public static readonly string[] Parts = ["graphql", "persisted"];

    private readonly string _folder = Path.Combine([root, .. Parts]);
    private long _files;
    private long _bytes;

    /// <summary>Files so far.</summary>
    public long Count => Volatile.Read(ref _files);

    /// <summary>Their bytes.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    /// <summary>Writes a file that is not there yet.</summary>
    /// <exception cref="FreezeRefusedException">There is one of this name, as far as the file system tells names apart.</exception>
    public void Write(string address, ReadOnlySpan<byte> body)
    {
        var path = Path.Combine(_folder, address.Replace('/', Path.DirectorySeparatorChar));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
            file.Write(body);
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new FreezeRefusedException($"The file {address} is there already under a name that differs in case alone: freeze on a file system that tells upper from lower case.");
        }

        Interlocked.Increment(ref _files);
        Interlocked.Add(ref _bytes, body.Length);
    }
}
