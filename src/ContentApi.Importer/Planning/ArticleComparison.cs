using System.Text.Json;

namespace ContentApi.Importer.Planning;

/// <summary>Says in fields and lines what becomes of an article.</summary>
internal static class ArticleComparison
{
    /// <summary>Null when an article is made again and looks the same.</summary>
    public static ArticleChange? Compare(ArticlePair pair)
    {
        if (pair.Before is not { } before)
            return new ArticleChange { Kind = ArticleChangeKind.Created, FilePath = pair.FilePath, Path = pair.Path, Title = pair.Title };
        var isRenamed = pair.FormerFilePath != pair.FilePath;
        var fields = CompareFields(before, pair.After);
        if (!isRenamed && fields.Count == 0 && pair.RawAfter is null && !pair.HtmlDiffers)
            return null;
        var (added, removed) = CountLines(pair.RawBefore ?? "", pair.RawAfter ?? "");
        return new ArticleChange
        {
            Kind = isRenamed ? ArticleChangeKind.Renamed : ArticleChangeKind.Updated,
            FilePath = pair.FilePath,
            FormerFilePath = isRenamed ? pair.FormerFilePath : null,
            Path = pair.Path,
            TakenBy = pair.TakenBy,
            Title = pair.Title,
            Fields = fields,
            LinesAdded = added,
            LinesRemoved = removed,
            BodyChanges = pair.RawBefore is not null || pair.RawAfter is not null,
            IsRenderedAnew = pair.FormerContentHash == pair.ContentHash && pair.HtmlDiffers,
        };
    }

    private static List<FieldChange> CompareFields(ArticleSide before, ArticleSide after)
    {
        var changes = CompareObjects("", before.Fields, after.Fields);
        foreach (var ((name, old), (_, now)) in before.Lists.Zip(after.Lists))
        {
            if (!old.SequenceEqual(now))
                changes.Add(new FieldChange(name, null, null, [.. now.Except(old)], [.. old.Except(now)]));
        }

        changes.AddRange(CompareObjects("", before.Custom, after.Custom));
        changes.AddRange(CompareObjects("params.", before.Params, after.Params));
        return changes;
    }

    private static List<FieldChange> CompareObjects(string prefix, string before, string after)
    {
        var changes = new List<FieldChange>();
        if (before == after)
            return changes;
        using var old = JsonDocument.Parse(before);
        using var now = JsonDocument.Parse(after);
        var names = now.RootElement.EnumerateObject().Select(x => x.Name).Concat(old.RootElement.EnumerateObject().Select(x => x.Name)).Distinct();
        foreach (var name in names)
        {
            var (was, willBe) = (Find(old, name), Find(now, name));
            if (was != willBe)
                changes.Add(new FieldChange(prefix + name, was, willBe, [], []));
        }

        return changes;
    }

    private static string? Find(JsonDocument document, string name) =>
        !document.RootElement.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null
            ? null
            : value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();

    // A line that only moves is neither added nor removed.
    private static (int Added, int Removed) CountLines(string before, string after)
    {
        var counts = new Dictionary<string, int>();
        foreach (var line in before.Split('\n'))
            counts[line] = counts.GetValueOrDefault(line) + 1;
        var added = 0;
        foreach (var line in after.Split('\n'))
        {
            if (counts.GetValueOrDefault(line) is > 0 and var left)
                counts[line] = left - 1;
            else
                added++;
        }

        return (added, counts.Values.Sum());
    }
}
