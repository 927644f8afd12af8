using System.Text;
using ContentApi.Importer.Scanning;
using ContentApi.Parsing;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Importer.Sites;

/// <summary>The values that a site gives to whole folders of files: Jekyll's defaults, Hugo's cascades, Eleventy's data files.</summary>
internal sealed class SiteDefaults
{
    public static readonly SiteDefaults None = new([], []);

    private readonly List<ScopedDefaults> _all;

    private SiteDefaults(IEnumerable<ScopedDefaults> all, IReadOnlyList<Finding> findings)
    {
        _all = [.. all.OrderByDescending(x => x.Rank)];   // stable: of two of one rank the first counts
        Findings = findings;
    }

    /// <summary>What is wrong with the files that give them.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    public bool IsEmpty => _all.Count == 0;

    public static SiteDefaults Read(Dialect dialect, SiteConfiguration site, FolderOutline outline) => dialect switch
    {
        Dialect.Jekyll => new SiteDefaults(JekyllDefaults.Read(site), JekyllDefaults.FindFaults(site)),
        Dialect.Hugo => ReadHugo(site, outline),
        Dialect.Eleventy => ReadEleventy(site, outline),
        _ => None,
    };

    /// <summary>What a file is given, the nearest first.</summary>
    /// <param name="path">Below the imported folder.</param>
    public IReadOnlyList<FieldDefaults> Find(string path) => [.. _all.Where(x => x.Applies(path)).Select(x => x.Values)];

    /// <summary>One text that changes when any of the values does.</summary>
    public string Fingerprint()
    {
        var text = new StringBuilder();
        foreach (var given in _all)
        {
            text.Append(given.Scope).Append('\0').Append(given.Values.Origin).Append('\0');
            Write(text, given.Values.Values);
        }

        return text.ToString();
    }

    private static SiteDefaults ReadHugo(SiteConfiguration site, FolderOutline outline)
    {
        var cascade = new HugoCascade(site, outline);
        var all = cascade.Read();
        return new SiteDefaults(all, cascade.Findings);
    }

    private static SiteDefaults ReadEleventy(SiteConfiguration site, FolderOutline outline)
    {
        var files = new EleventyData(site, outline);
        var all = files.Read();
        return new SiteDefaults(all, files.Findings);
    }

    private static void Write(StringBuilder text, MetaNode node)
    {
        switch (node)
        {
            case MetaScalar scalar:
                text.Append(scalar.IsPlain ? 'p' : 'q').Append(scalar.Text).Append('\0');
                break;
            case MetaList list:
                text.Append('[');
                foreach (var item in list.Items)
                    Write(text, item);
                text.Append(']');
                break;
            case MetaMap map:
                text.Append('{');
                foreach (var entry in map.Entries)
                {
                    text.Append(entry.Key).Append('\0');
                    Write(text, entry.Value);
                }

                text.Append('}');
                break;
        }
    }
}
