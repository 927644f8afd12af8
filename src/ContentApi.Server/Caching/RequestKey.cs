using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using ContentApi.GraphQL;

namespace ContentApi.Server.Caching;

/// <summary>
/// Names everything that the body of a public answer depends on but the content: the document, the operation, the variables, whether the cost is told, the
/// address of the server, and whether an editor asks. A cryptographic hash, since a request made to collide with another would be given its answer.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RequestKey(UInt128 High, UInt128 Low)
{
    private const byte Separator = 0xFF;   // in no text in UTF-8

    /// <summary>Gives the key of a request.</summary>
    public static RequestKey Of(GraphQLRequest request, RequestContext context)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, request.Query);
        Append(hash, request.OperationName ?? string.Empty);
        Append(hash, request.Variables.ValueKind == System.Text.Json.JsonValueKind.Undefined ? string.Empty : request.Variables.GetRawText());
        Append(hash, context.PublicBaseUrl);
        hash.AppendData([(byte)request.Cost, context.IsEditor ? (byte)1 : (byte)0, request.OperationName is null ? (byte)1 : (byte)0]);
        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(bytes);
        return new RequestKey(BitConverter.ToUInt128(bytes), BitConverter.ToUInt128(bytes[16..]));
    }

    /// <summary>Writes its 32 bytes.</summary>
    public void CopyTo(Span<byte> bytes)
    {
        BitConverter.TryWriteBytes(bytes, High);
        BitConverter.TryWriteBytes(bytes[16..], Low);
    }

    private static void Append(IncrementalHash hash, string text)
    {
        Span<byte> buffer = text.Length <= 512 ? stackalloc byte[(3 * 512) + 1] : new byte[Encoding.UTF8.GetMaxByteCount(text.Length) + 1];
        var length = Encoding.UTF8.GetBytes(text, buffer);
        buffer[length] = Separator;
        hash.AppendData(buffer[..(length + 1)]);
    }
}
