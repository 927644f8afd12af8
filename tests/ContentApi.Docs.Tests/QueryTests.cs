using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ContentApi.Docs.Tests.Documents;
using ContentApi.Docs.Tests.Shell;

namespace ContentApi.Docs.Tests;

/// <summary>Asks every query that the documents show (blocks of <c>graphql</c>) of a <c>dev</c> on the sample content; the block of <c>json</c> after it is the answer.</summary>
public sealed class QueryTests(SampleServer server) : IClassFixture<SampleServer>
{
    public static TheoryData<string> Names { get; } = [.. Document.Names.Where(name => new Document(name).Blocks.Any(block => block.Language == "graphql"))];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_query_gives_the_answer_that_is_shown(string name)
    {
        var blocks = new Document(name).Blocks.Where(block => block.Language is "graphql" or "json" or "json variables").ToList();
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Language != "graphql")
                continue;
            var query = blocks[i];
            var variables = i + 1 < blocks.Count && blocks[i + 1].Language == "json variables" ? JsonNode.Parse(blocks[++i].Text) : null;
            var answer = await AskAsync(query.Text, variables);
            Assert.True(i + 1 < blocks.Count && blocks[i + 1].Language == "json", $"{name}:{query.Line}: no answer is shown; it is\n{answer}");
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(blocks[++i].Text), JsonNode.Parse(answer)), $"{name}:{query.Line}: the answer is\n{answer}");
        }
    }

    private async Task<string> AskAsync(string query, JsonNode? variables)
    {
        using var client = new HttpClient();
        using var response = await client.PostAsJsonAsync(server.Address, new { query, variables }, TestContext.Current.CancellationToken);
        var answer = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        // The port is the one thing that differs between machines.
        return answer.Replace(new Uri(server.Address).Authority, "127.0.0.1:8080", StringComparison.Ordinal);
    }
}
