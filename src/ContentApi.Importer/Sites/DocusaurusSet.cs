using ContentApi.Parsing;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Importer.Sites;

/// <summary>A set of documents, or a blog, of a site of Docusaurus.</summary>
/// <param name="Type"><c>docs</c> or <c>blog</c>, which are its usual folder and address too.</param>
/// <param name="IsBlog">True for a blog.</param>
/// <param name="Options">Of the plugin (docusaurus.io/docs/api/plugins/@docusaurus/plugin-content-docs and plugin-content-blog).</param>
internal sealed record DocusaurusSet(string Type, bool IsBlog, MetaMap Options)
{
    private const string Current = "current";
    private const string DefaultId = "default";

    private string Id => Options.Text("id") ?? DefaultId;

    private string Folder => Options.Text("path") ?? Type;

    private string Plugin => $"docusaurus-plugin-content-{Type}{(Id == DefaultId ? "" : $"-{Id}")}";

    /// <summary>File name of the names of tags; null when there are none.</summary>
    public string? TagsFile => Options.Text("tags") switch { null => "tags.yml", "false" => null, var name => name };

    /// <summary>Patterns of what is left out of these sections and their translations, as paths of <see cref="SitePlace.FromOuter"/>.</summary>
    public IEnumerable<string> ExcludesOf(IEnumerable<SiteSection> sections, SitePlace place) =>
        from section in sections
        from folder in (string?[])[section.Folder, place.FromOuter($"i18n/*/{section.Translations}")]
        where folder is not null
        from pattern in Options.Texts("exclude")
        select $"{folder}/{pattern}";

    /// <summary>One for a blog, for documents one for each version.</summary>
    public IEnumerable<SiteSection> SectionsOf(SitePlace place)
    {
        var address = Options.Text("routeBasePath") ?? Type;
        if (IsBlog)
            return Section(place, Folder, address, Plugin) is { } blog ? [blog] : [];
        var names = VersionsIn(place);
        var last = Options.Text("lastVersion") ?? (names.Count == 1 ? names[0] : names.FirstOrDefault(x => x != Current));
        return
        [
            .. from name in names
               let folder = name == Current ? Folder : $"{Prefix}versioned_docs/version-{name}"
               let part = PathOf(name) ?? (name == last ? "" : name == Current ? "next" : name)
               let section = Section(place, folder, $"{address}/{part}", $"{Plugin}/{(name == Current ? Current : $"version-{name}")}")
               where section is not null
               select section,
        ];
    }

    private string Prefix => Id == DefaultId ? "" : $"{Id}_";

    private string? PathOf(string version) => (Options.Node("versions") as MetaMap)?.Find(version)?.Text("path");

    // The newest first, before it the one that is being written.
    private List<string> VersionsIn(SitePlace place)
    {
        var isVersioned = Options.Text("disableVersioning") is not "true";
        var released = isVersioned ? SettingsFile.Read(place, $"{Prefix}versions.json")?.Root as MetaList : null;
        List<string> names = [.. released?.Items.OfType<MetaScalar>().Select(x => x.Text) ?? []];
        if (Options.Text("includeCurrentVersion") is not "false" || names.Count == 0)
            names.Insert(0, Current);
        var only = Options.Texts("onlyIncludeVersions");
        return only.Count == 0 ? names : [.. names.Where(only.Contains)];
    }

    private SiteSection? Section(SitePlace place, string folder, string address, string translations) => place.FromOuter(folder) is not { } path ? null : new SiteSection
    {
        Folder = path,
        Address = string.Join('/', address.Split('/', StringSplitOptions.RemoveEmptyEntries)),
        IsBlog = IsBlog,
        Translations = translations,
    };
}
