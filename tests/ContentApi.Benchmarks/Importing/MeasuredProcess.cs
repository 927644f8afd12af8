using System.Diagnostics;

namespace ContentApi.Benchmarks.Importing;

/// <summary>Runs programs to their end under GNU time, which has the kernel's own figures.</summary>
/// <param name="server">Whose processor time is told beside that of the program.</param>
internal sealed class MeasuredProcess(ServerProcesses server)
{
    private const string Time = "/usr/bin/time";

    /// <param name="program">With its arguments.</param>
    /// <param name="environment">Added to that of this process.</param>
    /// <exception cref="InvalidOperationException">The program did not end with 0; the message holds what it said.</exception>
    public async Task<ProcessCost> RunAsync(IReadOnlyList<string> program, params IReadOnlyList<(string Name, string Value)> environment)
    {
        var figures = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo(Time, ["--format", "%e %U %S %M", "--output", figures, .. program])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            foreach (var (name, value) in environment)
            {
                start.Environment[name] = value;
            }

            var before = server.ReadProcessorTime();
            using var process = Process.Start(start)!;
            var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            if (process.ExitCode != 0)
                throw new InvalidOperationException($"{string.Join(' ', program)} ended with {process.ExitCode}: {string.Concat(said)}");
            var numbers = (await File.ReadAllTextAsync(figures)).Split(' ').Select(double.Parse).ToList();
            return new ProcessCost(TimeSpan.FromSeconds(numbers[0]), TimeSpan.FromSeconds(numbers[1] + numbers[2]), server.ReadProcessorTime() - before, (long)numbers[3] * 1024);
        }
        finally
        {
            File.Delete(figures);
        }
    }
}
