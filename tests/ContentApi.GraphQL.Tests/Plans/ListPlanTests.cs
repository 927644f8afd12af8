using System.Text.Json;
using ContentApi.GraphQL.Execution.Explaining;

namespace ContentApi.GraphQL.Tests.Plans;

/// <summary>What PostgreSQL does for a page of the lists that front ends ask for most, at their beginning and far from it.</summary>
[Collection(LargeDatabaseCollection.Name)]
public sealed class ListPlanTests(LargeDatabase database)
{
    // The row behind the page tells whether there are more.
    private const int RowsOfPage = 21;

    // Three demands that few articles fulfil cost the most: all 625 of the smallest category are tested for the other two. The
    // lists that must not be read have 10,000 articles and more.
    private const int RowsPerRow = 70;

    public static TheoryData<string> Names => [.. CommonList.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_page_reads_and_sorts_little_more_than_its_rows(string name)
    {
        var list = CommonList.All[name];
        var end = await database.AnswerAsync(list.Query("last: 40"), new { });
        var cursor = new { cursor = Descendant(end, "startCursor").GetString() };

        Check(list, await ExplainAsync(list.Query("first: 20"), new { }));
        Check(list, await ExplainAsync(list.Query("first: 20, after: $cursor"), cursor));
        Check(list, await ExplainAsync(list.Query("last: 20, before: $cursor"), cursor));
    }

    private static void Check(CommonList list, IReadOnlyList<PlanNode> plan)
    {
        var run = plan.Where(step => step.Loops > 0 && (step.Table is not null || step.SortKeys.Count > 0)).ToList();
        var steps = string.Join('\n', run.Select(step => $"{step.Type} {step.Table} {string.Join(", ", step.SortKeys)}: took {step.RowsTaken}, removed {step.RowsRemoved}, gave {step.RowsGiven}"));
        Assert.False(run.Exists(step => step.Type == "Seq Scan" && step.Table!.StartsWith("article", StringComparison.Ordinal)), steps);
        Assert.False(run.Exists(step => step.SortKeys.Count > 0 && step.RowsTaken > (RowsOfPage + 1) * list.Merged), steps);
        Assert.True(run.Where(step => step.Table is not null).Sum(step => step.RowsGiven + step.RowsRemoved) <= RowsOfPage * RowsPerRow, steps);
    }

    private async Task<IReadOnlyList<PlanNode>> ExplainAsync(string query, object variables) =>
        PlanNode.All((await database.AnswerAsync(query, variables, explain: true)).GetProperty("extensions").GetProperty("explain").GetProperty("plan"));

    private static JsonElement Descendant(JsonElement json, string name) =>
        json.ValueKind != JsonValueKind.Object ? throw new InvalidOperationException($"No {name}")
        : json.TryGetProperty(name, out var value) ? value
        : Descendant(json.EnumerateObject().Last(x => x.Value.ValueKind == JsonValueKind.Object).Value, name);
}
