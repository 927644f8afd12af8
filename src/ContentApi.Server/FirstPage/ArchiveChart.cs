using System.Globalization;

namespace ContentApi.Server.FirstPage;

/// <summary>Articles by month, or by year when there are too many months for a bar each.</summary>
/// <param name="Period"><c>month</c> or <c>year</c>.</param>
/// <param name="Bars">The oldest first; also those without an article in between.</param>
/// <param name="Ticks">Labels of the axis.</param>
internal sealed record ArchiveChart(string Period, IReadOnlyList<ArchiveChart.Bar> Bars, IReadOnlyList<ArchiveChart.Tick> Ticks)
{
    // On a phone a month is then as wide as four pixels.
    private const int MostMonths = 72;
    private const int MostTicks = 7;

    private static readonly DateTimeFormatInfo English = DateTimeFormatInfo.InvariantInfo;

    /// <summary>The highest bar, the latest of several.</summary>
    public Bar Highest => Bars.Reverse().MaxBy(bar => bar.Count)!;

    /// <summary>Makes the chart; null when no article has a date.</summary>
    public static ArchiveChart? Of(IReadOnlyList<ArchiveMonth> months)
    {
        if (months.Count == 0)
            return null;

        var counts = months.ToDictionary(month => Index(month.Year, month.Month), month => month.Count);
        var (first, last) = (counts.Keys.Min(), counts.Keys.Max());
        return last - first < MostMonths
            ? ByMonth(counts, first, last)
            : ByYear(months, first / 12, last / 12);
    }

    private static int Index(int year, int month) => (year * 12) + month - 1;

    private static ArchiveChart ByMonth(Dictionary<int, int> counts, int first, int last)
    {
        var bars = Enumerable.Range(first, last - first + 1)
            .Select(index => new Bar($"{English.GetMonthName((index % 12) + 1)} {Text(index / 12)}", counts.GetValueOrDefault(index)))
            .ToArray();

        // A few months get a label each, more of them one for every January.
        var ticks = bars.Length <= MostTicks
            ? Enumerable.Range(first, bars.Length).Select(index => (index, English.GetAbbreviatedMonthName((index % 12) + 1) + " " + Text(index / 12)))
            : Enumerable.Range(first, bars.Length).Where(index => index % 12 == 0).Select(index => (index, Text(index / 12)));
        return new ArchiveChart("month", bars, Place(ticks, first, bars.Length));
    }

    private static ArchiveChart ByYear(IReadOnlyList<ArchiveMonth> months, int first, int last)
    {
        var counts = months.GroupBy(month => month.Year).ToDictionary(year => year.Key, year => year.Sum(month => month.Count));
        var years = Enumerable.Range(first, last - first + 1).ToArray();
        var step = (years.Length + MostTicks - 1) / MostTicks;
        var ticks = years.Where(year => (last - year) % step == 0).Select(year => (year, Text(year)));
        return new ArchiveChart("year", [.. years.Select(year => new Bar(Text(year), counts.GetValueOrDefault(year)))], Place(ticks, first, years.Length));
    }

    private static Tick[] Place(IEnumerable<(int Index, string Label)> ticks, int first, int bars) =>
        [.. ticks.Select(tick => new Tick(tick.Label, 100.0 * (tick.Index - first + 0.5) / bars))];

    private static string Text(int year) => year.ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>One period.</summary>
    /// <param name="Label">Such as <c>April 2026</c>.</param>
    /// <param name="Count">Articles.</param>
    public sealed record Bar(string Label, int Count);

    /// <summary>A label of the axis.</summary>
    /// <param name="Label">Short.</param>
    /// <param name="Position">Its middle, in per cent of the width.</param>
    public sealed record Tick(string Label, double Position);
}
