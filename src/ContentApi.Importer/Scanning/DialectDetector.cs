using ContentApi.Importer.Sites;
using ContentApi.Parsing;

namespace ContentApi.Importer.Scanning;

/// <summary>
/// Finds out by which tool's rules a folder was written: by settings files in it, above and below it, by the names of folders
/// and files, and by the habits of a sample of files. All that is found is weighed together.
/// </summary>
internal static class DialectDetector
{
    private const int EnoughToTell = 25;

    // What speaks for another tool with at least this much is told of.
    private const int WorthTelling = 40;

    // A site that is a part of the folder says less about the whole than one that the folder is.
    private const int BelowTheRoot = 10;

    /// <param name="outline">The folder.</param>
    public static DetectedDialect Detect(FolderOutline outline)
    {
        var root = SitePlace.Of(outline.Root);
        var settings = FindSettings(outline, root);
        IEnumerable<Evidence>[] kinds = [settings, SettingsEvidence.FindPackages(root), ShapeEvidence.Find(outline), HabitEvidence.Find(outline)];
        var found = kinds.SelectMany(kind => kind.GroupBy(x => x.Dialect).Select(group => group.MaxBy(x => x.Weight)!))
            .GroupBy(x => x.Dialect)
            .Select(group => (Dialect: group.Key, Weight: group.Sum(x => x.Weight), Best: group.MaxBy(x => x.Weight)!))
            .OrderByDescending(x => x.Weight).ThenBy(x => x.Dialect)
            .ToList();
        if (found is not [var winner, .. var others] || winner.Weight < EnoughToTell)
            return new DetectedDialect(Dialect.Generic, ReasonForNone(root), root);
        var against = others.Where(x => x.Weight >= WorthTelling).Select(x => x.Best.Reason).ToList();
        var reason = against.Count == 0 ? winner.Best.Reason : $"{winner.Best.Reason}, which weighs more than that {string.Join(" and that ", against)}";
        return new DetectedDialect(winner.Dialect, reason, PlaceOf(settings, winner.Dialect) ?? root);
    }

    /// <summary>Where a tool that the user named has its settings.</summary>
    public static SitePlace FindPlace(FolderOutline outline, Dialect dialect)
    {
        var root = SitePlace.Of(outline.Root);
        return PlaceOf(FindSettings(outline, root), dialect) ?? root;
    }

    private static List<Evidence> FindSettings(FolderOutline outline, SitePlace root)
    {
        var own = SettingsEvidence.Find(root).ToList();
        if (own.Exists(x => x.Weight > WorthTelling + BelowTheRoot))
            return own;
        foreach (var place in SitePlaces.Above(outline.Root))
        {
            var above = SettingsEvidence.Find(place).Where(SettingsEvidence.Covers).ToList();
            if (above.Count > 0)
                return [.. own, .. above];
        }

        var below = SitePlaces.Below(outline.Root, outline.Folders).SelectMany(SettingsEvidence.Find);
        return [.. own, .. below.Select(x => x with { Weight = x.Weight - BelowTheRoot })];
    }

    // Of several sites of one tool none is the site of all files.
    private static SitePlace? PlaceOf(List<Evidence> settings, Dialect dialect)
    {
        var places = settings.Where(x => x.Dialect == dialect).Select(x => x.Place!).Distinct().ToList();
        return places is [var place] ? place : null;
    }

    private static string ReasonForNone(SitePlace root) => SettingsEvidence.FindUnderscored(root) is { } name
        ? $"{name} may be Hexo's or Jekyll's, and nothing tells which"
        : "nothing in it belongs to one generator";
}
