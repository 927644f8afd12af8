using System.Security.Cryptography;

namespace ContentApi.Server.FirstPage;

/// <summary>A file that the page needs, under a name that changes with its content.</summary>
/// <param name="Name">Name with hash and extension.</param>
/// <param name="ContentType">Media type.</param>
/// <param name="Bytes">The content.</param>
internal sealed record PageAsset(string Name, string ContentType, byte[] Bytes)
{
    /// <summary>Address relative to the page.</summary>
    public string Href => $"assets/{Name}";

    /// <summary>Reads a file that is embedded in this assembly.</summary>
    public static PageAsset Read(string name, string contentType)
    {
        using var stream = typeof(PageAsset).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..16];
        return new PageAsset($"{Path.GetFileNameWithoutExtension(name)}.{hash}{Path.GetExtension(name)}", contentType, bytes);
    }
}
