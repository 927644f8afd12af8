namespace ContentApi.Importer.Scanning;

/// <summary>What an image file's bytes say.</summary>
/// <param name="ByteSize">Bytes.</param>
/// <param name="ContentHash">SHA-256, lower-case hexadecimal.</param>
/// <param name="MimeType">By the first bytes, else by the extension.</param>
/// <param name="Stamp">As of <see cref="FileStamps"/>.</param>
internal sealed record MeasuredFile(long ByteSize, string ContentHash, string MimeType, Guid? Stamp);
