using System.Diagnostics;
using System.Text;
using System.Text.Json;
using ContentApi.GraphQL;
using ContentApi.GraphQL.Execution;

namespace ContentApi.Benchmarks.Queries.Pages;

/// <summary>Measures one operation at a time.</summary>
/// <param name="executor">Answers it.</param>
internal sealed class PageMeter(GraphQLExecutor executor)
{
    private const int Runs = 5;

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(1);
    private static readonly RequestContext Editor = new() { PublicBaseUrl = "http://127.0.0.1", IsEditor = true };

    /// <summary>Gives what an operation costs once everything is warm.</summary>
    public async Task<StatementCost> MeasureAsync(string query, object? variables)
    {
        // A plan that holds for all values is made after the fifth run of a statement; a request is what comes after.
        var request = new GraphQLRequest { Query = query, Variables = variables is null ? default : JsonSerializer.SerializeToElement(variables) };
        for (var i = 0; i < 2 * Runs; i++)
        {
            await AnswerAsync(request);
        }

        var (times, buffers) = (new List<double>(), new List<double>());
        for (var i = 0; i < Runs; i++)
        {
            var (milliseconds, blocks) = await ExplainAsync(request with { Explain = true });
            times.Add(milliseconds);
            buffers.Add(blocks);
        }

        var (answers, clock) = (0, Stopwatch.StartNew());
        for (; clock.Elapsed < Duration; answers++)
        {
            await AnswerAsync(request);
        }

        return new StatementCost(Median.Of(times), Median.Of(buffers), answers / clock.Elapsed.TotalSeconds);
    }

    /// <summary>Gives the answer's root.</summary>
    /// <exception cref="InvalidOperationException">It holds errors.</exception>
    public async Task<JsonElement> AnswerAsync(GraphQLRequest request)
    {
        var response = await executor.ExecuteAsync(request, Editor, CancellationToken.None);
        var root = JsonSerializer.Deserialize<JsonElement>(response.Body.Span);
        return root.TryGetProperty("errors", out _) ? throw new InvalidOperationException(Encoding.UTF8.GetString(response.Body.Span)) : root;
    }

    private async Task<(double Milliseconds, double Buffers)> ExplainAsync(GraphQLRequest request)
    {
        var plan = (await AnswerAsync(request)).GetProperty("extensions").GetProperty("explain").GetProperty("plan")[0];
        var top = plan.GetProperty("Plan");
        return (plan.GetProperty("Execution Time").GetDouble(), top.GetProperty("Shared Hit Blocks").GetDouble() + top.GetProperty("Shared Read Blocks").GetDouble());
    }
}
