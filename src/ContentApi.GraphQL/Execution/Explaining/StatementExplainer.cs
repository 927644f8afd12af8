using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using ContentApi.GraphQL.Errors;
using ContentApi.GraphQL.Planning;
using Npgsql;

namespace ContentApi.GraphQL.Execution.Explaining;

/// <summary>Tells an editor what an operation asks of the database: the statement, PostgreSQL's plan and the indexes that are missing.</summary>
internal sealed class StatementExplainer(StatementRunner runner)
{
    private const string ColumnsAndIndexes = """
        select t.relname::text,
          array(select a.attname::text from pg_attribute a where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped order by a.attnum),
          array(select a.attname::text from pg_attribute a where a.attrelid = t.oid and a.atttypid = 'text'::regtype and a.attnum > 0 and not a.attisdropped),
          m.amname::text, array(select pg_get_indexdef(i.indexrelid, place, true) from generate_series(1, i.indnkeyatts) place)
        from pg_class t left join pg_index i on i.indrelid = t.oid left join pg_class c on c.oid = i.indexrelid left join pg_am m on m.oid = c.relam
        where t.relkind = 'r' and t.relnamespace = current_schema()::regnamespace
        """;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Gives the value of <c>extensions.explain</c>.</summary>
    /// <param name="plan">A plan with a statement.</param>
    /// <param name="binding">Values of its parameters.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<ReadOnlyMemory<byte>> ExplainAsync(OperationPlan plan, RequestBinding binding, CancellationToken cancellationToken)
    {
        using var explained = await ExplainOrGuessAsync(plan, binding, cancellationToken);
        var tables = await runner.RunAsync(ColumnsAndIndexes, [], binding, ReadTablesAsync, cancellationToken);
        return Write(plan, binding, explained.RootElement, IndexHints.Find(explained.RootElement, tables));
    }

    // What takes too long to run is what people ask about: then the planner's guess has to do.
    private async Task<JsonDocument> ExplainOrGuessAsync(OperationPlan plan, RequestBinding binding, CancellationToken cancellationToken)
    {
        try
        {
            return await ExplainPreparedAsync(plan, binding, cancellationToken);
        }
        catch (QueryTimeoutError)
        {
            return await runner.RunAsync($"explain (format json) {plan.Sql}", plan.Parameters, binding, ReadPlanAsync, cancellationToken);
        }
    }

    // EXPLAIN of a statement with values plans for these; what a prepared statement does for any, only EXPLAIN EXECUTE shows. That
    // takes no parameters, so PostgreSQL itself writes the values as literals.
    private async Task<JsonDocument> ExplainPreparedAsync(OperationPlan plan, RequestBinding binding, CancellationToken cancellationToken)
    {
        var places = Enumerable.Range(1, plan.Parameters.Count).Select(number => $"${number}").ToList();
        var literals = await runner.RunAsync(
            $"select array[{string.Join(", ", places.Select(place => $"pg_typeof({place})::text"))}]::text[], array[{string.Join(", ", places.Select(place => $"quote_nullable({place})"))}]::text[]",
            plan.Parameters,
            binding,
            ReadLiteralsAsync,
            cancellationToken);
        var name = $"explained_{Guid.NewGuid():N}";
        return await runner.RunAsync(
            $"explain (analyze, buffers, format json) execute {name}{InParentheses(literals.Values)}",
            [],
            binding,
            ReadPlanAsync,
            cancellationToken,
            before: $"prepare {name}{InParentheses(literals.Types)} as {plan.Sql}",
            after: $"deallocate {name}");
    }

    private static string InParentheses(string[] items) => items.Length == 0 ? string.Empty : $"({string.Join(", ", items)})";

    private static async Task<(string[] Types, string[] Values)> ReadLiteralsAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        await reader.ReadAsync(cancellationToken);
        var types = await reader.GetFieldValueAsync<string[]>(0, cancellationToken);
        return (types, await reader.GetFieldValueAsync<string[]>(1, cancellationToken));
    }

    private static async Task<JsonDocument> ReadPlanAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        await reader.ReadAsync(cancellationToken);
        return JsonDocument.Parse(await reader.GetFieldValueAsync<string>(0, cancellationToken), new JsonDocumentOptions { MaxDepth = 1_000 });
    }

    private static async Task<IReadOnlyList<TableIndexes>> ReadTablesAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var rows = new List<(string Table, string[] Columns, string[] Texts, TableIndex? Index)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var (table, columns, texts) = (reader.GetString(0), reader.GetFieldValue<string[]>(1), reader.GetFieldValue<string[]>(2));
            rows.Add((table, columns, texts, await reader.IsDBNullAsync(3, cancellationToken) ? null : new TableIndex(reader.GetString(3), reader.GetFieldValue<string[]>(4))));
        }

        return [.. rows.GroupBy(row => row.Table).Select(table => new TableIndexes(table.Key, table.First().Columns, table.First().Texts, [.. table.Select(row => row.Index).OfType<TableIndex>()]))];
    }

    private static ReadOnlyMemory<byte> Write(OperationPlan plan, RequestBinding binding, JsonElement explained, IReadOnlyList<IndexHint> hints)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("sql", plan.Sql);
            json.WriteStartArray("parameters");
            foreach (var value in plan.Parameters.Select(parameter => parameter.Read(binding)))
            {
                JsonSerializer.Serialize(json, value, value?.GetType() ?? typeof(object));
            }

            json.WriteEndArray();
            json.WritePropertyName("plan");
            explained.WriteTo(json);
            json.WriteStartArray("hints");
            foreach (var hint in hints)
            {
                json.WriteStartObject();
                json.WriteString("table", hint.Table);
                json.WriteString("reason", hint.Reason);
                json.WriteString("suggestion", hint.Suggestion);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
