using System.Buffers;
using System.IO.Hashing;
using System.Text;
using ContentApi.Importer.Scanning;

namespace ContentApi.Importer.Sources;

/// <summary>The folder that an archive is unpacked into. It takes each path once, and no more than the limits allow.</summary>
internal sealed class ArchiveTarget(string folder, ArchiveLimits limits)
{
    private const int BufferSize = 128 * 1024;

    // What the Finder of macOS adds of its own to every archive.
    private const string FinderFolder = "__MACOSX";

    private readonly Dictionary<string, bool> _isFile = [];
    private long _bytes;
    private long _nameBytes;

    /// <summary>Makes a folder, if it is not there.</summary>
    /// <exception cref="ArchiveFaultException">It may not be.</exception>
    public void AddFolder(string name)
    {
        var path = ArchiveEntryName.Read(name);
        if (!IsLeftOut(path))
            Register(name, path, isFile: false);
    }

    /// <summary>Writes a file.</summary>
    /// <param name="name">As the archive has it.</param>
    /// <param name="length">Bytes, as the archive says; it is believed only when it is too much.</param>
    /// <param name="content">Read to its end.</param>
    /// <param name="ct">Ends the work early.</param>
    /// <returns>CRC-32 of what was written, and how many bytes it was.</returns>
    /// <exception cref="ArchiveFaultException">It may not be written, or not all of it.</exception>
    public (uint Crc, long Length) AddFile(string name, long length, Stream content, CancellationToken ct)
    {
        var path = ArchiveEntryName.Read(name);
        if (path.Length == 0)
            throw ArchiveFaultException.Of(name, "is a file without a name");
        if (length > limits.Bytes - _bytes)
            throw TooMuch();
        if (IsLeftOut(path))
            return Copy(content, Stream.Null, ct);
        Register(name, path, isFile: true);
        using var file = new FileStream(Path.Combine(folder, path), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        return Copy(content, file, ct);
    }

    private static bool IsLeftOut(string path) => SourcePath.IsIn(FinderFolder, path);

    // The folders around a file count like those that are named: each of them takes room on the disk.
    private void Register(string name, string path, bool isFile)
    {
        for (var end = path.IndexOf('/'); end >= 0; end = path.IndexOf('/', end + 1))
            MakeFolder(name, path[..end]);
        if (!isFile)
            MakeFolder(name, path);
        else if (!TryAdd(path, isFile: true))
            throw ArchiveFaultException.Of(name, "is there twice");
    }

    private void MakeFolder(string name, string path)
    {
        if (path.Length == 0)
            return;
        if (TryAdd(path, isFile: false))
            Directory.CreateDirectory(Path.Combine(folder, path));
        else if (_isFile[path])
            throw ArchiveFaultException.Of(name, "is both a file and a folder");
    }

    private bool TryAdd(string path, bool isFile)
    {
        if (!_isFile.TryAdd(path, isFile))
            return false;
        _nameBytes += Encoding.UTF8.GetByteCount(path);
        if (_isFile.Count > limits.Entries)
            throw limits.TooManyEntries();
        return _nameBytes <= limits.NameBytes ? true : throw limits.TooManyNameBytes();
    }

    private (uint Crc, long Length) Copy(Stream content, Stream file, CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        var crc = new Crc32();
        var length = 0L;
        try
        {
            for (int count; (count = content.Read(buffer, 0, BufferSize)) > 0; length += count)
            {
                ct.ThrowIfCancellationRequested();
                _bytes += count;
                if (_bytes > limits.Bytes)
                    throw TooMuch();
                crc.Append(buffer.AsSpan(0, count));
                file.Write(buffer, 0, count);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return (crc.GetCurrentHashAsUInt32(), length);
    }

    private ArchiveFaultException TooMuch() =>
        new($"unpacks to more than {limits.Bytes:N0} bytes, as bombs do: unpack it yourself and import the folder, if that is meant");
}
