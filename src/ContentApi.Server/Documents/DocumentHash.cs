using System.Security.Cryptography;
using System.Text;

namespace ContentApi.Server.Documents;

/// <summary>Names documents by what is in them.</summary>
internal static class DocumentHash
{
    /// <summary>Gives the SHA-256 of a document in UTF-8, in lower-case hexadecimal digits.</summary>
    public static string Of(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));
}
