using System.Diagnostics;

namespace ContentApi.Importer.Tests.Support;

/// <summary>An import in a process of its own, which a test kills.</summary>
internal sealed class Victim : IDisposable
{
    public const string Verb = "import";

    private readonly Process _process;

    private Victim(Process process) => _process = process;

    /// <summary>The other side: imports with pruning, one line of output a file, and a last line when it is done.</summary>
    public static async Task<int> RunAsync(string folder, string connectionString)
    {
        var options = new ImportOptions { Folder = folder, ConnectionString = connectionString, SourceName = Site.Name, Prune = true, ForcePrune = true };
        await new ContentImporter(TimeProvider.System).ImportAsync(options, new Lines(), CancellationToken.None);
        await Console.Out.WriteLineAsync("done");
        return 0;
    }

    public static Victim Start(string folder, string connectionString)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "ContentApi.Importer.Tests");
        return new Victim(Process.Start(new ProcessStartInfo(program, [Verb, folder, connectionString]) { UseShellExecute = false, RedirectStandardOutput = true })!);
    }

    /// <summary>Waits until that many files are dealt with; false when the run ends before.</summary>
    public async Task<bool> WaitForFilesAsync(int count, CancellationToken ct)
    {
        for (var i = 0; i < count; i++)
        {
            if (await _process.StandardOutput.ReadLineAsync(ct) is null or "done")
                return false;
        }

        return true;
    }

    /// <summary>SIGKILL, in whatever it is doing.</summary>
    public async Task KillAsync(CancellationToken ct)
    {
        _process.Kill();
        await _process.WaitForExitAsync(ct);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    private sealed class Lines : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => Console.Out.WriteLine(value.Done);
    }
}
