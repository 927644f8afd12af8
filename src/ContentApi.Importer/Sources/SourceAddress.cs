using System.Text.RegularExpressions;

namespace ContentApi.Importer.Sources;

/// <summary>Where content comes from, as it was written for an import.</summary>
public sealed partial record SourceAddress
{
    private static readonly string[] ArchiveEndings = [".tar.gz", ".tgz", ".tar", ".zip"];
    private static readonly string[] OtherArchiveEndings = [".7z", ".rar", ".gz", ".bz2", ".tbz", ".tbz2", ".xz", ".txz", ".zst", ".tzst", ".lz", ".lzma"];

    private SourceAddress()
    {
    }

    /// <summary>What it is.</summary>
    public required SourceKind Kind { get; init; }

    /// <summary>
    /// For people, and to tell sources apart: the absolute path of a folder or an archive; the address of a repository with
    /// <c>#branch:folder</c>. It holds no password, and no commit: a repository at another commit is the same source.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>What <see cref="Read"/> takes for the same again: <see cref="Text"/> with the commit, if one was named. It holds no password either.</summary>
    internal string Again => Kind == SourceKind.Git ? $"{Repository}#{Reference}{(Subfolder.Length > 0 ? $":{Subfolder}" : "")}" : Text;

    /// <summary>The absolute path, or the address as git is given it, password and all.</summary>
    internal string Place { get; private init; } = "";

    /// <summary>Of a repository, <see cref="Text"/> without branch and folder.</summary>
    internal string Repository { get; private init; } = "";

    /// <summary>True for a repository on this machine.</summary>
    internal bool IsLocal { get; private init; } = true;

    /// <summary>Branch, tag, full name (<c>refs/…</c>) or full id of a commit; null for what the repository is at by itself.</summary>
    internal string? Reference { get; private init; }

    /// <summary>The folder in the repository, with <c>/</c> and none around it; empty for all of it.</summary>
    internal string Subfolder { get; private init; } = "";

    /// <summary>What the source is called when nothing else says so.</summary>
    internal string DefaultName { get; private init; } = "";

    /// <summary>True for the 40 or 64 digits of a commit's id.</summary>
    internal static bool IsCommit(string? reference) => reference is not null && CommitPattern().IsMatch(reference);

