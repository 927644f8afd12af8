using ContentApi.Parsing.Dialects;

namespace ContentApi.Parsing;

/// <summary>What the place and name of a file say, in the terms of its tool.</summary>
internal sealed class ContentPath
{
    // Where tools keep posts; no part of an address.
    private static readonly string[] ShelfFolders = ["_posts", "_drafts", "_pages"];

    private readonly string[] _allFolders;
    private readonly string? _defaultLocale;
    private readonly bool _prefixesDefault;

    /// <param name="filePath">Relative to the source folder, with <c>/</c> between segments.</param>
    /// <param name="rules">Those of the source's dialect.</param>
    /// <param name="site">What is known of the site.</param>
    public ContentPath(string filePath, DialectRules rules, SiteFacts site)
    {
        var segments = Wellformed.Of(filePath).Split('/', StringSplitOptions.RemoveEmptyEntries);
        var file = segments is [] ? "" : segments[^1];
        _allFolders = segments is [] ? [] : segments[..^1];
        _defaultLocale = site.DefaultLocale is { } locale ? LanguageTag.Normalise(locale) : null;
        _prefixesDefault = site.PrefixesDefaultLocale;
        Layout = rules.Locate(_allFolders, site);

        var dot = file.LastIndexOf('.');
        Extension = dot < 0 ? "" : file[dot..].ToLowerInvariant();
        FileName = (dot < 0 ? file : file[..dot]).Trim();
        (var name, NameLocale) = SplitLocale(FileName, site);
        List<string> folders = [.. Layout.Address.Where(folder => !IsShelf(folder))];
        Depth = folders.Count;
        if (Layout is { Locale: not null, LacksLocale: false } && folders.Count > 0 && Layout.Shared.Count < Layout.Address.Count)
            Depth--;

        var own = folders.Count > Layout.BaseCount ? folders[^1] : null;
        IsIndex = rules.StandsForFolder(name, own, Layout);
        IsSection = name.Equals("_index", StringComparison.OrdinalIgnoreCase);
        TranslationPath = string.Join('/', IsIndex && !IsSection ? Layout.Shared : Layout.Shared.Append(name));
        if (Layout.IsBlog)
        {
            var post = BlogName.Read([.. folders.Skip(Layout.BaseCount), .. IsIndex ? (string[])[] : [name]]);
            folders = [.. folders.Take(Layout.BaseCount), .. IsIndex ? post.Address : post.Address.SkipLast(1)];
            (Date, Name) = (post.Date, IsIndex ? name : post.Address[^1]);
            DisplayName = post.Text.Length > 0 ? post.Text[(post.Text.LastIndexOf('/') + 1)..] : own ?? name;
            Folders = folders;
            return;
        }

        var dated = rules.SplitDate(name, folders, site);
        Name = Layout.StripsDates ? dated.Name : name;
        Date = dated.Date;
        DisplayName = dated.Name;
        if (IsIndex && folders.Count > 0)
        {
            var folder = DatedName.Read(folders[^1]);
            DateIsOfFolder = Date is null && folder.Date is not null;
            Date ??= folder.Date;
            DisplayName = folder.Name;
            if (Layout.StripsDates)
                folders[^1] = folder.Name;
        }

        if (Layout.IsNumbered)
        {
            (Number, Name) = DocusaurusRules.SplitNumber(Name);
            DisplayName = DocusaurusRules.SplitNumber(DisplayName).Name;
            folders = [.. folders.Select((folder, i) => i < Layout.BaseCount ? folder : DocusaurusRules.SplitNumber(folder).Name)];
        }

        Folders = folders;
    }

    /// <summary>What the folders mean.</summary>
    public FolderLayout Layout { get; }

    /// <summary>Lower-cased, with the dot; empty when there is none.</summary>
    public string Extension { get; }

    /// <summary>File name without extension; may be blank.</summary>
    public string FileName { get; }

    /// <summary>File name without extension, language and whatever the tool takes off for an address; may be blank.</summary>
    public string Name { get; }

