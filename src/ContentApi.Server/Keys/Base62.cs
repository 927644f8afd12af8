using System.Numerics;

namespace ContentApi.Server.Keys;

/// <summary>
/// Writes bytes in letters and digits alone: unlike base64url there is nothing in it at which a double click stops, and
/// nothing that looks like the end of a word or of a part.
/// </summary>
internal static class Base62
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>Gives the number of characters that so many bytes take.</summary>
    public static int LengthOf(int bytes) => (int)Math.Ceiling(bytes * 8 / Math.Log2(Digits.Length));

    /// <summary>Writes bytes, the most significant first, with leading zeros.</summary>
    public static string Write(ReadOnlySpan<byte> bytes)
    {
        var number = new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        var text = new char[LengthOf(bytes.Length)];
        for (var place = text.Length - 1; place >= 0; place--)
        {
            number = BigInteger.DivRem(number, Digits.Length, out var digit);
            text[place] = Digits[(int)digit];
        }

        return new string(text);
    }

    /// <summary>Fills the bytes with what <see cref="Write"/> made this text from; false when there is no such thing.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        if (text.Length != LengthOf(bytes.Length))
            return false;
        var number = BigInteger.Zero;
        foreach (var character in text)
        {
            var digit = Digits.IndexOf(character, StringComparison.Ordinal);
            if (digit < 0)
                return false;
            number = (number * Digits.Length) + digit;
        }

        var count = number.GetByteCount(isUnsigned: true);
        if (count > bytes.Length)
            return false;
        bytes.Clear();
        return number.TryWriteBytes(bytes[^count..], out _, isUnsigned: true, isBigEndian: true);
    }
}
