using System.Diagnostics;
using System.Globalization;
using ContentApi.Importer.Tests.Support;
using Npgsql;

namespace ContentApi.Importer.Tests.Faults;

/// <summary>
/// The server gets no more room for the rows of an import. A limit on the size of its files does what a full disk does, needs no
/// rights and meets nobody else.
/// </summary>
public sealed class DiskFullTests(OwnServer server) : IClassFixture<OwnServer>
{
    // Files of the write-ahead log have 16 MiB, and a server that cannot write them stops. Rows must need more than that.
    private const int Limit = 17 * 1024 * 1024;
    private const int Articles = 10;
    private const int Lines = 10_000;
    private const int LineBytes = 60;   // 80 characters in base64, which does not compress

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task While_files_are_read(bool isFirst)
    {
        await using var site = await server.CreateSiteAsync();
        var scene = await Scene.SetAsync(site, isFirst, WriteLarge);
        using var gate = new Gate(1);
        var import = scene.ImportAsync(gate);
        await gate.ReachAsync(import);
        await FillAsync(await scene.ProcessAsync());
        gate.Open();

        await ExpectAsync(import);

        await scene.AssertUntouchedAsync();
        await scene.AssertHealsAsync();
    }

    [Fact]
    public async Task While_rows_are_brought_to_their_place()
    {
        await using var site = await server.CreateSiteAsync();
        var scene = await Scene.SetAsync(site, isFirst: false, WriteLarge);
        Task<ImportReport> import;
        await using (await scene.HoldAsync("article_body"))
        {
            import = scene.ImportAsync(progress: null);
            await scene.WaitsAsync(import);
            await FillAsync(await scene.ProcessAsync());
        }

        await ExpectAsync(import);

        await scene.AssertUntouchedAsync();
        await scene.AssertHealsAsync();
    }

    private static async Task ExpectAsync(Task import)
    {
        var fault = await Assert.ThrowsAsync<PostgresException>(() => import);
        Assert.Matches("^could not (extend|write)", fault.MessageText);
    }

    private static async Task FillAsync(int pid)
    {
        // The server does not run as root, who may not set limits of others everywhere, but may become any of them.
        string[] asServer = Environment.IsPrivilegedProcess ? ["setpriv", $"--reuid={await OwnerAsync(pid, "u")}", $"--regid={await OwnerAsync(pid, "g")}", "--clear-groups"] : [];
        string[] command = [.. asServer, "prlimit", "--pid", pid.ToString(CultureInfo.InvariantCulture), $"--fsize={Limit.ToString(CultureInfo.InvariantCulture)}"];
        using var limit = Process.Start(command[0], command[1..]);
        await limit.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, limit.ExitCode);
    }

    private static async Task<string> OwnerAsync(int pid, string kind)
    {
        using var stat = Process.Start(new ProcessStartInfo("stat", ["-c", $"%{kind}", string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}")]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        return (await stat.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Trim();
    }

    private static void WriteLarge(Site site, int generation)
    {
        var random = new Random(generation);
        var bytes = new byte[LineBytes];
        for (var i = 0; i < Articles; i++)
        {
            var lines = Enumerable.Range(0, Lines).Select(_ =>
            {
                random.NextBytes(bytes);
                return Convert.ToBase64String(bytes);
            });
            site.Write($"{i}.md", $"---\ntitle: g{generation}\n---\n{string.Join('\n', lines)}\n");
        }
    }
}
