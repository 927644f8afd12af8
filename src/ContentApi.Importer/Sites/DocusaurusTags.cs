using ContentApi.Importer.Scanning;
using ContentApi.Parsing;

namespace ContentApi.Importer.Sites;

/// <summary>
/// Reads the names that Docusaurus' <c>tags.yml</c> gives to the keys that articles have as tags (docusaurus.io/docs/create-doc, Doc
/// tags): one lies in the folder of each version and blog, and in that of each of their translations.
/// </summary>
/// <param name="place">The site.</param>
/// <param name="languages">Those that it declares.</param>
internal sealed class DocusaurusTags(SitePlace place, IReadOnlyList<SiteLanguage> languages)
{
    private readonly SortedDictionary<string, IReadOnlyDictionary<string, string>> _labels = new(StringComparer.Ordinal);
    private readonly List<Finding> _findings = [];

    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> All => _labels;

    public IReadOnlyList<Finding> Findings => _findings;

    /// <param name="name">Of the files; null when there are none.</param>
    /// <param name="sections">Of one set.</param>
    public void Read(string? name, IEnumerable<SiteSection> sections)
    {
        if (name is null)
            return;
        foreach (var section in sections)
        {
            Read(section.Folder, name);
            foreach (var folder in languages.Select(x => place.FromOuter($"i18n/{x.Folder}/{section.Translations}")).OfType<string>())
                Read(folder, name);
        }
    }

    private void Read(string folder, string name)
    {
        if (SourcePath.Join(folder, name) is not { } path || SettingsFile.Read(place.Outer, path) is not { } file)
            return;
        _findings.AddRange(file.Findings);
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in file.Map.Entries)
        {
            if (entry.Value.Text("label") is { } label)
                labels[entry.Key] = label;
        }

        if (labels.Count > 0)
            _labels[folder] = labels;
    }
}
