using System.Text;

namespace ContentApi.Parsing;

/// <summary>How the bytes of one file are read.</summary>
internal sealed record SourceEncoding
{
    // Code pages of UTF-16.
    private const int LittleEndian = 1200;
    private const int BigEndian = 1201;

    private static readonly SourceEncoding Utf8 = Make(new UTF8Encoding(false, true), new UTF8Encoding(false, false), "UTF-8") with { CanFallBack = true };

    // The longer marks first: that of UTF-32 begins as that of UTF-16 does.
    private static readonly (byte[] Mark, SourceEncoding Encoding)[] Marked =
    [
        ([0xEF, 0xBB, 0xBF], Utf8),
        ([0xFF, 0xFE, 0, 0], Make(new UTF32Encoding(false, false, true), new UTF32Encoding(false, false, false), "UTF-32")),
        ([0, 0, 0xFE, 0xFF], Make(new UTF32Encoding(true, false, true), new UTF32Encoding(true, false, false), "UTF-32")),
        ([0xFF, 0xFE], Make(new UnicodeEncoding(false, false, true), new UnicodeEncoding(false, false, false), "UTF-16")),
        ([0xFE, 0xFF], Make(new UnicodeEncoding(true, false, true), new UnicodeEncoding(true, false, false), "UTF-16")),
    ];

    /// <summary>Throws <see cref="DecoderFallbackException"/> at what is no character.</summary>
    public required Encoding Strict { get; init; }

    /// <summary>Puts U+FFFD in place of what is no character.</summary>
    public required Encoding Lenient { get; init; }

    /// <summary>For people.</summary>
    public required string Name { get; init; }

    public bool IsUtf16 => Strict.CodePage is LittleEndian or BigEndian;

    public bool IsBigEndian => Strict.CodePage == BigEndian;

    /// <summary>True when the encoding that the user gave is tried after this one.</summary>
    public bool CanFallBack { get; init; }

    /// <summary>Bytes of the byte order mark.</summary>
    public int Start { get; private init; }

    /// <summary>The encoding to try first.</summary>
    /// <param name="bytes">Of the whole file.</param>
    /// <param name="other">What the user gave.</param>
    public static SourceEncoding Choose(ReadOnlySpan<byte> bytes, Encoding? other)
    {
        foreach (var (mark, encoding) in Marked)
        {
            if (bytes.StartsWith(mark))
                return encoding with { Start = mark.Length };
        }

        return other is not null && HidesInUtf8(other) ? Of(other) : Utf8;
    }

    /// <summary>The encoding that the user gave.</summary>
    public static SourceEncoding Of(Encoding encoding)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        var lenient = (Encoding)encoding.Clone();
        lenient.DecoderFallback = new DecoderReplacementFallback("\uFFFD");
        return Make(strict, lenient, encoding.WebName);
    }

    // Text in these is valid UTF-8 too: wide units, whose zeros are NUL there, and those of seven bits with escapes (ISO 2022, HZ).
    private static bool HidesInUtf8(Encoding encoding) =>
        encoding.CodePage is LittleEndian or BigEndian or 12000 or 12001 or (>= 50220 and <= 50229) or 52936;

    private static SourceEncoding Make(Encoding strict, Encoding lenient, string name) => new() { Strict = strict, Lenient = lenient, Name = name };
}
