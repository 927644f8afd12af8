using System.Globalization;
using ContentApi.Importer.Tests.Support;
using Npgsql;

namespace ContentApi.Importer.Tests.Faults;

/// <summary>An import that a fault ends: what the database held before it, and what an import without faults gives.</summary>
internal sealed class Scene
{
    public const int Files = 60;

    private static readonly DateTime LongAgo = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    private readonly CancellationToken _ct = TestContext.Current.CancellationToken;
    private readonly Site _site;
    private readonly string _before;

    private Scene(Site site, string before) => (_site, _before) = (site, before);

    /// <summary>Writes the files of the import, and brings an older version of them into the database when it is not to be the first.</summary>
    /// <param name="site">Nothing is in its folder and its database.</param>
    /// <param name="isFirst">True for a first import, which loads straight into the tables; all others go through staging.</param>
    /// <param name="write">Writes the files of a generation; null for small ones.</param>
    public static async Task<Scene> SetAsync(Site site, bool isFirst, Action<Site, int>? write = null)
    {
        write ??= WriteSmall;
        if (!isFirst)
        {
            WriteGeneration(site, 1, write);
            await site.ImportAsync();
        }

        WriteGeneration(site, 2, write);
        return new Scene(site, await StateAsync(site));
    }

    public Task<ImportReport> ImportAsync(IProgress<ImportProgress>? progress)
    {
        var options = new ImportOptions { Folder = _site.Folder, ConnectionString = _site.ConnectionString, Prune = true, ForcePrune = true };
        return Task.Run(() => new ContentImporter(_site.Clock).ImportAsync(options, progress, _ct), _ct);
    }

    /// <summary>Keeps the writers of a table waiting until the connection is closed.</summary>
    public async Task<NpgsqlConnection> HoldAsync(string table)
    {
        var holder = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_site.ConnectionString) { Pooling = false }.ConnectionString);
        await holder.OpenAsync(_ct);

        // As text, because the server of a transaction may be gone when it is to be rolled back.
        await using var command = new NpgsqlCommand($"set lock_timeout = '20s'; begin; lock table {table} in share mode", holder);
        await command.ExecuteNonQueryAsync(_ct);
        return holder;
    }

    /// <summary>Waits until the import waits for what <see cref="HoldAsync"/> holds.</summary>
    public async Task WaitsAsync(Task import)
    {
        await Eventually.TrueAsync(async () => import.IsCompleted || await _site.QueryAsync($"select count(*) from {Sessions} and wait_event_type = 'Lock'") == "1");
        if (import.IsCompleted)
            await import;
    }

    /// <summary>The server's process of the import.</summary>
    public async Task<int> ProcessAsync() => int.Parse(await _site.QueryAsync($"select pid from {Sessions}"), CultureInfo.InvariantCulture);

    public Task EndSessionAsync() => _site.QueryAsync($"select pg_terminate_backend(pid) from {Sessions}");

    /// <summary>Content, keys, version and history are what they were, and nobody holds a lock.</summary>
    public async Task AssertUntouchedAsync()
    {
        await Eventually.TrueAsync(async () => await _site.QueryAsync($"select count(*) from {Sessions}") == "0");
        Assert.Equal(_before, await StateAsync(_site));
    }

    /// <summary>The next import gives what one into another database gives that no fault has met.</summary>
    public async Task AssertHealsAsync()
    {
        await using var twin = await Site.CreateAsync();
        await twin.ImportAsync(o => o with { Folder = _site.Folder });

        await ImportAsync(progress: null);

        Assert.Equal(await Dump.ReadAsync(twin), await Dump.ReadAsync(_site));
        Assert.Equal(await Keys.ReadAsync(twin), await Keys.ReadAsync(_site));
    }

    private const string Sessions = "pg_stat_activity where application_name like 'contentapi import%' and datname = current_database()";

    private static async Task<string> StateAsync(Site site) =>
        $"{await Dump.ReadAsync(site)}\n{await Keys.ReadAsync(site)}\n{await site.QueryAsync("select version, (select count(*) from import_run), (select count(*) from import_undo), (select count(*) from article_undo), (select count(*) from article_body) from content_state")}";

    private static void WriteGeneration(Site site, int generation, Action<Site, int> write)
    {
        Directory.Delete(site.Folder, recursive: true);
        write(site, generation);
        foreach (var path in Directory.GetFiles(site.Folder))
            File.SetLastWriteTimeUtc(path, LongAgo.AddDays(generation));
    }

    // Some have names of their own in each generation, and all name what is shared.
    private static void WriteSmall(Site site, int generation)
    {
        site.Write("x.png", new string('p', generation));
        for (var i = 0; i < Files; i++)
        {
            var name = i % 10 == 0 ? $"{i}-only-{generation}" : $"{i}";
            site.Write(
                $"{name}.md",
                $"---\ntitle: g{generation}\ntags: [g{generation}, t{i % 7}]\ncategories: [c, g{generation}]\nauthor: g{generation}\naliases: [/old/{i}]\n---\ng{generation} [next]({i + 1}.md) ![](x.png) ![](https://e.org/g{generation})\n");
        }
    }
}
