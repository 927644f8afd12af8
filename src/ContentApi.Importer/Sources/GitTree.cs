using System.Text;

namespace ContentApi.Importer.Sources;

/// <summary>Reads what <c>git ls-tree -r -z</c> prints: <c>mode type id TAB path NUL</c>.</summary>
internal static class GitTree
{
    /// <summary>
    /// The blobs of regular files by their paths. Links are left out: their blob is the way to another file, whose content
    /// changes without it. So are names that are not UTF-8, which .NET cannot say.
    /// </summary>
    public static IReadOnlyDictionary<string, string> ReadBlobIds(ReadOnlySpan<byte> listing)
    {
        var ids = new Dictionary<string, string>();
        while (listing.IndexOf((byte)0) is >= 0 and var end)
        {
            var line = Encoding.UTF8.GetString(listing[..end]);
            listing = listing[(end + 1)..];
            var tab = line.IndexOf('\t');
            if (line.StartsWith("100", StringComparison.Ordinal) && !line.Contains('\uFFFD'))
                ids[line[(tab + 1)..]] = line[(line.LastIndexOf(' ', tab) + 1)..tab];
        }

        return ids;
    }
}
