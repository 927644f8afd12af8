using System.Text;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Importer.Scanning;

/// <summary>Lists the articles and images of a folder, and never leaves it.</summary>
internal sealed class FolderScanner
{
    private readonly string _root;
    private readonly List<SourceFile> _articles = [];
    private readonly Dictionary<string, SourceFile> _images = [];
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly Stack<PendingFolder> _pending = [];
    private bool _isComplete = true;

    private FolderScanner(string root) => _root = root;

    /// <summary>Lists a folder as <see cref="Scan"/> does.</summary>
    /// <exception cref="ImportRefusedException">The root itself cannot be read.</exception>
    public static FolderScan ScanOrRefuse(string root, CancellationToken ct)
    {
        try
        {
            return Scan(root, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ImportRefusedException($"The folder {root} cannot be read: {e.Message}");
        }
    }

    /// <summary>Lists a folder. A folder below it that cannot be read is a diagnostic.</summary>
    /// <exception cref="IOException">The root itself cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The root itself cannot be read.</exception>
    /// <param name="root">Absolute path of the folder, without a separator at its end.</param>
    /// <param name="ct">Ends the scan early.</param>
    public static FolderScan Scan(string root, CancellationToken ct)
    {
        var scanner = new FolderScanner(root);
        scanner._pending.Push(new PendingFolder(root, "", ImagesOnly: false));
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
        };
    }

    private void Visit(PendingFolder folder)
    {
        FileSystemInfo[] entries;
        try
        {
            entries = new DirectoryInfo(folder.FullPath).GetFileSystemInfos();
        }
        catch (Exception e) when (folder.Path.Length > 0 && (e is IOException or UnauthorizedAccessException))
        {
            _isComplete = false;
            Report(DiagnosticCode.Unreadable, DiagnosticSeverity.Error, folder.Path, "The folder cannot be read; its files are left as they were and nothing is removed.");
            return;
        }

        var isSite = folder.Path.Length == 0 || entries.Any(e => ScanRules.IsSiteConfiguration(e.Name));
        foreach (var entry in entries)
        {
            var path = folder.Path.Length == 0 ? entry.Name : $"{folder.Path}/{entry.Name}";
            var fullPath = Path.Combine(folder.FullPath, entry.Name);   // the entry's own is empty when it is too long to be opened
            if (entry is DirectoryInfo)
                AddFolder(entry, path, fullPath, folder.ImagesOnly, isSite);
            else
                AddFile(entry, path, fullPath, folder.ImagesOnly);
        }
    }

    private void AddFolder(FileSystemInfo entry, string path, string fullPath, bool imagesOnly, bool isSite)
    {
        if (ScanRules.IsExcludedFolder(entry.Name, isSite))
            return;

        // Links between folders can make loops and exponentially many paths; what they lead to below the root is seen there.
        if (entry.LinkTarget is not null)
            Report(DiagnosticCode.LinkIgnored, DiagnosticSeverity.Info, path, "Links to folders are not followed.");
        else
            _pending.Push(new PendingFolder(fullPath, path, imagesOnly || ScanRules.IsOutputFolder(entry.Name, isSite)));
    }

    private void AddFile(FileSystemInfo entry, string path, string fullPath, bool imagesOnly)
    {
        var isImage = ScanRules.IsImage(entry.Name);
        var isArticle = !imagesOnly && ScanRules.IsArticle(entry.Name);
        if (ScanRules.IsHidden(entry.Name) || (!isImage && !isArticle))
            return;

        if (entry.LinkTarget is not null && !LinkedFile.LiesBelow(_root, entry))
        {
            Report(DiagnosticCode.LinkIgnored, DiagnosticSeverity.Warning, path, "The link leads to no file of this folder; it is not followed.");
            return;
        }

        var file = new SourceFile(path, fullPath, LengthOf(entry));
        if (isArticle)
            _articles.Add(file);
        else if (file.Length > 0)
            _images[path.Normalize(NormalizationForm.FormC)] = file;
    }

    private static long LengthOf(FileSystemInfo entry)
    {
        try
        {
            // The length of a link is that of its text, so its target is asked.
            var file = entry.LinkTarget is null ? entry : entry.ResolveLinkTarget(returnFinalTarget: true);
            return ((FileInfo)file!).Length;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return SourceFile.UnknownLength;   // a name that is no UTF-8, say; reading it will fail and be reported
        }
    }

    private void Report(string code, DiagnosticSeverity severity, string path, string message) =>
        _diagnostics.Add(new Diagnostic(code, severity, path, 1, 1, message));

    private sealed record PendingFolder(string FullPath, string Path, bool ImagesOnly);
}
