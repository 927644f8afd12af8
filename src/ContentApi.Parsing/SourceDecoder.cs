using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing;

/// <summary>Bytes in, text with LF line ends and without byte order marks and NUL out.</summary>
internal static class SourceDecoder
{
    // Byte order marks, of which joined files have several, and the other characters without width that nobody sees before a text.
    private static readonly SearchValues<char> Unseen = SearchValues.Create("\uFEFF\u200B\u2060");

    /// <summary>Null when the bytes are not text; an error then says so.</summary>
    /// <param name="bytes">Of the whole file. A byte order mark of UTF-8, UTF-16 or UTF-32 decides; without one it is UTF-8.</param>
    /// <param name="other">Encoding of files that are not valid UTF-8; null when there is none.</param>
    /// <param name="bag">Takes the findings.</param>
    public static string? Decode(ReadOnlySpan<byte> bytes, Encoding? other, DiagnosticBag bag)
    {
        var encoding = SourceEncoding.Choose(bytes, other);
        var text = DecodeStrictly(bytes, encoding, out var fault);
        if (text is null && encoding.CanFallBack && other is not null)
            text = DecodeStrictly(bytes, SourceEncoding.Of(other), out fault);
        if (text is null && encoding.IsUtf16)
            text = DecodeHalves(bytes, encoding, bag);
        if (text is not null)
            return WithoutNul(Normalise(text), bag);

        var tried = encoding.CanFallBack && other is not null ? $"UTF-8 or {other.WebName}" : encoding.Name;
        bag.Error(
            DiagnosticCode.Encoding,
            PlaceAfter(Prefix(bytes, fault, encoding.CanFallBack && other is not null ? SourceEncoding.Of(other) : encoding)),
            $"the byte at offset {fault} of the file is not {tried}; file rejected",
            other is null ? "Save the file as UTF-8, or give its encoding with --encoding." : "Save the file as UTF-8.");
        return null;
    }

    /// <summary>A file as the parser reads it. What cannot be decoded is U+FFFD.</summary>
    public static string ReadText(ReadOnlySpan<byte> bytes, Encoding? other)
    {
        var encoding = SourceEncoding.Choose(bytes, other);
        var text = DecodeStrictly(bytes, encoding, out _);
        if (text is null && encoding.CanFallBack && other is not null)
            text = DecodeStrictly(bytes, SourceEncoding.Of(other), out _);
        return Normalise(text ?? Prefix(bytes, bytes.Length, encoding)).Replace("\0", "");
    }

    /// <param name="bytes">Of the whole file.</param>
    /// <param name="encoding">Of the file.</param>
    /// <param name="fault">Offset of the first byte that belongs to no character; the length of the file when there is none.</param>
    private static string? DecodeStrictly(ReadOnlySpan<byte> bytes, SourceEncoding encoding, out int fault)
    {
        fault = bytes.Length;
        try
        {
            return encoding.Strict.GetString(bytes[encoding.Start..]);
        }
        catch (DecoderFallbackException e)
        {
            fault = Math.Clamp(encoding.Start + e.Index, 0, Math.Max(0, bytes.Length - 1));
            return null;
        }
    }

    // Lone surrogates are the one mistake that whole units of UTF-16 can make.
    private static string? DecodeHalves(ReadOnlySpan<byte> bytes, SourceEncoding encoding, DiagnosticBag bag)
    {
        bytes = bytes[encoding.Start..];
        if (bytes.Length % 2 != 0)
            return null;
        var units = new char[bytes.Length / 2];
        for (var i = 0; i < units.Length; i++)
            units[i] = (char)(encoding.IsBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes[(2 * i)..]) : BinaryPrimitives.ReadUInt16LittleEndian(bytes[(2 * i)..]));
        var text = new string(units);
        bag.Warn(DiagnosticCode.Surrogate, PlaceAfter(text[..Wellformed.FirstLoneSurrogate(text)]), "lone surrogate replaced by U+FFFD");
        return Wellformed.Of(text);
    }

    private static string Prefix(ReadOnlySpan<byte> bytes, int end, SourceEncoding encoding) =>
        encoding.Lenient.GetString(bytes[Math.Min(encoding.Start, end)..end]);

    private static string Normalise(string text)
    {
        var lines = text.Contains('\r') ? text.Replace("\r\n", "\n").Replace('\r', '\n') : text;
        var head = 0;
        while (head < lines.Length && (char.IsWhiteSpace(lines[head]) || Unseen.Contains(lines[head])))
            head++;
        return lines.AsSpan(0, head).ContainsAny(Unseen) ? string.Concat(lines[..head].Where(x => !Unseen.Contains(x))) + lines[head..] : lines;
    }

    private static Place PlaceAfter(string before)
    {
        before = Normalise(before);
        return new Place(before.AsSpan().Count('\n') + 1, before.Length - before.LastIndexOf('\n'));
    }

    // PostgreSQL's text cannot hold NUL.
    private static string WithoutNul(string text, DiagnosticBag bag)
    {
        var at = text.IndexOf('\0');
        if (at < 0)
            return text;
        bag.Warn(DiagnosticCode.Nul, PlaceAfter(text[..at]), "NUL characters removed");
        return text.Replace("\0", "");
    }
}
