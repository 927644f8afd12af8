using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace ContentApi.Importer.Scanning;

/// <summary>Reads image files, each once in a run. Safe to call from several threads.</summary>
/// <param name="stamps">Of the files; null where nothing is stored.</param>
internal sealed class ImageMeasurer(FileStamps? stamps)
{
    private const int BufferSize = 128 * 1024;

    private readonly ConcurrentDictionary<string, Lazy<MeasuredFile?>> _measured = new();

    /// <summary>Gives size, hash and type; null when the file cannot be read.</summary>
    public MeasuredFile? Measure(SourceFile file) =>
        _measured.GetOrAdd(file.Path, (_, file) => new Lazy<MeasuredFile?>(() => Read(file)), file).Value;

    private MeasuredFile? Read(SourceFile file)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            using var handle = ListedFile.Open(file, FileOptions.SequentialScan);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            long size = 0;
            var mimeType = "";
            while (RandomAccess.Read(handle, buffer.AsSpan(0, BufferSize), size) is > 0 and var count)
            {
                if (size == 0)
                    mimeType = ImageType.Of(buffer.AsSpan(0, count), file.Path);
                hash.AppendData(buffer, 0, count);
                size += count;
            }

            return size == 0 ? null : new MeasuredFile(size, Convert.ToHexStringLower(hash.GetHashAndReset()), mimeType, stamps?.Of(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
