namespace ContentApi.Importer.Scanning;

/// <summary>Media types of images.</summary>
internal static class ImageType
{
    private static ReadOnlySpan<byte> Png => [0x89, 0x50, 0x4E, 0x47];

    private static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];

    private static ReadOnlySpan<byte> Icon => [0x00, 0x00, 0x01, 0x00];

    /// <summary>Gives the type that the first bytes show, else the one of the extension.</summary>
    /// <param name="head">The first bytes of the file; 16 are enough.</param>
    /// <param name="path">With one of the extensions of images.</param>
    public static string Of(ReadOnlySpan<byte> head, string path)
    {
        if (head.StartsWith(Png))
            return "image/png";
        if (head.StartsWith(Jpeg))
            return "image/jpeg";
        if (head.StartsWith("GIF8"u8))
            return "image/gif";
        if (head.StartsWith("RIFF"u8) && IsAt(head, 8, "WEBP"u8))
            return "image/webp";
        if (IsAt(head, 4, "ftypavif"u8) || IsAt(head, 4, "ftypavis"u8))
            return "image/avif";
        if (head.StartsWith("BM"u8))
            return "image/bmp";
        if (head.StartsWith(Icon))
            return "image/x-icon";
        return OfExtension(Path.GetExtension(path));
    }

    private static bool IsAt(ReadOnlySpan<byte> head, int offset, ReadOnlySpan<byte> magic) =>
        head.Length >= offset && head[offset..].StartsWith(magic);

    private static string OfExtension(string extension) => extension.ToLowerInvariant() switch
    {
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".gif" => "image/gif",
        ".webp" => "image/webp",
        ".avif" => "image/avif",
        ".bmp" => "image/bmp",
        ".ico" => "image/x-icon",
        _ => "image/svg+xml",
    };
}
