using ContentApi.GraphQL.Schema.Fields;

namespace ContentApi.GraphQL.Schema;

/// <summary>
/// What every field of the graph compiles to. Connections, their edges and PageInfo have one shape and are planned by
/// <see cref="Planning.ConnectionPlanner"/>; a test fails when any other field of the schema has no entry.
/// </summary>
internal static class FieldMap
{
    private static readonly Dictionary<string, IReadOnlyDictionary<string, FieldMapping>> Types = new(StringComparer.Ordinal)
    {
        ["Query"] = QueryFields.Map,
        ["Article"] = ArticleFields.Map,
        ["ArticleBody"] = ArticleFields.Body,
        ["SourceDate"] = ArticleFields.SourceDate,
        ["TocEntry"] = ArticleFields.TocEntry,
        ["ContentSource"] = ArticleFields.ContentSource,
        ["RelatedArticle"] = RelatedFields.Map,
        ["ArticleSeries"] = SeriesFields.Map,
        ["Category"] = CategoryFields.Map,
        ["Author"] = AuthorFields.Map,
        ["Tag"] = TagFields.Map,
        ["Image"] = ImageFields.Map,
        ["ImagesEdge"] = ImageFields.Edge,
        ["ArticleFacets"] = FacetFields.Map,
        ["CategoryCount"] = FacetFields.CategoryCount,
        ["TagCount"] = FacetFields.TagCount,
        ["AuthorCount"] = FacetFields.AuthorCount,
        ["ValueCount"] = FacetFields.ValueCount,
        ["ArchiveBucket"] = ArchiveFields.Map,
        ["Redirect"] = RedirectFields.Map,
        ["Site"] = SiteFields.Map,
        ["Diagnostic"] = DiagnosticFields.Map,
        ["Import"] = ImportFields.Map,
    };

    /// <summary>Gives a field's mapping.</summary>
    /// <exception cref="InvalidOperationException">The field has none: the schema and the map have drifted apart.</exception>
    public static FieldMapping Find(string typeName, string fieldName) =>
        Types.TryGetValue(typeName, out var fields) && fields.TryGetValue(fieldName, out var mapping)
            ? mapping
            : throw new InvalidOperationException($"The field '{typeName}.{fieldName}' of the schema has no mapping.");

    /// <summary>Every field that has a mapping, as <c>Type.field</c>.</summary>
    public static IReadOnlySet<string> All { get; } = Types.SelectMany(type => type.Value.Keys.Select(field => $"{type.Key}.{field}")).ToHashSet();
}
