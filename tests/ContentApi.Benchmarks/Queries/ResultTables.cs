namespace ContentApi.Benchmarks.Queries;

/// <summary>Prints results as Markdown.</summary>
internal static class ResultTables
{
    /// <summary>Writes one table of rates and ratios, and one of processor time and size.</summary>
    public static void Write(TextWriter output, IReadOnlyList<string> contenders, IReadOnlyList<QuestionResult> results)
    {
        var rivals = Enumerable.Range(1, contenders.Count - 1).ToList();
        var everyone = Enumerable.Range(0, contenders.Count).ToList();

        output.WriteLine();
        Row(output, ["requests/s", .. contenders, .. rivals.Select(i => $"to {contenders[i]}")]);
        Row(output, ["---", .. Enumerable.Repeat("---:", contenders.Count + rivals.Count)]);
        foreach (var result in results)
        {
            Row(output, [result.Name, .. everyone.Select(i => $"{Middle(result, i, turn => turn.RequestsPerSecond):F0}"), .. rivals.Select(i => $"{Ratio(result, i):F2}")]);
        }

        output.WriteLine();
        Row(output, ["CPU a request, µs: own + PostgreSQL", .. contenders, "bytes"]);
        Row(output, ["---", .. Enumerable.Repeat("---:", contenders.Count + 1)]);
        foreach (var result in results)
        {
            Row(output,
            [
                result.Name,
                .. everyone.Select(i => $"{Middle(result, i, turn => turn.OwnMicroseconds):F0} + {Middle(result, i, turn => turn.DatabaseMicroseconds):F0}"),
                string.Join(" / ", result.Bytes.Distinct()),
            ]);
        }
    }

    private static double Middle(QuestionResult result, int contender, Func<Turn, double> figure) => Median.Of(result.Turns[contender].Select(figure));

    private static double Ratio(QuestionResult result, int rival) =>
        Median.Of(result.Turns[0].Zip(result.Turns[rival], (ours, theirs) => ours.RequestsPerSecond / theirs.RequestsPerSecond));

    private static void Row(TextWriter output, IEnumerable<string> cells) => output.WriteLine($"| {string.Join(" | ", cells)} |");
}
