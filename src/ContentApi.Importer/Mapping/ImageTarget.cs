using ContentApi.Importer.Scanning;

namespace ContentApi.Importer.Mapping;

/// <summary>What an image address of an article means.</summary>
/// <param name="Id">Key of the image.</param>
/// <param name="Kind">Where the bytes are.</param>
/// <param name="Url">Where the image is served; the address as written when it is missing.</param>
/// <param name="File">The file; null unless <see cref="ImageTargetKind.File"/>.</param>
internal sealed record ImageTarget(Guid Id, ImageTargetKind Kind, string Url, SourceFile? File = null)
{
    /// <summary>The server finds the file by the id; the name is for people who save it.</summary>
    public static ImageTarget ForFile(string source, SourceFile file)
    {
        var id = NaturalKey.LocalImage(source, file.Path);
        return new ImageTarget(id, ImageTargetKind.File, $"/images/{id:N}/{Uri.EscapeDataString(Path.GetFileName(file.Path))}", file);
    }
}
