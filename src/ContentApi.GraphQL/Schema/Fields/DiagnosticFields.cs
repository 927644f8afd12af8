using ContentApi.Data;
using ContentApi.Data.Rows;
using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Planning.Output;

namespace ContentApi.GraphQL.Schema.Fields;

/// <summary>Diagnostic.</summary>
internal static class DiagnosticFields
{
    private static readonly string SourceId = Column<DiagnosticRow>.Name(x => x.SourceId);
    private static readonly string Path = Column<DiagnosticRow>.Name(x => x.Path);

    public static readonly IReadOnlyDictionary<string, FieldMapping> Map = new Dictionary<string, FieldMapping>
    {
        ["id"] = Column<DiagnosticRow>.GlobalId("Diagnostic", x => x.Id),
        ["code"] = Column<DiagnosticRow>.Word(x => x.Code),
        ["severity"] = Column<DiagnosticRow>.Word(x => x.Severity),
        ["message"] = Column<DiagnosticRow>.Text(x => x.Message),
        ["source"] = SourceName.Field<DiagnosticRow>(x => x.SourceId),
        ["path"] = Column<DiagnosticRow>.Text(x => x.Path),
        ["line"] = Column<DiagnosticRow>.Number(x => x.Line),
        ["column"] = Column<DiagnosticRow>.Number(x => x.ColumnNumber),
        ["snippet"] = Column<DiagnosticRow>.Text(x => x.Snippet),
        ["hint"] = Column<DiagnosticRow>.Text(x => x.Hint),
        ["article"] = Article,
    };

    /// <summary>Gives a list of findings by source, path and place, all of them or those that one run made.</summary>
    /// <param name="scope">The field.</param>
    /// <param name="runId">SQL expression of the run's key; null for all.</param>
    public static OutputConnection List(FieldScope scope, string? runId = null)
    {
        var source = TableMap.Of<SourceRow>();
        var node = new TableScope(scope.Planner.NewAlias(Entities.Diagnostic.Alias));
        var from = new TableScope(scope.Planner.NewAlias("s"));
        var rows = new Rowset
        {
            From = $"{Entities.Diagnostic.Table} {node.Alias} join {source.Name} {from.Alias} on {from[source.Column(x => x.Id)]} = {node[SourceId]}",
            Node = node,
        };
        if (runId is not null)
        {
            rows.Conditions.Add($"{node[Column<DiagnosticRow>.Name(x => x.ImportRunId)]} = {runId}");
        }

        return ConnectionPlanner.Plan(scope, Entities.Diagnostic, rows, _ =>
        [
            new SortKey(from[source.Column(x => x.Name)], "sort_0", SortKeyType.Text, IsDescending: false),
            new SortKey(node[Path], "sort_1", SortKeyType.Text, IsDescending: false),
            new SortKey(node[Column<DiagnosticRow>.Name(x => x.Position)], "sort_2", SortKeyType.Integer, IsDescending: false),
        ]);
    }

    // Whoever may read what was found in a draft may see the draft.
    private static OutputRow Article(FieldScope scope)
    {
        var preview = scope with { Owner = scope.Owner with { IsPreview = true } };
        var rows = Entities.Article.Rows(preview);
        rows.Conditions.Add($"{rows.Node[Column<ArticleRow>.Name(x => x.SourceId)]} = {scope.Row[SourceId]} and {rows.Node[Column<ArticleRow>.Name(x => x.FilePath)]} = {scope.Row[Path]}");
        return References.First(preview, Entities.Article, rows);
    }
}
