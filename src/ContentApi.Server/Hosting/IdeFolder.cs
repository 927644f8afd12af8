namespace ContentApi.Server.Hosting;

/// <summary>The files that <c>ide/build</c> makes. They may come while the server runs.</summary>
/// <param name="candidates">Folders where they may lie, the first that has a page wins.</param>
internal sealed class IdeFolder(params IReadOnlyList<string> candidates)
{
    private const string Page = "index.html";

    /// <summary>The folder that has them now; null when none has.</summary>
    public string? Current => candidates.FirstOrDefault(folder => File.Exists(Path.Combine(folder, Page)));

    /// <summary>
    /// The folder <c>ide</c> beside the program, where <c>dotnet publish</c> puts it, or in the artifacts that the program was
    /// built into (<c>artifacts/bin/{project}/{configuration}</c>), where <c>ide/build</c> puts it.
    /// </summary>
    public static IdeFolder Default { get; } = new(
        Path.Combine(AppContext.BaseDirectory, "ide"),
        Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "ide")));

    /// <summary>The page in UTF-8; null when there is none.</summary>
    public async Task<byte[]?> ReadPageAsync(CancellationToken cancellationToken) =>
        Current is { } folder ? await File.ReadAllBytesAsync(Path.Combine(folder, Page), cancellationToken) : null;

    /// <summary>Opens a file; null when there is none of that name.</summary>
    public FileStream? Open(string name) => Current is { } folder ? ContainedFile.Open(folder, name) : null;
}
