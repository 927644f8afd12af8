using ContentApi.GraphQL.Planning.Output;

namespace ContentApi.GraphQL.Sql;

/// <summary>Writes SQL values as JSON text.</summary>
internal static class ScalarSql
{
    /// <summary>Gives the pieces that print a value.</summary>
    public static IEnumerable<JsonPart> Write(OutputScalar scalar)
    {
        var value = scalar.Expression;
        return (scalar.Form, scalar.IsNullable) switch
        {
            (JsonForm.Text or JsonForm.Words, false) => [JsonPart.Sql($"to_json({value})")],
            (JsonForm.Text or JsonForm.Words, true) => [JsonPart.Sql($"coalesce(to_json({value})::text, 'null')")],
            (JsonForm.Word, false) => [JsonPart.Text("\""), JsonPart.Sql(value), JsonPart.Text("\"")],
            (JsonForm.Word, true) => [JsonPart.Sql($"coalesce('\"' || {value} || '\"', 'null')")],
            (JsonForm.Number or JsonForm.Json, false) => [JsonPart.Sql(value)],
            (JsonForm.Boolean, false) => [JsonPart.Sql($"({value})::text")],
            (JsonForm.Number or JsonForm.Json or JsonForm.Boolean, true) => [JsonPart.Sql($"coalesce(({value})::text, 'null')")],
            (JsonForm.Instant, false) => [JsonPart.Sql(Instant(value))],
            (JsonForm.Instant, true) => [JsonPart.Sql($"coalesce({Instant(value)}, 'null')")],
            _ => throw new InvalidOperationException($"{scalar.Form} has no JSON."),
        };
    }

    // The session's time zone is UTC (ContentDataSource).
    private static string Instant(string value) => $"to_char({value}, '\\\"YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"\\\"')";
}
