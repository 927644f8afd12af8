using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Planning.Output;

namespace ContentApi.GraphQL.Schema.Fields;

/// <summary>The archive: articles by year, month or day.</summary>
internal static class ArchiveFields
{
    public static readonly IReadOnlyDictionary<string, FieldMapping> Map = new Dictionary<string, FieldMapping>
    {
        ["year"] = scope => Part(Bucket(scope), "year"),
        ["month"] = scope => Bucket(scope).Period == "YEAR" ? new OutputLiteral("null") : Part(Bucket(scope), "month"),
        ["day"] = scope => Bucket(scope).Period == "DAY" ? Part(Bucket(scope), "day") : new OutputLiteral("null"),
        ["start"] = scope => new OutputScalar($"to_char({Bucket(scope).Start}, 'YYYY-MM-DD')", JsonForm.Word, IsNullable: false),
        ["count"] = scope => new OutputScalar(Bucket(scope).Count, JsonForm.Number, IsNullable: false),
        ["articles"] = Articles,
    };

    /// <summary>The buckets, newest first.</summary>
    public static OutputList Archive(FieldScope scope)
    {
        var bucket = new ArchiveBucketScope(scope);
        var item = scope.Planner.Object(scope, "ArchiveBucket", scope.Owner with { Row = bucket });
        return new OutputList(bucket.Rows(), item);
    }

    // What the bucket counts: its filter is the list's own, also for its cursors. Facets may count the list of a parent.
    private static OutputConnection Articles(FieldScope scope)
    {
        var bucket = Bucket(scope);
        var list = scope with { Arguments = scope.Arguments.With("where", bucket.Where) };
        var rows = bucket.Facets?.Articles.Again() ?? ArticleVisibility.List(list);
        rows.Conditions.Add(bucket.Holds(rows.Node));
        return ConnectionPlanner.Plan(list, Entities.Article, rows);
    }

    private static OutputScalar Part(ArchiveBucketScope bucket, string field) =>
        new($"date_part('{field}', {bucket.Start})", JsonForm.Number, IsNullable: false);

    private static ArchiveBucketScope Bucket(FieldScope scope) => (ArchiveBucketScope)scope.Row;
}