    /// <summary>The date at the start of the file name, or of the folder that the file stands for; null when there is none.</summary>
    public string? Date { get; }

    /// <summary>True when <see cref="Date"/> is that of the folder.</summary>
    public bool DateIsOfFolder { get; }

    /// <summary>The number at the start of the file name, where the tool orders files by it; null when there is none.</summary>
    public double? Number { get; }

    /// <summary>The folders that count for an address, from the top.</summary>
    public IReadOnlyList<string> Folders { get; }

    /// <summary>How many folders deep the file lies below its content root, that of a language not counted.</summary>
    public int Depth { get; }

    /// <summary>BCP 47 tag at the end of the name (<c>post.fr.md</c>); null when there is none.</summary>
    public string? NameLocale { get; }

    /// <summary>BCP 47 tag of the folders, else of the name; null when neither says.</summary>
    public string? Locale => Layout.Locale ?? NameLocale;

    /// <summary>Segment before the address of a file whose language is not in its folders, and not the site's default unless that has one too; null when it needs none.</summary>
    public string? LocalePrefix => Layout.LacksLocale || Layout.Locale is null ? PrefixOf(Locale ?? _defaultLocale) : null;

    /// <summary>Path below the content root that translations of the file share: no language, no extension, for an index that of its folder.</summary>
    public string TranslationPath { get; }

    /// <summary>True when the file stands for its folder, as <c>index</c> and <c>_index</c> do.</summary>
    public bool IsIndex { get; }

    /// <summary>True for <c>_index</c>, which describes a section.</summary>
    public bool IsSection { get; }

    /// <summary>The name a person would give: that of the folder for an index file, without dates and numbers.</summary>
    public string DisplayName { get; }

    /// <summary>True when one of the folders begins with an underscore: posts, drafts or a collection.</summary>
    public bool HasFolderWithUnderscore => _allFolders.Any(folder => folder.StartsWith('_'));

    /// <summary>The name of the collection that the file lies in, without its underscore; empty when it lies in none.</summary>
    public string Collection => _allFolders.FirstOrDefault(folder => folder.StartsWith('_'))?[1..] ?? "";

    /// <summary>The folders below that of the collection.</summary>
    public IEnumerable<string> CollectionPath => _allFolders.SkipWhile(folder => !folder.StartsWith('_')).Skip(1);

    public bool HasFolder(string name) => _allFolders.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The folders of an address above the first of this name; empty when there is none.</summary>
    public IReadOnlyList<string> FoldersAbove(string name)
    {
        var index = Layout.Address.ToList().FindIndex(folder => folder.Equals(name, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? [] : [.. Layout.Address.Take(index)];
    }

    /// <summary>Why the tool writes no page for what lies in one of the folders; null when it does.</summary>
    public string? FindUnrendered(SiteFacts site)
    {
        for (var count = site.UnrenderedFolders.Count == 0 ? -1 : _allFolders.Length; count >= 0; count--)
        {
            if ((!IsSection || count < _allFolders.Length) && site.UnrenderedFolders.TryGetValue(string.Join('/', _allFolders.Take(count)), out var reason))
                return reason;
        }

        return null;
    }

    private string? PrefixOf(string? locale) => locale != _defaultLocale || _prefixesDefault ? locale?.ToLowerInvariant() : null;

    private static (string Name, string? Locale) SplitLocale(string name, SiteFacts site)
    {
        var dot = name.LastIndexOf('.');
        if (dot <= 0 || string.IsNullOrWhiteSpace(name[..dot]))
            return (name, null);
        var word = name[(dot + 1)..];
        var tag = site.Locales is { } declared
            ? LanguageTag.Normalise(word) is { } written && declared.Any(x => LanguageTag.Normalise(x) == written) ? written : null
            : LanguageTag.FromName(word) is { } usual && site.SuffixLocales?.Contains(usual) is not false ? usual : null;
        return tag is null ? (name, null) : (name[..dot], tag);
    }

    private static bool IsShelf(string folder) => ShelfFolders.Contains(folder, StringComparer.OrdinalIgnoreCase);
}
