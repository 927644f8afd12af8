using System.Text.Json;

namespace ContentApi.GraphQL.Execution.Explaining;

/// <summary>
/// One step of a plan in the JSON of <c>EXPLAIN</c>
/// (<see href="https://www.postgresql.org/docs/current/using-explain.html">PostgreSQL, "Using EXPLAIN"</see>).
/// </summary>
internal sealed class PlanNode
{
    private readonly JsonElement _json;

    private PlanNode(JsonElement json) => _json = json;

    /// <summary>Kind of step, such as "Seq Scan".</summary>
    public string Type => Text("Node Type") ?? string.Empty;

    /// <summary>The table that it reads; null when it reads none.</summary>
    public string? Table => Text("Relation Name");

    /// <summary>The table's alias; null when it reads none.</summary>
    public string? Alias => Text("Alias");

    /// <summary>What rows had to fulfil after they were read; null when all were wanted.</summary>
    public string? Filter => Text("Filter");

    /// <summary>What rows are sorted by.</summary>
    public IReadOnlyList<string> SortKeys => _json.TryGetProperty("Sort Key", out var keys) ? [.. keys.EnumerateArray().Select(key => key.GetString()!)] : [];

    /// <summary>Rows that it gave, over all its runs; the planner's guess where the statement was not run.</summary>
    public double RowsGiven => Number("Actual Rows") is { } rows ? rows * Loops : Number("Plan Rows") ?? 0;

    /// <summary>Rows that it read and threw away; null where the statement was not run.</summary>
    public double? RowsRemoved => Number("Actual Rows") is null ? null : (Number("Rows Removed by Filter") ?? 0) * Loops;

    /// <summary>Rows that the steps directly below gave to it. A sort below a limit gives fewer rows than it sorts.</summary>
    public double RowsTaken => _json.TryGetProperty("Plans", out var below) ? below.EnumerateArray().Sum(plan => new PlanNode(plan).RowsGiven) : 0;

    /// <summary>How often it ran; zero for what was not needed, one where the statement was not run.</summary>
    public double Loops => Number("Actual Loops") ?? 1;

    /// <summary>Gives every step of an explained statement, the outer ones first.</summary>
    /// <param name="explained">The array that <c>EXPLAIN (FORMAT JSON)</c> gives.</param>
    public static IReadOnlyList<PlanNode> All(JsonElement explained)
    {
        var nodes = new List<PlanNode>();
        var pending = new Stack<JsonElement>(explained.EnumerateArray().Select(statement => statement.GetProperty("Plan")));
        while (pending.TryPop(out var json))
        {
            nodes.Add(new PlanNode(json));
            foreach (var child in json.TryGetProperty("Plans", out var plans) ? plans.EnumerateArray().Reverse() : [])
            {
                pending.Push(child);
            }
        }

        return nodes;
    }

    private string? Text(string name) => _json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private double? Number(string name) => _json.TryGetProperty(name, out var value) ? value.GetDouble() : null;
}
