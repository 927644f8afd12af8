using ContentApi.Importer.Scanning;
using ContentApi.Parsing;
using ContentApi.Parsing.Diagnostics;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Importer.Sites;

/// <summary>The cascades of Hugo's settings and of its sections' <c>_index.md</c> (gohugo.io/configuration/cascade).</summary>
/// <param name="site">Its settings.</param>
/// <param name="outline">The folder.</param>
internal sealed class HugoCascade(SiteConfiguration site, FolderOutline outline)
{
    private static readonly string[] TargetKeys = ["target", "_target"];
    private static readonly string[] IndexExtensions = [".md", ".markdown", ".html"];

    // Of the settings; those of sections come before, the deeper the earlier.
    private const int SettingsRank = -1;

    private readonly HugoFileNames _names = new(site);
    private readonly List<Finding> _findings = [];

    /// <summary>What is wrong with the cascades; complete after <see cref="Read"/>.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    public List<ScopedDefaults> Read()
    {
        var all = new List<ScopedDefaults>();

        // What is for one language comes before what is for all.
        foreach (var index in outline.FindFiles(IsIndex).OrderByDescending(x => HugoFileNames.SuffixOf(x) is not null))
        {
            var section = SectionFile.Read(outline.Root, index);
            var folder = index[..(index.LastIndexOf('/') + 1)];
            if (section.Map?.Find("cascade") is { } cascade)
                all.AddRange(MakeAll(cascade, index, folder));
            else if (section.MayHold("cascade"))
                all.Add(MakeDrafts(index, folder));
        }

        if (site.Defaults is { } settings)
            all.AddRange(MakeAll(settings, origin: null, ""));
        return all;
    }

    private static bool IsIndex(string name) => name.StartsWith("_index.", StringComparison.Ordinal) && IndexExtensions.Contains(Path.GetExtension(name));

    // Its own "draft: false" still publishes an article, as over any cascade.
    private ScopedDefaults MakeDrafts(string index, string folder)
    {
        Warn(index, Place.Start, "The front matter cannot be read, and may hold a cascade that makes drafts: until it is mended, all files below are drafts.", "Mend what the import of the file itself says.");
        var draft = new MetaEntry("draft", Place.Start, new MetaScalar(Place.Start, "true", IsPlain: true));
        return new ScopedDefaults(new FieldDefaults(index, new MetaMap(Place.Start, 0, [draft])), $"{folder}\0unreadable", int.MaxValue, file => file.StartsWith(folder, StringComparison.Ordinal) && !IsIndexOf(file, folder));
    }

    private IEnumerable<ScopedDefaults> MakeAll(MetaNode cascade, string? origin, string folder) => cascade switch
    {
        MetaMap map => Make(map, origin, folder),
        MetaList list => list.Items.OfType<MetaMap>().SelectMany(map => Make(map, origin, folder)),
        _ => [],
    };

    private IEnumerable<ScopedDefaults> Make(MetaMap map, string? index, string folder)
    {
        var target = TargetKeys.Select(map.Find).OfType<MetaMap>().FirstOrDefault();
        var path = target?.Text("path");
        var kind = target?.Text("kind");
        var language = target?.Text("lang");
        var (paths, kinds, languages) = (GlobOf(target, "path", index), GlobOf(target, "kind", index), GlobOf(target, "lang", index));
        var suffix = index is null ? null : HugoFileNames.SuffixOf(index);
        var origin = index ?? site.Files[0];
        var scope = $"{folder}\0{path}\0{kind}\0{language}\0{suffix}";
        if (target?.Has("sites", "environment") != true)
            yield return new ScopedDefaults(new FieldDefaults(origin, ValuesOf(map)), scope, index is null ? SettingsRank : folder.Count(c => c == '/'), file => IsMeant(file, orUnknown: false));

        // Where it cannot be known for which files it is, none that it may hide becomes public.
        var isUncertain = target?.Has("sites", "environment") == true || paths?.IsFaulty == true || kinds?.IsFaulty == true || languages?.IsFaulty == true
            || ((languages is not null || suffix is not null) && site.Languages.Count == 0);
        if (!isUncertain || FindDraft(map) is not { } draft)
            yield break;
        Warn(index, draft.Place, "The folder does not tell for which files this draft is meant: all that it may be meant for are drafts.", "Write 'draft: false' into those that are none.");
        yield return new ScopedDefaults(new FieldDefaults(origin, new MetaMap(Place.Start, map.Size, [draft])), $"{scope}\0draft", int.MaxValue, file => IsMeant(file, orUnknown: true));

        bool IsMeant(string file, bool orUnknown) => file.StartsWith(folder, StringComparison.Ordinal) && (index is null || !IsIndexOf(file, folder))
            && (paths is null || (orUnknown && paths.IsFaulty) || paths.Matches(_names.LogicalPathOf(file)))
            && (kinds is null || (orUnknown && kinds.IsFaulty) || kinds.Matches(KindOf(file)))
            && ((languages is null && suffix is null) || IsInLanguage(_names.LanguageOf(file), orUnknown));

        bool IsInLanguage(string? own, bool orUnknown) => own is null
            ? orUnknown
            : (languages is null || (orUnknown && languages.IsFaulty) || languages.Matches(own)) && (suffix is null || suffix == own);
    }

    private Glob? GlobOf(MetaMap? target, string key, string? index)
    {
        if (target?.Text(key) is not { } text)
            return null;
        var glob = Glob.Of(LowerCase.Of(text));
        if (glob.IsFaulty)
            _findings.Add(SiteConfigurationReader.Finding(index ?? site.Files[0], PlaceOf(index, target.Node(key)!.Place), text));
        return glob;
    }

    // Of several files of settings the map does not know which one a value is from.
    private Place PlaceOf(string? index, Place place) => index is null && site.Files.Count > 1 ? Place.Start : place;

    private void Warn(string? index, Place place, string message, string hint)
    {
        place = PlaceOf(index, place);
        _findings.Add(new Finding(new Diagnostic(
            DiagnosticCode.SiteConfigUnreadable,
            DiagnosticSeverity.Warning,
            index ?? site.Files[0],
            place.Line,
            place.Column,
            message,
            hint)));
    }

    // Below params stands what the front matter has at its top.
    private static MetaMap ValuesOf(MetaMap map) => new(Place.Start, map.Size, [.. EntriesOf(map)]);

    private static IEnumerable<MetaEntry> EntriesOf(MetaMap map) => map.Entries.Where(x => !TargetKeys.Contains(x.Key)).SelectMany(x => x is { Key: "params", Value: MetaMap own } ? own.Entries : [x]);

    private static MetaEntry? FindDraft(MetaMap map) =>
        EntriesOf(map).FirstOrDefault(x => x.Key.Equals("draft", StringComparison.OrdinalIgnoreCase) && x.Value is MetaScalar value && !value.Text.Equals("false", StringComparison.OrdinalIgnoreCase));

    private static bool IsIndexOf(string file, string folder) => file.LastIndexOf('/') + 1 == folder.Length && IsIndex(Path.GetFileName(file));

    private string KindOf(string file) => !IsIndex(Path.GetFileName(file)) ? "page" : _names.LogicalPathOf(file).Length == 0 ? "home" : "section";
}
