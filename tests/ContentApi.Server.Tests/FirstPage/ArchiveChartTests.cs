using ContentApi.Server.FirstPage;
using CsCheck;

namespace ContentApi.Server.Tests.FirstPage;

public sealed class ArchiveChartTests
{
    [Fact]
    public void Without_months_there_is_no_chart() => Assert.Null(ArchiveChart.Of([]));

    [Fact]
    public void Months_without_an_article_have_a_place_too()
    {
        var chart = ArchiveChart.Of([new(2026, 2, 3), new(2025, 11, 1)])!;

        Assert.Equal("month", chart.Period);
        Assert.Equal([new("November 2025", 1), new("December 2025", 0), new("January 2026", 0), new("February 2026", 3)], chart.Bars);
        Assert.Equal(["Nov 2025", "Dec 2025", "Jan 2026", "Feb 2026"], chart.Ticks.Select(tick => tick.Label));
        Assert.Equal(12.5, chart.Ticks[0].Position);
    }

    [Fact]
    public void Several_years_of_months_are_labelled_at_each_January()
    {
        var chart = ArchiveChart.Of([new(2026, 2, 3), new(2023, 11, 1)])!;

        Assert.Equal(28, chart.Bars.Count);
        Assert.Equal(["2024", "2025", "2026"], chart.Ticks.Select(tick => tick.Label));
    }

    [Fact]
    public void Many_years_are_shown_by_year()
    {
        var chart = ArchiveChart.Of([new(2026, 2, 3), new(2026, 1, 4), new(2006, 11, 1)])!;

        Assert.Equal("year", chart.Period);
        Assert.Equal(21, chart.Bars.Count);
        Assert.Equal(new ArchiveChart.Bar("2026", 7), chart.Bars[^1]);
        Assert.Equal(["2008", "2011", "2014", "2017", "2020", "2023", "2026"], chart.Ticks.Select(tick => tick.Label));
    }

    [Fact]
    public void The_latest_of_equally_high_bars_is_the_highest() =>
        Assert.Equal("March 2026", ArchiveChart.Of([new(2026, 3, 2), new(2026, 2, 1), new(2026, 1, 2)])!.Highest.Label);

    [Fact]
    public void No_article_is_lost_and_labels_are_few_and_inside() =>
        Gen.Select(Gen.Int[1, 9999], Gen.Int[1, 12], Gen.Int[1, 99]).Array[1, 40].Sample(input =>
        {
            ArchiveMonth[] months = [.. input.DistinctBy(month => (month.Item1, month.Item2)).Select(month => new ArchiveMonth(month.Item1, month.Item2, month.Item3))];

            var chart = ArchiveChart.Of(months)!;

            Assert.Equal(months.Sum(month => month.Count), chart.Bars.Sum(bar => bar.Count));
            Assert.InRange(chart.Ticks.Count, 1, 7);
            Assert.All(chart.Ticks, tick => Assert.InRange(tick.Position, 0, 100));
        });
}
