using System.Buffers.Text;
using System.Security.Cryptography;
using ContentApi.Server.Requests;

namespace ContentApi.Server.Caching;

/// <summary>Strong validators (RFC 9110, section 8.8.3). Every server of one build and one database gives the same.</summary>
internal static class EntityTag
{
    private static readonly byte[] Build = [.. typeof(EntityTag).Module.ModuleVersionId.ToByteArray(), .. typeof(ContentApi.GraphQL.GraphQLResponse).Module.ModuleVersionId.ToByteArray()];

    /// <summary>Gives what the tags of an answer begin with: it says which request was answered, from which content.</summary>
    public static string Stem(RequestKey key, ContentSnapshot snapshot)
    {
        Span<byte> input = stackalloc byte[32 + 8 + 8 + Build.Length];
        key.CopyTo(input);
        BitConverter.TryWriteBytes(input[32..], snapshot.Version);
        BitConverter.TryWriteBytes(input[40..], snapshot.Since.UtcTicks);
        Build.CopyTo(input[48..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(input, hash);
        return Base64Url.EncodeToString(hash[..15]);
    }

    /// <summary>Gives the tag of one representation.</summary>
    public static string Of(string stem, string mediaType, ContentCoding coding) =>
        $"\"{stem}{(mediaType == MediaType.Json ? "j" : "g")}{coding switch { ContentCoding.Brotli => "-br", ContentCoding.Gzip => "-gzip", _ => string.Empty }}\"";
}
