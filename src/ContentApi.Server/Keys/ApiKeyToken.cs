using System.Security.Cryptography;
using System.Text;

namespace ContentApi.Server.Keys;

/// <summary>
/// A key as its holder has it: <c>contentapi_</c>, the id, an underscore, the secret, and a checksum. The prefix and the
/// fixed shape let scanners of repositories find one that was committed by mistake
/// (<c>contentapi_[0-9A-Za-z]{22}_[0-9A-Za-z]{49}</c>), the checksum tells it from text that only looks like it and a
/// mistyped key from a revoked one, and the id says which key to revoke.
/// </summary>
/// <param name="Id">Names the key.</param>
/// <param name="Secret">256 random bits.</param>
internal sealed record ApiKeyToken(Guid Id, ReadOnlyMemory<byte> Secret)
{
    private const string Prefix = "contentapi_";
    private const int IdBytes = 16;
    private const int SecretBytes = 32;
    private const int ChecksumBytes = 4;

    private static readonly int IdLength = Base62.LengthOf(IdBytes);
    private static readonly int ChecksumLength = Base62.LengthOf(ChecksumBytes);
    private static readonly int Length = Prefix.Length + IdLength + 1 + Base62.LengthOf(SecretBytes) + ChecksumLength;

    /// <summary>Makes a new one.</summary>
    public static ApiKeyToken Create() => new(Guid.NewGuid(), RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>Reads a token; null when it is none.</summary>
    public static ApiKeyToken? TryRead(string text)
    {
        if (text.Length != Length || !text.StartsWith(Prefix, StringComparison.Ordinal) || text[Prefix.Length + IdLength] != '_')
            return null;
        var (body, checksum) = (text[..^ChecksumLength], text[^ChecksumLength..]);
        var secret = new byte[SecretBytes];
        return checksum == Checksum(body)
            && TryReadId(body.AsSpan(Prefix.Length, IdLength)) is { } id
            && Base62.TryRead(body.AsSpan(Prefix.Length + IdLength + 1), secret)
                ? new ApiKeyToken(id, secret)
                : null;
    }

    /// <summary>Reads the part that names a key; null when it is none.</summary>
    public static Guid? TryReadId(ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[IdBytes];
        return Base62.TryRead(text, bytes) ? new Guid(bytes, bigEndian: true) : null;
    }

    /// <summary>Writes the part that names a key.</summary>
    public static string WriteId(Guid id) => Base62.Write(id.ToByteArray(bigEndian: true));

    /// <summary>What is stored of the secret. It has 256 random bits, so nobody can guess it, and a slow hash would add nothing.</summary>
    public byte[] Hash() => SHA256.HashData(Secret.Span);

    /// <summary>Gives the token as its holder gets it. The only place that shows the secret.</summary>
    public string Reveal()
    {
        var body = $"{Prefix}{WriteId(Id)}_{Base62.Write(Secret.Span)}";
        return body + Checksum(body);
    }

    /// <summary>Gives the id alone: a token that finds its way into a log or a debugger says nothing.</summary>
    public override string ToString() => $"{Prefix}{WriteId(Id)}_…";

    private static string Checksum(string body) => Base62.Write(SHA256.HashData(Encoding.ASCII.GetBytes(body)).AsSpan(0, ChecksumBytes));
}
