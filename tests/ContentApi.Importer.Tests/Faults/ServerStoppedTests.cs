using ContentApi.Importer.Tests.Support;
using Npgsql;

namespace ContentApi.Importer.Tests.Faults;

/// <summary>The server is stopped under an import, and started again.</summary>
public sealed class ServerStoppedTests(OwnServer server) : IClassFixture<OwnServer>
{
    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task While_files_are_read(bool isFirst, bool immediately)
    {
        await using var site = await server.CreateSiteAsync();
        var scene = await Scene.SetAsync(site, isFirst);
        using var gate = new Gate(Scene.Files / 2);
        var import = scene.ImportAsync(gate);
        await gate.ReachAsync(import);
        await server.StopAsync(immediately);
        gate.Open();

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => import);

        await server.StartAsync();
        await scene.AssertUntouchedAsync();
        await scene.AssertHealsAsync();
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task When_nothing_is_missing_but_the_end(bool isFirst, bool immediately)
    {
        await using var site = await server.CreateSiteAsync();
        var scene = await Scene.SetAsync(site, isFirst);
        using var gate = new Gate(Scene.Files);
        var import = scene.ImportAsync(gate);
        await gate.ReachAsync(import);
        await using (await scene.HoldAsync("import_run"))
        {
            gate.Open();
            await scene.WaitsAsync(import);
            await server.StopAsync(immediately);

            await Assert.ThrowsAnyAsync<NpgsqlException>(() => import);
        }

        await server.StartAsync();
        await scene.AssertUntouchedAsync();
        await scene.AssertHealsAsync();
    }
}
