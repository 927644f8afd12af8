using ContentApi.Parsing;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Importer.Scanning;

/// <summary>Lists the articles and images of a folder, and never leaves it.</summary>
internal sealed class FolderScanner
{
    // Files of a folder that is left out.
    private const int MaxLookedAt = 10_000;

    private readonly string _root;
    private readonly SiteFilter _filter;
    private readonly List<SourceFile> _articles = [];
    private readonly Dictionary<string, SourceFile> _images = [];
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly Stack<PendingFolder> _pending = [];
    private bool _isComplete = true;
    private int _bundleFiles;

    private FolderScanner(string root, SiteFilter filter)
    {
        _root = root;
        _filter = filter;
    }

    /// <summary>Lists a folder as <see cref="Scan"/> does.</summary>
    /// <exception cref="ImportRefusedException">The root itself cannot be read.</exception>
    public static FolderScan ScanOrRefuse(ImportSettings settings, CancellationToken ct)
    {
        try
        {
            return Scan(settings.Root, SiteFilter.Of(settings), ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ImportRefusedException($"The folder {settings.Root} cannot be read: {e.Message}");
        }
    }

    /// <summary>Lists a folder. A folder below it that cannot be read is a diagnostic.</summary>
    /// <exception cref="IOException">The root itself cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The root itself cannot be read.</exception>
    /// <param name="root">Absolute path of the folder, without a separator at its end.</param>
    /// <param name="filter">What its tool leaves out.</param>
    /// <param name="ct">Ends the scan early.</param>
    public static FolderScan Scan(string root, SiteFilter filter, CancellationToken ct)
    {
        var scanner = new FolderScanner(root, filter);
        scanner._pending.Push(new PendingFolder(root, "", ImagesOnly: false, Bundle: null));
        while (scanner._pending.TryPop(out var folder))
        {
            ct.ThrowIfCancellationRequested();
            scanner.Visit(folder);
        }

        scanner._articles.Sort(static (a, b) => string.CompareOrdinal(a.Path, b.Path));
        return new FolderScan
        {
            Articles = scanner._articles,
            Images = scanner._images,
            Diagnostics = scanner._diagnostics,
            IsComplete = scanner._isComplete,
            BundleFiles = scanner._bundleFiles,
        };
    }

    private void Visit(PendingFolder folder)
    {
        List<FolderEntry> entries;
        try
        {
            entries = FolderEntry.List(folder.FullPath);
        }
        catch (Exception e) when (folder.Path.Length > 0 && (e is IOException or UnauthorizedAccessException))
        {
            _isComplete = false;
            var isNotUtf8 = SourcePath.IsNotUtf8(folder.Path, e);
            Report(
                DiagnosticCode.Unreadable,
                DiagnosticSeverity.Error,
                folder.Path,
                $"The folder cannot be read{(isNotUtf8 ? ", because its name is not UTF-8" : "")}; its files are left as they were and nothing is removed.",
                isNotUtf8 ? SourcePath.HowToRename : null);
            return;
        }

        var isSite = folder.Path.Length == 0 || entries.Exists(e => ScanRules.IsSiteConfiguration(e.Name));
        var bundle = folder.Bundle ?? (_filter.MayBeBundle(folder.Path) ? entries.Find(e => ScanRules.IsBundleIndex(e.Name)).Name : null);
        var here = folder with { Bundle = folder.Bundle ?? (bundle is null ? null : Join(folder.Path, bundle)) };
        if (!folder.ImagesOnly)
            ReportOutside(folder.Path, entries);
        foreach (var entry in entries)
        {
            if (entry.IsFolder)
                AddFolder(entry, here, isSite);
            else
                AddFile(entry, here);
        }
    }

    private static string Join(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";

    // Beside the folders that the tool reads, one finding for all.
    private void ReportOutside(string folder, List<FolderEntry> entries)
    {
        var outside = entries.Where(x => !x.IsFolder && ScanRules.IsMarkdown(x.Name) && !ScanRules.IsHidden(x.Name)).Select(x => Join(folder, x.Name))
            .Where(x => !ScanRules.IsOfRepository(x) && _filter.HasOutside(x)).Order(StringComparer.Ordinal).ToList();
        if (outside.Count > 0)
            Report(DiagnosticCode.FolderLeftOut, DiagnosticSeverity.Info, outside[0], outside.Count == 1 ? "The file lies in none of the folders that the site's tool reads; it is no article." : $"The file and {outside.Count - 1} more beside it lie in none of the folders that the site's tool reads; they are no articles.");
    }

    private static string FullPathOf(FolderEntry entry, PendingFolder folder) => Path.Combine(folder.FullPath, entry.Name);

    private void AddFolder(FolderEntry entry, PendingFolder folder, bool isSite)
    {
        var path = Join(folder.Path, entry.Name);
        if (ScanRules.IsExcludedFolder(entry.Name, isSite))
            return;
        var isOutside = !folder.ImagesOnly && _filter.IsOutside(path);
        if ((_filter.IsToolsOwn(path) || isOutside) && !entry.IsLink && HoldsMarkdown(FullPathOf(entry, folder)))
            Report(DiagnosticCode.FolderLeftOut, DiagnosticSeverity.Info, path, $"The folder {(_filter.IsToolsOwn(path) ? "belongs to the site's tool" : "is none of those that the site's tool reads")}; the Markdown files in it are no articles.");
        if (_filter.IsClosed(path))
            return;

        // Links between folders can make loops and exponentially many paths; what they lead to below the root is seen there.
        if (entry.IsLink)
            Report(DiagnosticCode.LinkIgnored, DiagnosticSeverity.Info, path, "Links to folders are not followed.");
        else
            _pending.Push(new PendingFolder(FullPathOf(entry, folder), path, folder.ImagesOnly || ScanRules.IsOutputFolder(entry.Name, isSite) || _filter.HasPicturesOnly(path), folder.Bundle));
    }

    // Templates and output are HTML, so that says nothing.
    private static bool HoldsMarkdown(string folder)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden };
        try
        {
            return Directory.EnumerateFiles(folder, "*", options).Take(MaxLookedAt).Any(x => ScanRules.IsMarkdown(Path.GetFileName(x)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;   // too deep to be opened, say
        }
    }

    private void AddFile(FolderEntry entry, PendingFolder folder)
    {
        var path = Join(folder.Path, entry.Name);
        var isImage = ScanRules.IsImage(entry.Name);
        var isArticle = !folder.ImagesOnly && IsArticle(entry.Name, path) && !ScanRules.IsOfRepository(path) && !_filter.LeavesOut(path);
        if (ScanRules.IsHidden(entry.Name) || (!isImage && !isArticle))
            return;

        if (entry.IsLink && !LinkedFile.LiesBelow(_root, new FileInfo(FullPathOf(entry, folder))))
        {
            Report(DiagnosticCode.LinkIgnored, DiagnosticSeverity.Warning, path, "The link leads to no file of this folder; it is not followed.");
            return;
        }

        if (isArticle && folder.Bundle is { } index && !(path == index || ScanRules.IsSameIndex(path, index)))
        {
            _bundleFiles++;
            Report(DiagnosticCode.BundleResource, DiagnosticSeverity.Info, path, $"The file belongs to '{index}' and is no page of its own.");
            return;
        }

        var file = Describe(path, entry, folder);
        if (isArticle)
            _articles.Add(file);
        else if (file.Length > 0)
            _images[Composed.Of(path)] = file;
    }

    private bool IsArticle(string name, string path) => ScanRules.IsArticle(name) || (ArticleExtensions.Has(name) && _filter.ReadsAnyName(path));

    private SourceFile Describe(string path, FolderEntry entry, PendingFolder folder)
    {
        if (entry.Length > 0)
            return new SourceFile(_root, path, entry.Length, entry.ModifiedAt);
        try
        {
            // A link's own length and time are those of its text, so its target is asked.
            var own = new FileInfo(FullPathOf(entry, folder));
            var file = entry.IsLink ? (FileInfo)own.ResolveLinkTarget(returnFinalTarget: true)! : own;
            return new SourceFile(_root, path, file.Length, file.LastWriteTimeUtc.Ticks);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new SourceFile(_root, path, SourceFile.UnknownLength, ModifiedAt: 0);   // a name that is no UTF-8, say; reading it will fail and be reported
        }
    }

    private void Report(string code, DiagnosticSeverity severity, string path, string message, string? hint = null) =>
        _diagnostics.Add(new Diagnostic(code, severity, path, 1, 1, message, hint));

    private sealed record PendingFolder(string FullPath, string Path, bool ImagesOnly, string? Bundle);
}
