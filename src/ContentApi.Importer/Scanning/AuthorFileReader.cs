using ContentApi.Importer.Mapping;
using ContentApi.Parsing.Authors;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Importer.Scanning;

/// <summary>Finds and reads the registry of authors of a folder.</summary>
internal static class AuthorFileReader
{
    private const int MaxBytes = 1024 * 1024;

    // Jekyll's place, Hexo's, and that of a folder without a tool. The first file that is there counts.
    private static readonly string[] Folders = ["_data/", "source/_data/", ""];

    private static readonly string[] Extensions = [".yml", ".yaml", ".json"];

    /// <summary>Reads the registry; nobody when there is none. Whatever is wrong with it is a diagnostic.</summary>
    /// <param name="root">Absolute path of the content folder.</param>
    public static AuthorFile Read(string root)
    {
        foreach (var path in from folder in Folders from extension in Extensions select $"{folder}authors{extension}")
        {
            var file = new FileInfo(Path.Combine(root, path));
            if (file.Exists || file.LinkTarget is not null)
                return Read(root, path, file);
        }

        return new AuthorFile(null, AuthorRegistry.Empty, []);
    }

    private static AuthorFile Read(string root, string path, FileInfo file)
    {
        try
        {
            if (file.LinkTarget is not null && !LinkedFile.LiesBelow(root, file))
                return Unreadable(path, "The link leads to no file of this folder; it is not followed.");
            if (file.Length > MaxBytes)
                return Unreadable(path, $"The file has {file.Length} bytes; a list of authors has at most {MaxBytes}.");
            var content = File.ReadAllBytes(file.FullName);
            var reading = AuthorRegistryReader.Read(path, content);
            var people = reading.People.Select(x => x with { AvatarAddress = FromRoot(root, path, x.AvatarAddress) });
            return new AuthorFile(path, new AuthorRegistry(people), FindingReader.Read(reading.Diagnostics, content));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Unreadable(path, "The system refuses to read the file.");
        }
    }

    // Articles in any folder use the address, so it must not depend on theirs.
    private static string? FromRoot(string root, string registry, string? address)
    {
        if (address is null || address.StartsWith('/') || !ImageResolver.MayBeFile(address))
            return address;
        var besideRegistry = ImageResolver.Join(Path.GetDirectoryName(registry)!, address);
        return besideRegistry is not null && IsFile(root, besideRegistry) ? $"/{besideRegistry}" : $"/{ImageResolver.Join("", address) ?? address}";
    }

    private static bool IsFile(string root, string path) =>
        File.Exists(Path.Combine(root, path)) || File.Exists(Path.Combine(root, Uri.UnescapeDataString(path)));

    private static AuthorFile Unreadable(string path, string message) =>
        new(path, AuthorRegistry.Empty, [new Finding(new Diagnostic(DiagnosticCode.AuthorsUnreadable, DiagnosticSeverity.Error, path, 1, 1, message))]);
}
