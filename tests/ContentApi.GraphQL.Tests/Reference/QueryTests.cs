using System.Globalization;
using System.Text.Json.Nodes;

namespace ContentApi.GraphQL.Tests.Reference;

/// <summary>Whatever is asked of the lists, the database answers as the contract read aloud does, to the order of the keys.</summary>
public sealed class QueryTests(RandomDatabase database)
{
    /// <summary>The number of queries to make; without it as many as take some seconds.</summary>
    private const string CountVariable = "CONTENTAPI_FUZZ";

    private const int DefaultCount = 1_000;

    [Fact]
    public async Task Any_query_of_lists_is_answered_as_in_memory()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable(CountVariable), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : DefaultCount;
        var filters = new FilterGen(database.Graph);
        var evaluator = new QueryEvaluator(database.Graph);
        for (var number = 0; number < count; number++)
        {
            var fields = new QueryGen(database.Graph, filters, number).Query();
            if (fields.Any(field => field.HasCursors))
            {
                var probe = await AnswerAsync($"{{ {string.Join(' ', fields.Select(field => field.Probe))} }}");
                foreach (var field in fields)
                {
                    field.ReadProbe(probe[field.Key]);
                }
            }

            var query = $"{{ {string.Join(' ', fields.Select(field => field.Text))} }}";
            var answer = await AnswerAsync(query);

            var (expected, actual) = (evaluator.Answer(fields).ToJsonString(), ReadCursors(answer)!.ToJsonString());
            Assert.True(expected == actual, $"Query {number}: {query}\nexpected {expected}\nactual   {actual}");
        }
    }

    private async Task<JsonNode> AnswerAsync(string query)
    {
        var body = JsonNode.Parse(await SampleDatabase.RunAsync(database.Executor, query, isEditor: true))!;
        return body["data"] ?? throw new InvalidOperationException($"{query}\n{body.ToJsonString()}");
    }

    // What a cursor says but for its beginning, which binds it to its list.
    private static JsonNode? ReadCursors(JsonNode? answer) => answer switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, member is { Key: "cursor" or "startCursor" or "endCursor", Value: JsonValue cursor } ? Keys(cursor) : ReadCursors(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(ReadCursors)]),
        _ => answer?.DeepClone(),
    };

    private static JsonArray Keys(JsonValue cursor) => [.. JsonNode.Parse(Convert.FromBase64String(cursor.GetValue<string>()))!.AsArray().Skip(1).Select(key => key!.DeepClone())];
}
