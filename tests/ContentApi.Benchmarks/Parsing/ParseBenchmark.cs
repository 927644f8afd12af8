using System.Globalization;
using ContentApi.Parsing;

namespace ContentApi.Benchmarks.Parsing;

/// <summary>
/// Parses the files of a folder over and over in one thread: CPU time and allocations of a file, apart for bodies of HTML and
/// of Markdown. CPU time is that of the whole process, so the collector's and the compiler's work counts too.
/// </summary>
internal static class ParseBenchmark
{
    private const int MaxFiles = 4000;
    private const int Rounds = 5;

    // Until the second tier of compiled code has replaced the first.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    /// <param name="folder">Of files with front matter; at most 4,000 of them are taken, the first by name.</param>
    /// <param name="time">For each kind of body in each round.</param>
    /// <param name="dialect">Whose rules apply.</param>
    /// <param name="clock">Ends the rounds.</param>
    public static void Run(string folder, TimeSpan time, Dialect dialect, TimeProvider clock)
    {
        var options = new ParseOptions { Dialect = dialect, ResolveLink = _ => null, ResolveImage = address => address };
        var parser = new ArticleParser(options);
        var kinds = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".md" or ".markdown" or ".mdx" or ".html" or ".htm")
            .Order(StringComparer.Ordinal)
            .Take(MaxFiles)
            .Select(file => new SourceFile(Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllBytes(file)))
            .GroupBy(file => parser.Parse(file.Path, file.Content).Article?.Body.Format)
            .Where(kind => kind.Key is not null)
            .OrderBy(kind => kind.Key)
            .Select(kind => (Name: kind.Key.ToString()!, Files: kind.ToArray()))
            .ToArray();
        foreach (var (_, files) in kinds)
            Measure(parser, files, WarmUp, clock);

        var costs = kinds.Select(_ => new List<Cost>()).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < kinds.Length; i++)
                costs[i].Add(Measure(parser, kinds[i].Files, time, clock));
        }

        Console.WriteLine("| body | files | bytes a file | CPU µs a file | lowest | highest | allocated kB a file |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|");
        for (var i = 0; i < kinds.Length; i++)
        {
            var (name, files) = kinds[i];
            var sorted = costs[i].OrderBy(cost => cost.Microseconds).ToArray();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {files.Length} | {files.Average(file => file.Content.Length):F0} | {sorted[Rounds / 2].Microseconds:F1} | {sorted[0].Microseconds:F1} | {sorted[^1].Microseconds:F1} | {sorted[Rounds / 2].Kilobytes:F1} |"));
        }
    }

    private static Cost Measure(ArticleParser parser, SourceFile[] files, TimeSpan time, TimeProvider clock)
    {
        GC.Collect();
        var count = 0;
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var cpu = Environment.CpuUsage.TotalTime;
        var start = clock.GetTimestamp();
        while (clock.GetElapsedTime(start) < time)
        {
            // Whole rounds over the files when there are few, so that all weigh the same.
            foreach (var file in files)
                parser.Parse(file.Path, file.Content);
            count += files.Length;
        }

        var used = Environment.CpuUsage.TotalTime - cpu;
        return new Cost(used.TotalMicroseconds / count, (GC.GetAllocatedBytesForCurrentThread() - allocated) / 1024.0 / count);
    }

    private sealed record SourceFile(string Path, byte[] Content);

    private sealed record Cost(double Microseconds, double Kilobytes);
}
