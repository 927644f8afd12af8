using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using ContentApi.GraphQL;
using ContentApi.Server.Documents;

namespace ContentApi.Server.Freezing;

/// <summary>Asks a query for variables: each node of its one list is an object of them, and a list of pages is walked to its end.</summary>
/// <param name="executor">Answers it.</param>
/// <param name="file">Its file, for findings.</param>
/// <param name="query">The query.</param>
internal sealed class VariableQuery(SnapshotExecutor executor, string file, string query)
{
    private const string Cursor = "after";

    /// <summary>Gives the nodes of all pages.</summary>
    /// <exception cref="FreezeFindingException">It is no such query, or its answer has errors.</exception>
    public async IAsyncEnumerable<JsonElement> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var takesCursor = ReadOutline().Variables.Any(variable => variable.Name == Cursor);
        var page = await AskAsync(after: null, cancellationToken);
        while (true)
        {
            foreach (var node in NodesOf(page))
            {
                yield return node;
            }

            if (page.ValueKind == JsonValueKind.Array || NextOf(page, takesCursor) is not { } after)
                yield break;
            page = await AskAsync(after, cancellationToken);
        }
    }

    private OperationOutline ReadOutline()
    {
        try
        {
            return OperationOutline.ReadAll(query) is [{ IsQuery: true } only] ? only : throw Fault("It is to hold one query, and nothing else.");
        }
        catch (FormatException fault)
        {
            throw Fault(fault.Message);
        }
    }

    private async Task<JsonElement> AskAsync(string? after, CancellationToken cancellationToken)
    {
        var variables = default(JsonElement);
        if (after is not null)
        {
            var text = new StringBuilder($"{{\"{Cursor}\":");
            EcmaJson.AppendString(text, after);
            variables = JsonElement.Parse(text.Append('}').ToString());
        }

        var body = await executor.AnswerAsync(new GraphQLRequest { Query = query, Variables = variables }, file, cancellationToken);
        return JsonElement.Parse(body.Span).GetProperty("data").EnumerateObject().ToList() is [var only]
            ? only.Value
            : throw Fault("It is to ask for one list, and nothing else.");
    }

    private IEnumerable<JsonElement> NodesOf(JsonElement list) => list switch
    {
        { ValueKind: JsonValueKind.Array } => list.EnumerateArray(),
        { ValueKind: JsonValueKind.Object } when list.TryGetProperty("nodes", out var nodes) && nodes.ValueKind == JsonValueKind.Array => nodes.EnumerateArray(),
        _ => throw Fault("It is to ask for a list of objects, or for 'nodes' of a connection."),
    };

    // A query that cannot go on is told also while everything is on one page: it would fail when there is more.
    private string? NextOf(JsonElement connection, bool takesCursor)
    {
        if (!takesCursor
            || !connection.TryGetProperty("pageInfo", out var info)
            || !info.TryGetProperty("hasNextPage", out var hasNext)
            || !info.TryGetProperty("endCursor", out var end))
            throw Fault("It gives one page alone: declare '$after: String', pass it on as 'after: $after', and ask for 'pageInfo { hasNextPage endCursor }'.");
        return hasNext.GetBoolean() ? end.GetString() : null;
    }

    private FreezeFindingException Fault(string message) => new(new FreezeFinding(file, message));
}
