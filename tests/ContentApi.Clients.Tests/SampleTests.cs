namespace ContentApi.Clients.Tests;

/// <summary>The samples as their readers run them.</summary>
public sealed class SampleTests(ClientSite site)
{
    [Theory]
    [InlineData("apollo", 10)]
    [InlineData("codegen", 5)]
    [InlineData("relay", 10)]
    [InlineData("urql", 10)]
    public async Task A_sample_prints_the_newest_articles(string client, int count)
    {
        var output = await NodeProgram.CheckedAsync("node", ["dist/main.js"], Path.Combine(site.Root, "samples", "clients", client), site.Address);

        var listed = output.Split('\n').Where(line => line.StartsWith("20", StringComparison.Ordinal)).ToList();
        Assert.Equal(count, listed.Distinct().Count());
        Assert.Equal(listed.OrderDescending(StringComparer.Ordinal).Select(line => line[..10]), listed.Select(line => line[..10]));
        Assert.Contains("2026-11-20  用北斗找北", listed);
        Assert.Contains("The newest is ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_types_are_those_of_the_schema() =>
        await NodeProgram.CheckedAsync("npx", ["--no-install", "tsc", "--project", "types"], Path.Combine(site.Root, "tests", "ContentApi.Clients.Tests", "checks"));
}
