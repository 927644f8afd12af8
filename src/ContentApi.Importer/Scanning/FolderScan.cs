using System.Security.Cryptography;
using System.Text;
using ContentApi.Parsing;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Importer.Scanning;

/// <summary>What lies in a content folder.</summary>
internal sealed record FolderScan
{
    private FileIndex? _byPath;

    /// <summary>In ordinal order of their paths.</summary>
    public required IReadOnlyList<SourceFile> Articles { get; init; }

    /// <summary>Finds articles by their path in NFC.</summary>
    public FileIndex ByPath => LazyInitializer.EnsureInitialized(ref _byPath, () => new FileIndex(Articles, path => [Composed.Of(path)]));

    /// <summary>Place of a file in <see cref="Articles"/>; negative when it is not there.</summary>
    public int IndexOf(string path) => ByPath.PlaceOf(Composed.Of(path), path);

    /// <summary>Image files by their path in NFC, because an address and a file name may be composed differently.</summary>
    public required IReadOnlyDictionary<string, SourceFile> Images { get; init; }

    /// <summary>SHA-256 of the paths of all images, in lower-case hexadecimal.</summary>
    public string HashImageFiles()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in Images.Values.Select(x => x.Path).Order(StringComparer.Ordinal))
            hash.AppendData(Encoding.UTF8.GetBytes(path + '\0'));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Links that were not followed and folders that could not be read.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    /// <summary>The folders that could not be read, each with a <c>/</c> at its end.</summary>
    public IReadOnlyList<string> ClosedFolders => [.. Diagnostics.Where(x => x.Code == DiagnosticCode.Unreadable).Select(x => $"{x.Path}/")];

    /// <summary>How many files belong to a page and are no articles of their own; each is told in <see cref="Diagnostics"/>.</summary>
    public required int BundleFiles { get; init; }

    /// <summary>False when some folder could not be read: a file that was not seen may still be there.</summary>
    public required bool IsComplete { get; init; }
}
