using ContentApi.Server.Tests.Caching;

namespace ContentApi.Server.Tests.Hosting;

/// <summary>Which sites' pages may read answers.</summary>
public sealed class CorsTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Ours = "https://example.org";

    [Fact]
    public async Task Every_site_may_without_a_setting()
    {
        var answer = await CachedSite.GetAsync(server.Server, "{ __typename }", ("Origin", Ours));

        Assert.Equal("*", CachedSite.Header(answer, "Access-Control-Allow-Origin"));
        Assert.Equal(["Accept", "Accept-Encoding", "GraphQL-Cost"], answer.Headers.Vary);
    }

    [Fact]
    public async Task With_a_setting_only_those_that_it_names_may()
    {
        await using var strict = await RunningServer.StartAsync(server.Database.ConnectionString, options => options with { CorsOrigins = [Ours, "http://localhost:3000"] });
        var ours = await CachedSite.GetAsync(strict, "{ __typename }", ("Origin", Ours));
        var other = await CachedSite.GetAsync(strict, "{ __typename }", ("Origin", "https://example.com"));

        Assert.Equal(Ours, CachedSite.Header(ours, "Access-Control-Allow-Origin"));
        Assert.False(other.Headers.Contains("Access-Control-Allow-Origin"));

        // A cache in front must not give the answer for one site to another.
        Assert.Equal(["Accept", "Accept-Encoding", "GraphQL-Cost", "Origin"], ours.Headers.Vary);
        Assert.Equal(["Accept", "Accept-Encoding", "GraphQL-Cost", "Origin"], other.Headers.Vary);
    }
}
