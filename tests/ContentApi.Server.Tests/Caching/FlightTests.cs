using Npgsql;

namespace ContentApi.Server.Tests.Caching;

/// <summary>Requests that miss the same answer together.</summary>
public sealed class FlightTests : IAsyncLifetime
{
    private const string Waiting = "select count(*) from pg_stat_activity where datname = current_database() and application_name = 'contentapi server' and wait_event_type = 'Lock'";

    private CachedSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await CachedSite.CreateAsync("title: One");

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task One_statement_answers_all_who_ask_at_the_same_time()
    {
        Task<string>[] answers;
        await using (await _site.LockAsync())
        {
            answers = [.. Enumerable.Range(0, 50).Select(_ => _site.TextAsync(CachedSite.Titles))];
            await UntilWaitingAsync(1);
            Assert.DoesNotContain(answers, answer => answer.IsCompleted);
            Assert.Equal(1, await _site.CountAsync(Waiting));
        }

        Assert.All(await Task.WhenAll(answers), answer => Assert.Equal("""{"data":{"articles":{"nodes":[{"title":"One"}]}}}""", answer));
    }

    [Fact]
    public async Task The_statement_goes_on_until_the_last_of_them_has_gone()
    {
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        var address = $"/graphql?query={Uri.EscapeDataString(CachedSite.Titles)}";
        await using var locked = await _site.LockAsync();
        var one = _site.Server.Client.GetAsync(address, first.Token);
        var two = _site.Server.Client.GetAsync(address, second.Token);
        await UntilWaitingAsync(1);

        await first.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        Assert.Equal(1, await _site.CountAsync(Waiting));
        await second.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => two);
        await UntilWaitingAsync(0);
    }

    [Fact]
    public async Task What_was_made_from_newer_content_than_is_known_is_not_kept_as_older()
    {
        Assert.Contains("contentVersion\":1", await _site.TextAsync("{ site { contentVersion } }"), StringComparison.Ordinal);
        await using var connection = new NpgsqlConnection(_site.Database.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var change = new NpgsqlCommand("begin; lock table article in access exclusive mode; update article set title = 'Uno'; update content_state set version = 2", connection);
        await change.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        var waiting = _site.GetAsync(CachedSite.Titles);
        await UntilWaitingAsync(1);
        await using var commit = new NpgsqlCommand("commit", connection);
        await commit.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        var answer = await waiting;
        Assert.Equal("""{"data":{"articles":{"nodes":[{"title":"Uno"}]}}}""", await CachedSite.TextAsync(answer));
        Assert.Null(answer.Headers.ETag);
        Assert.Equal("no-store", CachedSite.Header(answer, "Cache-Control"));
        _site.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotNull((await _site.GetAsync(CachedSite.Titles)).Headers.ETag);
    }

    private async Task UntilWaitingAsync(long statements)
    {
        var expected = $"{statements}";
        Assert.Equal(expected, await _site.UntilAsync(async () => $"{await _site.CountAsync(Waiting)}", expected));
    }
}
