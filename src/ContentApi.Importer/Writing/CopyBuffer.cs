using System.Buffers;
using System.Buffers.Binary;
using System.Text.Unicode;

namespace ContentApi.Importer.Writing;

/// <summary>
/// Rows of one table as PostgreSQL's binary COPY takes them, without its header and trailer: of every row the number of its
/// columns, of every value its length and bytes in network order. Not safe to call from several threads.
/// </summary>
/// <param name="capacity">Bytes that are expected.</param>
/// <remarks>Format: "COPY" in PostgreSQL's reference, under "Binary Format"; of values, what the type's receive function reads.</remarks>
internal sealed class CopyBuffer(int capacity = CopyBuffer.UsualCapacity) : IDisposable
{
    private const int UsualCapacity = 16 * 1024;
    private const int MaxKept = 4 * 1024 * 1024;
    private const int Null = -1;
    private const int TextType = 25;   // pg_type.oid of text
    private const byte BinaryJsonForm = 1;   // jsonb_recv takes no other

    private static readonly long Epoch = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(capacity);
    private int _length;
    private int _kept;

    /// <summary>All rows. Valid until the next one.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, _length);

    /// <summary>Length of <see cref="Bytes"/>.</summary>
    public int Length => _length;

    /// <summary>Values written of the last row; tells which column was refused.</summary>
    public int Column { get; private set; }

    public void StartRow(int columns)
    {
        BinaryPrimitives.WriteInt16BigEndian(Advance(sizeof(short)), (short)columns);
        Column = 0;
    }

    /// <summary>Rows until here stay.</summary>
    public void Keep() => _kept = _length;

    /// <summary>Takes back what was written since <see cref="Keep"/>.</summary>
    public void Drop() => _length = _kept;

    /// <summary>Makes it empty for other rows. The bytes stay its own, unless they are unusually many.</summary>
    public void Clear()
    {
        if (_bytes.Length > MaxKept)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = ArrayPool<byte>.Shared.Rent(UsualCapacity);
        }

        (_length, _kept) = (0, 0);
    }

    /// <summary>Takes rows from another buffer.</summary>
    public void Append(ReadOnlySpan<byte> rows) => rows.CopyTo(Advance(rows.Length));

    public void Write(Guid? value)
    {
        if (value is { } known)
            known.TryWriteBytes(Value(16), bigEndian: true, out _);
        else
            WriteNull();
    }

    public void Write(bool? value)
    {
        if (value is { } known)
            Value(1)[0] = known ? (byte)1 : (byte)0;
        else
            WriteNull();
    }

    public void Write(int? value)
    {
        if (value is { } known)
            BinaryPrimitives.WriteInt32BigEndian(Value(sizeof(int)), known);
        else
            WriteNull();
    }

    public void Write(long? value)
    {
        if (value is { } known)
            BinaryPrimitives.WriteInt64BigEndian(Value(sizeof(long)), known);
        else
            WriteNull();
    }

    public void Write(double? value)
    {
        if (value is { } known)
            BinaryPrimitives.WriteDoubleBigEndian(Value(sizeof(double)), known);
        else
            WriteNull();
    }

    /// <summary>Microseconds since 2000; the first and the last instant are the infinities, as Npgsql has it.</summary>
    public void Write(DateTimeOffset? value)
    {
        if (value is not { } known)
            WriteNull();
        else if (known == DateTimeOffset.MinValue)
            Write(long.MinValue);
        else if (known == DateTimeOffset.MaxValue)
            Write(long.MaxValue);
        else
            Write((known.UtcTicks - Epoch) / TimeSpan.TicksPerMicrosecond);
    }

    /// <summary>A text; json too, which is the same on the wire.</summary>
    /// <exception cref="InvalidDataException">It holds a NUL or half a surrogate pair, which no text of PostgreSQL can.</exception>
    public void Write(string? value)
    {
        if (value is null)
        {
            WriteNull();
            return;
        }

        WriteText(value);
        Column++;
    }

    /// <summary>JSON for a column of type jsonb: its text behind the number of the form.</summary>
    /// <exception cref="InvalidDataException">As of a text.</exception>
    public void WriteBinaryJson(string? value)
    {
        if (value is null)
        {
            WriteNull();
            return;
        }

        WriteText(value, BinaryJsonForm);
        Column++;
    }

    /// <exception cref="InvalidDataException">As of a text.</exception>
    public void Write(string[]? value)
    {
        if (value is null)
        {
            WriteNull();
            return;
        }

        var start = _length;
        WriteHead(value);
        foreach (var item in value)
            WriteText(item);
        BinaryPrimitives.WriteInt32BigEndian(_bytes.AsSpan(start), _length - start - sizeof(int));
        Column++;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        _length = 0;
    }

    // Length (filled in at the end), dimensions, whether there are nulls, type of the items, then of the one dimension its length and first index.
    private void WriteHead(string[] value)
    {
        ReadOnlySpan<int> head = value.Length == 0 ? [0, 0, 0, TextType] : [0, 1, 0, TextType, value.Length, 1];
        foreach (var number in head)
            BinaryPrimitives.WriteInt32BigEndian(Advance(sizeof(int)), number);
    }

    private void WriteText(string text, byte? form = null)
    {
        var start = _length;
        Advance(sizeof(int));
        if (form is { } number)
            Advance(sizeof(byte))[0] = number;
        var rest = text.AsSpan();
        while (true)
        {
            var status = Utf8.FromUtf16(rest, _bytes.AsSpan(_length), out var read, out var written, replaceInvalidSequences: false);
            _length += written;
            rest = rest[read..];
            if (status == OperationStatus.Done)
                break;
            if (status != OperationStatus.DestinationTooSmall)
                throw new InvalidDataException("half a surrogate pair");
            Grow(rest.Length * 2);
        }

        var bytes = _bytes.AsSpan(start, _length - start);
        BinaryPrimitives.WriteInt32BigEndian(bytes, bytes.Length - sizeof(int));
        if (bytes[sizeof(int)..].Contains((byte)0))
            throw new InvalidDataException("a NUL");
    }

    private void WriteNull()
    {
        BinaryPrimitives.WriteInt32BigEndian(Advance(sizeof(int)), Null);
        Column++;
    }

    private Span<byte> Value(int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(Advance(sizeof(int)), length);
        Column++;
        return Advance(length);
    }

    private Span<byte> Advance(int count)
    {
        if (_bytes.Length - _length < count)
            Grow(count);
        var span = _bytes.AsSpan(_length, count);
        _length += count;
        return span;
    }

    private void Grow(int count)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(checked(_length + count), (int)Math.Min(2L * _bytes.Length, Array.MaxLength)));
        _bytes.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
