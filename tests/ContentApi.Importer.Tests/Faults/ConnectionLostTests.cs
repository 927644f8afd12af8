using ContentApi.Importer.Tests.Support;
using Npgsql;

namespace ContentApi.Importer.Tests.Faults;

/// <summary>The session of an import is ended by somebody else.</summary>
public sealed class ConnectionLostTests : IAsyncLifetime
{
    private const int Moments = 4;

    private Site _site = null!;

    public async ValueTask InitializeAsync() => _site = await Site.CreateAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task While_files_are_read(bool isFirst)
    {
        // Logged by xunit with the result; a run that fails can be repeated by setting it.
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var scene = await Scene.SetAsync(_site, isFirst);
        for (var moment = 0; moment < Moments; moment++)
        {
            using var gate = new Gate(random.Next(1, Scene.Files + 1));
            var import = scene.ImportAsync(gate);
            await gate.ReachAsync(import);
            await scene.EndSessionAsync();
            gate.Open();

            await Assert.ThrowsAnyAsync<NpgsqlException>(() => import);
            await scene.AssertUntouchedAsync();
        }

        await scene.AssertHealsAsync();
    }

    // What a first import has made by then: all rows, or all keys too. Of a merge: the first statement, one that deletes, one that adds, the middle, the end.
    [Theory]
    [InlineData(true, "import_undo")]
    [InlineData(true, "import_run")]
    [InlineData(false, "source")]
    [InlineData(false, "article_tag")]
    [InlineData(false, "article_body")]
    [InlineData(false, "content_state")]
    [InlineData(false, "import_run")]
    public async Task While_rows_are_brought_to_their_place(bool isFirst, string table)
    {
        var scene = await Scene.SetAsync(_site, isFirst);
        using var gate = new Gate(Scene.Files);
        var import = scene.ImportAsync(gate);
        await gate.ReachAsync(import);
        await using (await scene.HoldAsync(table))
        {
            gate.Open();
            await scene.WaitsAsync(import);
            await scene.EndSessionAsync();

            await Assert.ThrowsAnyAsync<NpgsqlException>(() => import);
        }

        await scene.AssertUntouchedAsync();
        await scene.AssertHealsAsync();
    }
}
