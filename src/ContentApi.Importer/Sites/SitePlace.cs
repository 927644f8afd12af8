namespace ContentApi.Importer.Sites;

/// <summary>Where the folder with a site's settings lies, seen from the imported folder.</summary>
internal sealed record SitePlace
{
    /// <summary>The imported folder is the site's.</summary>
    public static SitePlace Of(string root) => new() { Folder = root };

    /// <summary>Absolute path.</summary>
    public required string Folder { get; init; }

    /// <summary>Path of the imported folder in the site, with <c>/</c>; empty unless the settings lie above it.</summary>
    public string Inside { get; init; } = "";

    /// <summary>Path of the site in the imported folder, with <c>/</c>; empty unless the settings lie below it.</summary>
    public string Below { get; init; } = "";

    /// <summary>A path of the site as one of the imported folder; null when it lies outside or is a folder around it.</summary>
    public string? ToSource(string path)
    {
        path = path.Trim('/');
        if (Inside.Length == 0)
            return Below.Length == 0 ? path : path.Length == 0 ? Below : $"{Below}/{path}";
        if (path == Inside)
            return "";
        return path.StartsWith($"{Inside}/", StringComparison.Ordinal) ? path[(Inside.Length + 1)..] : null;
    }

    /// <summary>A path of the imported folder as one of the site; null when it lies outside.</summary>
    public string? FromSource(string path)
    {
        if (Below.Length == 0)
            return Inside.Length == 0 ? path : path.Length == 0 ? Inside : $"{Inside}/{path}";
        if (path == Below)
            return "";
        return path.StartsWith($"{Below}/", StringComparison.Ordinal) ? path[(Below.Length + 1)..] : null;
    }

    /// <summary>
    /// A path of the site, which may lead out of it (<c>../docs</c>), as one from the site's folder where that lies above the imported
    /// folder, else from that; null when it leads out of both.
    /// </summary>
    public string? FromOuter(string path) => Scanning.SourcePath.Join(Below, path);

    /// <summary>The folder that <see cref="FromOuter"/> begins at.</summary>
    public SitePlace Outer => Below.Length == 0 ? this : Of(Folder[..^(Below.Length + 1)]);

    /// <summary>A path of <see cref="FromOuter"/> as one of the imported folder; null when it lies outside or is a folder around it.</summary>
    public string? OuterToSource(string path) => Below.Length == 0 ? ToSource(path) : path;

    /// <summary>A file of the site as people find it from the imported folder: <c>../hugo.toml</c>.</summary>
    public string Show(string file)
    {
        if (Below.Length > 0)
            return $"{Below}/{file}";
        return Inside.Length == 0 ? file : string.Concat(Enumerable.Repeat("../", Inside.Split('/').Length)) + file;
    }
}
