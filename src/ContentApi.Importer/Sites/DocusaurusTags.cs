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

    public void Read(DocusaurusSet set)
    {
        if (set.TagsFile is not { } name)
            return;
        foreach (var section in set.SectionsOf(place))
        {
            Read(section.Folder, name);
            foreach (var folder in languages.Select(x => place.FromOuter($"i18n/{x.Folder}/{section.Translations}")).OfType<string>())
                Read(folder, name);
        }
    }

    private void Read(string folder, string name)
    {
        if (SettingsFile.Read(place.Outer, $"{folder}/{name}") is not { } file)
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
