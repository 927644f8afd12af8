using ContentApi.Data.Rows;
using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Planning.Output;

namespace ContentApi.GraphQL.Schema.Fields;

/// <summary>Import.</summary>
internal static class ImportFields
{
    public static readonly IReadOnlyDictionary<string, FieldMapping> Map = new Dictionary<string, FieldMapping>
    {
        ["id"] = Column<ImportRunRow>.GlobalId("Import", x => x.Id),
        ["state"] = Column<ImportRunRow>.Word(x => x.State),
        ["source"] = SourceName.Field<ImportRunRow>(x => x.SourceId),
        ["startedAt"] = Column<ImportRunRow>.Instant(x => x.StartedAt),
        ["finishedAt"] = Column<ImportRunRow>.Instant(x => x.FinishedAt),
        ["created"] = Column<ImportRunRow>.Number(x => x.Created),
        ["updated"] = Column<ImportRunRow>.Number(x => x.Updated),
        ["unchanged"] = Column<ImportRunRow>.Number(x => x.Unchanged),
        ["removed"] = Column<ImportRunRow>.Number(x => x.Removed),
        ["renamed"] = Column<ImportRunRow>.Number(x => x.Renamed),
        ["skipped"] = Column<ImportRunRow>.Number(x => x.Skipped),
        ["failed"] = Column<ImportRunRow>.Number(x => x.Failed),
        ["version"] = Column<ImportRunRow>.Number(x => x.Version),
        ["diagnostics"] = scope => DiagnosticFields.List(scope, scope.Row["id"]),
    };

    /// <summary>Gives all runs, newest first.</summary>
    public static OutputConnection List(FieldScope scope) =>
        ConnectionPlanner.Plan(scope, Entities.Import, Entities.Import.Rows(scope), rows =>
        [
            new SortKey(rows.Node[Column<ImportRunRow>.Name(x => x.StartedAt)], "sort_0", SortKeyType.Instant, IsDescending: true),
            new SortKey(rows.Node["id"], "sort_id", SortKeyType.Uuid, IsDescending: true),
        ]);
}
