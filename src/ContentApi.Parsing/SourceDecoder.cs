using System.Text;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing;

/// <summary>Bytes in, text with LF line ends and without byte order mark and NUL out.</summary>
internal static class SourceDecoder
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Null when the bytes are not text; an error then says so.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, Encoding? other, DiagnosticBag bag)
    {
        var start = bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? 3 : 0;
        var text = DecodeUtf8(bytes[start..]) ?? DecodeOther(bytes, other);
        if (text is null)
        {
            bag.Error(DiagnosticCode.Encoding, Place.Start, EncodingMessage(bytes, other), "Save the file as UTF-8.");
            return null;
        }

        if (text.Contains('\r'))
            text = text.Replace("\r\n", "\n").Replace('\r', '\n');
        return WithoutNul(text, bag);
    }

    private static string? DecodeUtf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string? DecodeOther(ReadOnlySpan<byte> bytes, Encoding? other)
    {
        if (other is null)
            return null;
        try
        {
            return Encoding.GetEncoding(other.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                .GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string EncodingMessage(ReadOnlySpan<byte> bytes, Encoding? other)
    {
        if (bytes.StartsWith<byte>([0xFF, 0xFE]) || bytes.StartsWith<byte>([0xFE, 0xFF]))
            return "the file is UTF-16; file rejected";
        var tried = other is null ? "UTF-8" : $"UTF-8 or {other.WebName}";
        return $"byte {ValidLength(bytes)} of the file is not {tried}; file rejected";
    }

    private static int ValidLength(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length && Rune.DecodeFromUtf8(bytes[at..], out _, out var used) == System.Buffers.OperationStatus.Done)
            at += used;
        return at;
    }

    // PostgreSQL's text cannot hold NUL.
    private static string WithoutNul(string text, DiagnosticBag bag)
    {
        var at = text.IndexOf('\0');
        if (at < 0)
            return text;
        var before = text.AsSpan(0, at);
        var place = new Place(before.Count('\n') + 1, at - before.LastIndexOf('\n'));
        bag.Warn(DiagnosticCode.Nul, place, "NUL characters removed");
        return text.Replace("\0", "");
    }
}
