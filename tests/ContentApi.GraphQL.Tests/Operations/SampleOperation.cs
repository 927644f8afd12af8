using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContentApi.GraphQL.Tests.Operations;

/// <summary>An operation that stands for one shape of statement.</summary>
/// <param name="Query">The document.</param>
/// <param name="Variables">JSON object; <c>{cursor}</c> in it becomes the <c>endCursor</c> or <c>startCursor</c> of the same operation without a cursor.</param>
/// <param name="IsEditor">True when an editor asks.</param>
internal sealed record SampleOperation(string Query, string Variables = "{}", bool IsEditor = false)
{
    /// <summary>Gives the variables with the cursor in its place.</summary>
    public async Task<JsonElement> VariablesAsync(SampleDatabase database)
    {
        if (!Variables.Contains("{cursor}", StringComparison.Ordinal))
        {
            return SampleDatabase.Json(Variables);
        }

        var data = await database.DataAsync(Query, SampleDatabase.Json(Variables.Replace("\"{cursor}\"", "null", StringComparison.Ordinal)), IsEditor);
        return SampleDatabase.Json(Variables.Replace("{cursor}", FindCursor(data), StringComparison.Ordinal));
    }

    private static string? FindCursor(JsonNode? node) => node switch
    {
        JsonObject members => (members["endCursor"] ?? members["startCursor"])?.GetValue<string>() ?? members.Select(member => FindCursor(member.Value)).FirstOrDefault(found => found is not null),
        JsonArray items => items.Select(FindCursor).FirstOrDefault(found => found is not null),
        _ => null,
    };
}
