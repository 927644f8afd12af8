using ContentApi.Importer.Mapping;
using ContentApi.Importer.Sites;
using ContentApi.Parsing;
using ContentApi.Parsing.Authors;
using ContentApi.Parsing.Diagnostics;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Importer.Scanning;

/// <summary>Finds and reads the registries of authors of a folder.</summary>
internal sealed class AuthorFileReader
{
    private const int MaxBytes = 1024 * 1024;

    private readonly string _root;
    private readonly Uri? _siteUrl;
    private readonly Func<string, string> _show;
    private readonly Dictionary<string, RegisteredAuthor> _people;
    private readonly List<Finding> _findings;

    private AuthorFileReader(string root, Uri? siteUrl, Func<string, string> show, Dictionary<string, RegisteredAuthor> people, List<Finding> findings) =>
        (_root, _siteUrl, _show, _people, _findings) = (root, siteUrl, show, people, findings);

    /// <summary>Reads the registries; nobody when there are none. Whatever is wrong with them is a diagnostic.</summary>
    /// <param name="root">Absolute path of the content folder.</param>
    /// <param name="dialect">The tool whose places are looked at, besides those of all.</param>
    /// <param name="site">Where the site lies.</param>
    /// <param name="siteUrl">The site's address; null when nobody says.</param>
    public static AuthorFile Read(string root, Dialect dialect, SiteConfiguration site, Uri? siteUrl)
    {
        var (people, findings) = (new Dictionary<string, RegisteredAuthor>(), new List<Finding>());
        new AuthorFileReader(root, siteUrl, x => x, people, findings).Read(dialect, site, _ => true);

        // Beside settings above the folder lie the site's registries.
        if (site.Place.Inside.Length > 0)
            new AuthorFileReader(site.Place.Folder, siteUrl, site.Place.Show, people, findings).Read(dialect, site with { Place = SitePlace.Of(site.Place.Folder) }, x => site.Place.ToSource(x) is null);
        return new AuthorFile(new AuthorRegistry(people.Values), findings);
    }

    private void Read(Dialect dialect, SiteConfiguration site, Func<string, bool> isMeant)
    {
        foreach (var list in AuthorPlaces.Lists(dialect, site).Where(isMeant))
            ReadList(list);
        foreach (var folder in AuthorPlaces.Folders(dialect, site).Where(isMeant))
            ReadFolder(folder);
    }

    // Of files that differ only in their extension the tools read one.
    private void ReadList(string list)
    {
        foreach (var path in DataFileReader.Extensions.Select(extension => $"{list}{extension}"))
        {
            if (SiteFile.FullPathOf(_root, path) is not { } full || new FileInfo(full) is { Exists: false, LinkTarget: null })
                continue;
            Read(path, content => AuthorRegistryReader.Read(_show(path), content, _siteUrl));
            return;
        }
    }

    private void ReadFolder(string folder)
    {
        if (SiteFile.FullPathOf(_root, folder) is not { } full || new DirectoryInfo(full) is not { Exists: true, LinkTarget: null } directory)
            return;
        try
        {
            foreach (var path in FilesBelow(directory).Select(x => $"{folder}/{x}").Order(StringComparer.Ordinal))
            {
                if (AuthorPlaces.KeyOf(folder, path) is { } key)
                    Read(path, content => AuthorRegistryReader.ReadPerson(_show(path), content, key, _siteUrl));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Refuse(folder, "The system refuses to read the folder.");
        }
    }

    private static IEnumerable<string> FilesBelow(DirectoryInfo folder)
    {
        var options = new EnumerationOptions { MaxRecursionDepth = 1, RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden };
        return folder.EnumerateFiles("*", options).Select(x => Path.GetRelativePath(folder.FullName, x.FullName).Replace(Path.DirectorySeparatorChar, '/'));
    }

    private void Read(string path, Func<byte[], AuthorRegistryReading> read)
    {
        try
        {
            if (SiteFile.Find(_root, path) is not { } file)
                Refuse(path, "The link leads to no file of this folder; it is not followed.");
            else if (SiteFile.Read(file, MaxBytes) is { } content)
                Add(path, content, read);
            else
                Refuse(path, $"The file has {file.Length} bytes; a list of authors has at most {MaxBytes}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Refuse(path, "The system refuses to read the file.");
        }
    }

    private void Add(string path, byte[] content, Func<byte[], AuthorRegistryReading> read)
    {
        var reading = read(content);
        List<Diagnostic> findings = [.. reading.Diagnostics];

        // Of two entries of one file the last counts, as of all keys; of two files the first.
        var own = new Dictionary<string, RegisteredAuthor>();
        foreach (var person in reading.People)
            own[NameKey.Of(person.Key)] = person with { AvatarAddress = FromRoot(path, person.AvatarAddress) };
        foreach (var (key, person) in own)
        {
            if (!_people.TryAdd(key, person))
                findings.Add(new Diagnostic(DiagnosticCode.DupAuthor, DiagnosticSeverity.Info, _show(path), person.Line, person.Column, $"'{_people[key].FilePath}' tells of the author '{person.Key}' too, and counts."));
        }

        _findings.AddRange(FindingReader.Read(findings, content));
    }

    // Articles in any folder use the address, so it must not depend on theirs.
    private string? FromRoot(string registry, string? address)
    {
        if (address is null || address.StartsWith('/') || !ImageResolver.MayBeFile(address))
            return address;
        var besideRegistry = SourcePath.Join(Path.GetDirectoryName(registry)!, address);
        return besideRegistry is not null && IsFile(besideRegistry) ? $"/{besideRegistry}" : $"/{SourcePath.Join("", address) ?? address}";
    }

    private bool IsFile(string path) => SiteFile.Find(_root, path) is not null || SiteFile.Find(_root, Uri.UnescapeDataString(path)) is not null;

    private void Refuse(string path, string message) =>
        _findings.Add(new Finding(new Diagnostic(DiagnosticCode.AuthorsUnreadable, DiagnosticSeverity.Error, _show(path), 1, 1, message)));
}
