using ContentApi.Importer.Mapping;
using ContentApi.Importer.Writing;
using ContentApi.Parsing.Diagnostics;
using Npgsql;

namespace ContentApi.Importer.Planning;

/// <summary>Tells what an import brings from what was wrong before: a file that is read again has most of its findings again.</summary>
internal static class NewFindings
{
    /// <param name="connection">Of the database, before the import.</param>
    /// <param name="sourceId">The source.</param>
    /// <param name="found">What the import finds.</param>
    /// <param name="changes">What it changes: a file that moves takes its findings along.</param>
    /// <param name="ct">Ends the run early.</param>
    public static async Task<IReadOnlyList<Diagnostic>> ReadAsync(NpgsqlConnection connection, Guid sourceId, IReadOnlyList<Diagnostic> found, ImportChanges changes, CancellationToken ct)
    {
        var moved = changes.Articles.Where(x => x.FormerFilePath is not null).ToDictionary(x => x.FormerFilePath!, x => x.FilePath);
        var known = new Dictionary<(string Path, string Code, string Message), int>();
        const string Sql = "select path, code, message from diagnostic where source_id = $1";
        await foreach (var (path, code, message) in connection.QueryAsync(Sql, row => (row.GetString(0), row.GetString(1), row.GetString(2)), ct, sourceId))
        {
            var key = (DiagnosticMapper.PathOf(moved.GetValueOrDefault(path, path)), code, message);
            known[key] = known.GetValueOrDefault(key) + 1;
        }

        // By what it says and not by its line, which is another one as soon as a line is put in before it.
        return [.. found.Where(x => !Take((DiagnosticMapper.PathOf(x.Path), x.Code, x.Message)))];

        bool Take((string Path, string Code, string Message) key)
        {
            if (known.GetValueOrDefault(key) is not (> 0 and var left))
                return false;
            known[key] = left - 1;
            return true;
        }
    }
}