    /// <summary>
    /// Reads what a user wrote: a folder; an archive; or a repository: an address that git knows, a bare repository, or a
    /// folder followed by <c>#</c>. <c>#branch:folder</c> behind a repository names what of it is meant, each part may be missing.
    /// </summary>
    /// <exception cref="ImportRefusedException">It is none of these, or nothing is there.</exception>
    public static SourceAddress Read(string written)
    {
        if (written.StartsWith('-') || written.Contains('\0'))
            throw new ImportRefusedException($"'{written}' is no folder, archive or address of a repository.");
        if (ReadRemote(written) is { } remote)
            return remote;
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(written));
        if (Directory.Exists(path))
            return IsBareRepository(path) ? OfRepository(path, path, null) : OfFolder(path);
        if (File.Exists(path))
            return OfFile(path, written);
        if (SplitAtFolder(written) is var (folder, fragment))
            return OfRepository(folder, folder, fragment);
        throw new ImportRefusedException(EndsIn(path, ArchiveEndings)
            ? $"There is no archive '{written}': name the file that holds the content."
            : $"There is no folder '{written}': name the folder that holds the content.");
    }

    /// <summary>A folder that is there.</summary>
    /// <param name="path">Absolute.</param>
    internal static SourceAddress OfFolder(string path) => new() { Kind = SourceKind.Folder, Text = path, Place = path, DefaultName = Path.GetFileName(path) };

    /// <summary>
    /// True when what is stored under another address may be the same content, as its user says that it is: the same part of a
    /// repository at another branch, or one of the same name at another address; or what lay on this machine where nothing is now.
    /// </summary>
    /// <param name="other">As of <see cref="Text"/>.</param>
    internal bool MayBe(string other)
    {
        if (Kind == SourceKind.Git && other.StartsWith(Repository, StringComparison.Ordinal) && other[Repository.Length..] is "" or ['#', ..])
            return FolderIn(other[Repository.Length..]) == Subfolder;
        var (place, fragment) = other.Split('#', 2) is [var first, var rest] ? (first, rest) : (other, "");
        return Path.IsPathRooted(other)
            ? !Path.Exists(other) && !Path.Exists(place)
            : NameOf(place) == NameOf(Kind == SourceKind.Git ? Repository : Text) && FolderIn(fragment) == Subfolder;
    }

    private static string FolderIn(string fragment) => fragment.Split(':', 2) is [_, var folder] ? folder : "";

    private static SourceAddress? ReadRemote(string written)
    {
        var (address, fragment) = written.Split('#', 2) is [var first, var rest] ? (first, rest) : (written, null);
        if (ScpPattern().IsMatch(address))
            return OfRepository(address.TrimEnd('/'), address.TrimEnd('/'), fragment) with { IsLocal = false };
        if (!SchemePattern().IsMatch(address))
            return null;
        if (AtBehindHostPattern().IsMatch(written))
        {
            throw new ImportRefusedException(
                "The address of the repository has an @ behind its host: percent-encode #, /, ? and @ in the password (%23, %2F, %3F, %40), and an @ of the path likewise.");
        }

        if (!Uri.TryCreate(address, UriKind.Absolute, out var url))
            throw new ImportRefusedException($"'{UserPattern().Replace(address, "")}' is no address: give one such as https://example.org/owner/repository.git.");
        switch (url.Scheme)
        {
            case "file":
                var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(url.LocalPath));
                return OfRepository(folder, folder, fragment);
            case "https" or "http" or "ssh" or "git" when url.Host.Length > 0:
                var shown = WithoutSecrets(url);
                return OfRepository(address, shown, fragment) with { IsLocal = false };
            default:
                throw new ImportRefusedException($"'{WithoutSecrets(url)}' is no address of a repository: it begins with https://, http://, ssh://, git:// or file://.");
        }
    }

    // Of ssh the user belongs to the address; of the others it may be the secret itself.
    private static string WithoutSecrets(Uri url)
    {
        var user = url.Scheme == "ssh" && url.UserInfo.Length > 0 ? $"{url.UserInfo.Split(':')[0]}@" : "";
        return $"{url.Scheme}://{user}{url.GetComponents(UriComponents.Host | UriComponents.Port, UriFormat.UriEscaped)}{url.AbsolutePath.TrimEnd('/')}";
    }

    private static SourceAddress OfFile(string path, string written)
    {
        if (EndsIn(path, OtherArchiveEndings) && !EndsIn(path, ArchiveEndings))
            throw new ImportRefusedException($"'{written}' is an archive of a kind that is not read: give .zip, .tar, .tar.gz or .tgz, or the folder that it was made of.");
        if (Array.Find(ArchiveEndings, x => path.EndsWith(x, StringComparison.OrdinalIgnoreCase)) is not { } ending)
            throw new ImportRefusedException($"'{written}' is a file: name the folder that holds the content.");
        return new SourceAddress { Kind = SourceKind.Archive, Text = path, Place = path, DefaultName = Path.GetFileName(path)[..^ending.Length] };
    }

    private static SourceAddress OfRepository(string place, string shown, string? fragment)
    {
        var (reference, folder) = (fragment ?? "").Split(':', 2) is [var first, var second] ? (first, second) : (fragment ?? "", "");
        var parts = folder.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(x => x != ".").ToList();
        if (parts.Contains("..") || folder.Contains('\0'))
            throw new ImportRefusedException($"'{folder}' is no folder of a repository: write it from the top of {shown}, without '..'.");
        if (reference.Length > 0 && !IsCommit(reference) && !IsReferenceName(reference))
            throw new ImportRefusedException($"'{reference}' is no name of a branch or tag; behind # stand a branch and a folder, each of which may be missing: {shown}#main:content.");
        var subfolder = string.Join('/', parts);
        return new SourceAddress
        {
            Kind = SourceKind.Git,
            Place = place,
            Repository = shown,
            Text = shown + Fragment(IsCommit(reference) ? null : reference, subfolder),
            Reference = reference.Length > 0 ? reference : null,
            Subfolder = subfolder,
            DefaultName = parts.Count > 0 ? parts[^1] : NameOf(shown),
        };
    }

    private static string Fragment(string? reference, string subfolder) => (string.IsNullOrEmpty(reference), subfolder.Length == 0) switch
    {
        (true, true) => "",
        (false, true) => $"#{reference}",
        _ => $"#{reference}:{subfolder}",
    };

    // /srv/blog.git and /srv/blog/.git are both called blog.
    private static string NameOf(string address)
    {
        if (address.EndsWith("/.git", StringComparison.Ordinal))
            address = address[..^"/.git".Length];
        var name = address[(address.LastIndexOfAny(['/', ':']) + 1)..];
        return name.EndsWith(".git", StringComparison.Ordinal) ? name[..^".git".Length] : name;
    }

    // The first folder that is there: its own name may hold a #, as that of a branch may.
    private static (string Folder, string Fragment)? SplitAtFolder(string written)
    {
        for (var i = written.IndexOf('#'); i >= 0; i = written.IndexOf('#', i + 1))
        {
            var folder = Path.GetFullPath(i == 0 ? "." : written[..i]);
            if (Directory.Exists(folder))
                return (Path.TrimEndingDirectorySeparator(folder), written[(i + 1)..]);
        }

        return null;
    }

    private static bool IsBareRepository(string folder) =>
        File.Exists(Path.Combine(folder, "HEAD")) && Directory.Exists(Path.Combine(folder, "objects")) && Directory.Exists(Path.Combine(folder, "refs"));

    private static bool EndsIn(string path, string[] endings) => Array.Exists(endings, x => path.EndsWith(x, StringComparison.OrdinalIgnoreCase));

    // What git check-ref-format forbids, as far as it means something else to git.
    private static bool IsReferenceName(string name) =>
        name[0] is not ('-' or '/' or '.') && !name.Contains("..", StringComparison.Ordinal) && !name.Contains("@{", StringComparison.Ordinal)
        && !name.Any(c => char.IsControl(c) || c is ' ' or '~' or '^' or '?' or '*' or '[' or '\\');

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9+.-]*://", RegexOptions.CultureInvariant)]
    private static partial Regex SchemePattern();

    // The host ends at the first /, ? or #, so a password that holds one as it is ends the host, and its rest and the @ come behind
    // that. An @ may also be that of a path, when what stands before that looks like a host, or behind a path that of a branch or a tag.
    [GeneratedRegex("^(?!file:)[^:]+://(?:[^/?#]*[?#].*|(?:[^/?#]*@)?(?:[^/?#@.]*|[^/?#@]*:[^/?#@]*)/[^#]*)@", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex AtBehindHostPattern();

    [GeneratedRegex("(?<=://).*@", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex UserPattern();

    [GeneratedRegex("^[A-Za-z0-9._-]+@[A-Za-z0-9.-]+:.+", RegexOptions.CultureInvariant)]
    private static partial Regex ScpPattern();

    [GeneratedRegex(@"^([0-9a-f]{40}|[0-9a-f]{64})\z", RegexOptions.CultureInvariant)]
    private static partial Regex CommitPattern();
}
