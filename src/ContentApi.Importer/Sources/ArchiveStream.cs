namespace ContentApi.Importer.Sources;

/// <summary>
/// What is read of a tar archive, kept within bounds: the reader of .NET takes whole headers into memory at the length that
/// they claim, and passes over what it does not understand however long that is.
/// </summary>
/// <param name="inner">The archive, inflated.</param>
/// <param name="limit">Bytes that may be read in all.</param>
internal sealed class ArchiveStream(Stream inner, long limit) : Stream
{
    // Files are copied in smaller pieces than this; only a header is wanted in one piece.
    private const int MaxHeader = 1024 * 1024;

    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        if (buffer.Length > MaxHeader)
            throw new ArchiveFaultException($"has a header of more than {MaxHeader:N0} bytes");
        var count = inner.Read(buffer);
        _read += count;
        return _read <= limit ? count : throw new ArchiveFaultException($"unpacks to more than {limit:N0} bytes, as bombs do");
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
