using System.Globalization;
using ContentApi.Importer.Tests.Support;
using Npgsql;

namespace ContentApi.Importer.Tests;

/// <summary>
/// An importer that is killed leaves the old content or the new, never some of each, and the next run heals. CONTENTAPI_KILLS says
/// how many moments each test tries instead of a few.
/// </summary>
public sealed class KillTests : IAsyncLifetime
{
    private const int Files = 200;
    private const string CountVariable = "CONTENTAPI_KILLS";

    private static readonly int Moments = Environment.GetEnvironmentVariable(CountVariable) is { Length: > 0 } moments ? int.Parse(moments, CultureInfo.InvariantCulture) : 4;

    private readonly CancellationToken _ct = TestContext.Current.CancellationToken;

    // Logged by xunit with the result; a run that fails can be repeated by setting it.
    private readonly int _seed = Environment.TickCount;
    private Site _site = null!;
    private int _generation;

    public async ValueTask InitializeAsync()
    {
        _site = await Site.CreateAsync();
        WriteGeneration();
        await _site.ImportAsync();
        await AssertWholeAsync();
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task While_files_are_read()
    {
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {_seed}");
        var random = new Random(_seed);
        for (var moment = 0; moment < Moments; moment++)
        {
            WriteGeneration();
            using (var victim = StartVictim())
            {
                Assert.True(await victim.WaitForFilesAsync(random.Next(1, Files), _ct));
                await victim.KillAsync(_ct);
            }

            await AssertWholeAsync();
        }

        await HealAsync();
    }

    [Fact]
    public async Task Inside_the_merge()
    {
        // The test holds what a statement of the merge needs: one at its start, one that deletes, one in its middle, one that adds, the last.
        string[] tables = ["source", "article_tag", "content_state", "article_body", "import_run"];
        foreach (var table in tables)
        {
            WriteGeneration();
            var before = await GenerationAsync();
            await using (var holder = new NpgsqlConnection(_site.ConnectionString))
            {
                await holder.OpenAsync(_ct);
                await using var transaction = await holder.BeginTransactionAsync(_ct);
                await ExecuteAsync(holder, $"lock table {table} in share mode");
                using var victim = StartVictim();
                await Eventually.TrueAsync(async () => await _site.QueryAsync("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()") == "1");
                await victim.KillAsync(_ct);
            }

            await SessionsEndAsync();
            Assert.Equal(before, await AssertWholeAsync());
        }

        await HealAsync();
    }

    [Fact]
    public async Task At_any_time_of_the_merge()
    {
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {_seed}");
        var random = new Random(_seed);
        for (var moment = 0; moment < Moments; moment++)
        {
            WriteGeneration();
            using (var victim = StartVictim())
            {
                Assert.True(await victim.WaitForFilesAsync(Files, _ct));
                Thread.SpinWait(random.Next(0, 2_000_000));   // some tens of milliseconds, which a merge takes too
                await victim.KillAsync(_ct);
            }

            await AssertWholeAsync();
        }

        await HealAsync();
    }

    // Any time of it: files are read, rows loaded, keys made, all of it committed. What is seen after the kill is nothing or all.
    [Fact]
    public async Task In_a_first_import()
    {
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {_seed}");
        var random = new Random(_seed);
        var keys = await Keys.ReadAsync(_site);
        var whole = await ContentAsync();
        await _site.EmptyAsync();
        var nothing = await ContentAsync();
        for (var moment = 0; moment < Moments; moment++)
        {
            using (var victim = StartVictim())
            {
                var files = moment % 2 == 0 ? random.Next(1, Files) : Files;
                Assert.True(await victim.WaitForFilesAsync(files, _ct));
                if (files == Files)
                    Thread.SpinWait(random.Next(0, 4_000_000));   // keys take longer than a merge
                await victim.KillAsync(_ct);
            }

            await SessionsEndAsync();
            var left = await ContentAsync();
            Assert.Equal(left.Contains("g1", StringComparison.Ordinal) ? whole : nothing, left);
            Assert.Equal(keys, await Keys.ReadAsync(_site));
            await _site.EmptyAsync();
        }

        await _site.ImportAsync();
        Assert.Equal(whole, await ContentAsync());
        Assert.Equal(keys, await Keys.ReadAsync(_site));
    }

    // Two clocks, the test's and the victim's, do not trust the same times of files.
    private Task<string> ContentAsync() => Dump.ReadAsync(_site, without: "file_stamp");

    // Every file of a generation names it in its title, its body, its tag, its category, its author and its image; every
    // generation has some files that no other has.
    private void WriteGeneration()
    {
        _generation++;
        foreach (var old in Directory.GetFiles(_site.Folder))
            File.Delete(old);
        for (var i = 0; i < Files; i++)
        {
            var name = i % 10 == 0 ? $"{i}-only-{_generation}" : $"{i}";
            _site.Write(
                $"{name}.md",
                $"---\ntitle: g{_generation}\ntags: [g{_generation}]\ncategories: [g{_generation}]\nauthor: g{_generation}\n---\ng{_generation} ![](https://e.org/g{_generation})\n");
        }
    }

    private Victim StartVictim() => Victim.Start(_site.Folder, _site.ConnectionString);

    private async Task HealAsync()
    {
        // The last victim may have been done when it was killed; an import that changes nothing has a row of its own, but no version.
        if (await GenerationAsync() == _generation)
            WriteGeneration();
        await _site.ImportAsync(o => o with { ForcePrune = true });
        Assert.Equal(_generation, await AssertWholeAsync());
    }

    /// <returns>The generation that every row belongs to.</returns>
    private async Task<int> AssertWholeAsync()
    {
        await SessionsEndAsync();
        await Bodies.AssertAsync(_site);
        var generation = await GenerationAsync();
        var g = string.Create(CultureInfo.InvariantCulture, $"g{generation}");
        Assert.Equal(
            $"{Files}|{Files}|{Files}|{Files}|{Files}|{Files}|1|1|1|1|1",
            await _site.QueryAsync(
                $"""
                select (select count(*) from article where title = '{g}' and version = (select version from content_state)),
                  (select count(*) from article join article_body b on article_id = id and hash = body_hash where raw like '{g} %' and html like '%{g} %'),
                  (select count(*) from article_tag where name = '{g}'), (select count(*) from article_category where name = '{g}'),
                  (select count(*) from article_author where name = '{g}'), (select count(*) from article_image where source_url = 'https://e.org/{g}'),
                  (select count(*) from tag where name = '{g}'), (select count(*) from category where name = '{g}'),
                  (select count(*) from author where name = '{g}'), (select count(*) from image where url = 'https://e.org/{g}'),
                  (select count(*) from category_closure)
                """));
        Assert.Equal(
            $"{Files}|{Files}|{Files}|{Files}|{Files}|{Files}|1|1|1|1|t",
            await _site.QueryAsync(
                """
                select (select count(*) from article), (select count(*) from article join article_body on article_id = id and hash = body_hash), (select count(*) from article_tag),
                  (select count(*) from article_category), (select count(*) from article_author), (select count(*) from article_image),
                  (select count(*) from tag), (select count(*) from category), (select count(*) from author), (select count(*) from image),
                  (select count(*) = max(version) and max(version) = (select version from content_state) from import_run)
                """));
        return generation;
    }

    private async Task<int> GenerationAsync() => int.Parse((await _site.QueryAsync("select min(title) from article"))[1..], CultureInfo.InvariantCulture);

    // The server ends a session a little after its client died.
    private Task SessionsEndAsync() => Eventually.TrueAsync(async () =>
        await _site.QueryAsync("select count(*) from pg_stat_activity where application_name like 'contentapi import%' and datname = current_database()") == "0");

    private async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(_ct);
    }
}
