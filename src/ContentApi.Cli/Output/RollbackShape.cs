using System.Globalization;
using ContentApi.GraphQL.Schema;
using ContentApi.Importer;

namespace ContentApi.Cli.Output;

/// <summary>The members of a JSON report about a rollback; ids and instants are those that the query <c>imports</c> gives.</summary>
internal sealed record RollbackShape(string Source, string ImportId, string StartedAt, int Removed, int Restored, long ContentVersion)
{
    public static RollbackShape Of(RollbackReport report) => new(
        report.Source,
        new GlobalId("Import", report.ImportId).ToString(),
        report.StartedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        report.Removed,
        report.Restored,
        report.ContentVersion);
}
