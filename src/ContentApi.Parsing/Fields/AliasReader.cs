using ContentApi.Parsing.Diagnostics;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.Fields;

/// <summary>Reads the paths that an article had before. Their keys stay among the params.</summary>
internal static class AliasReader
{
    /// <summary>In the order of the file, each once and without the article's own path.</summary>
    /// <param name="context">The file.</param>
    /// <param name="path">The article's path.</param>
    public static IReadOnlyList<string> Read(FieldContext context, string path)
    {
        var entries = context.Fields.FindNearest(context.Rules.AliasKeys);
        if (entries.Count == 0)
            return [];
        var aliases = new List<string>();
        var seen = new HashSet<string> { path };
        var used = new List<MetaEntry>();
        string[] folders = context.Rules.HasRelativeAliases ? path.Split('/', StringSplitOptions.RemoveEmptyEntries).SkipLast(1).ToArray() : [];
        foreach (var entry in entries)
        {
            used.Add(entry);
            var isOfNote = context.Rules.HasAliasesOfNotes(FieldName.Fold(entry.Key));
            foreach (var text in TextsOf(entry.Value))
            {
                if ((isOfNote ? PathOfNote(text.Text) : SitePath.Normalise(text.Text, folders)) is not { } alias)
                    continue;
                if (alias.Length > FieldLimit.Path)
                    context.Bag.Warn(DiagnosticCode.TooLong, text.Place, $"{entry.Key} has {alias.Length} characters and was not used");
                else if (seen.Add(alias))
                    aliases.Add(alias);
            }
        }

        context.Origins?.Add("aliases", used);
        return aliases;
    }

    // Obsidian Publish leads from the old place of a note to the one that has it as an alias (help page Permalinks); a name alone is
    // no more than another name.
    private static string? PathOfNote(string alias)
    {
        string[] segments = [.. alias.Split('/').Select(Slug.From)];
        return segments.Length > 1 && segments.All(x => x.Length > 0) ? "/" + string.Join('/', segments) : null;
    }

    // {from: to} of hexo-generator-alias: the keys lead here.
    private static IEnumerable<MetaScalar> TextsOf(MetaNode node) =>
        node is MetaMap map ? map.Entries.Where(entry => entry.Key.Trim().Length > 0).Select(entry => new MetaScalar(entry.Place, entry.Key.Trim(), IsPlain: false)) : FieldContext.Texts(node);
}
