using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ContentApi.Benchmarks.Serving;

/// <summary>Load from another process.</summary>
/// <param name="seconds">Length of a turn.</param>
/// <param name="clients">Connections.</param>
internal sealed partial class Wrk(int seconds, int clients)
{
    /// <summary>Gives a server one turn.</summary>
    /// <exception cref="InvalidOperationException">wrk is not installed, or an answer was an error.</exception>
    public async Task<Measured> RunAsync(Uri address, Ask ask)
    {
        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, ask.Body is null ? "wrk.method = 'GET'" : $"wrk.method = 'POST'\nwrk.headers['Content-Type'] = 'application/json'\nwrk.body = [[{ask.Body}]]");
        var start = new ProcessStartInfo("wrk") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in new[] { "-t1", $"-c{clients}", $"-d{seconds}s", "--latency", "-s", script })
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in ask.Headers)
        {
            start.ArgumentList.Add("-H");
            start.ArgumentList.Add($"{name}: {value}");
        }

        start.ArgumentList.Add(address.AbsoluteUri);
        var cpu = Environment.CpuUsage.TotalTime;
        using var process = Process.Start(start) ?? throw new InvalidOperationException("wrk is not installed.");
        var report = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        File.Delete(script);
        if (process.ExitCode != 0 || report.Contains("Non-2xx", StringComparison.Ordinal) || report.Contains("Socket errors", StringComparison.Ordinal))
            throw new InvalidOperationException(report);
        var requests = double.Parse(Total().Match(report).Groups[1].Value);
        return new Measured(
            double.Parse(Rate().Match(report).Groups[1].Value),
            Milliseconds(Slowest().Match(report)),
            (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / requests);
    }

    private static double Milliseconds(Match match) =>
        double.Parse(match.Groups[1].Value) * match.Groups[2].Value switch { "us" => 0.001, "ms" => 1, _ => 1000 };

    [GeneratedRegex(@"(\d+) requests in")]
    private static partial Regex Total();

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"99%\s+([\d.]+)(us|ms|s)")]
    private static partial Regex Slowest();
}
