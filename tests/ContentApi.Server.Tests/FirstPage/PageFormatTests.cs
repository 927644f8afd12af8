using ContentApi.Server.FirstPage;

namespace ContentApi.Server.Tests.FirstPage;

public sealed class PageFormatTests
{
    private static readonly DateTimeOffset NewYear = new(2025, 12, 31, 20, 5, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("UTC", "31 December 2025, 20:05")]
    [InlineData("Asia/Shanghai", "1 January 2026, 04:05")]
    [InlineData("+05:30", "1 January 2026, 01:35")]
    [InlineData("-08:00", "31 December 2025, 12:05")]
    [InlineData("Nowhere/Atall", "31 December 2025, 20:05")]
    public void A_date_is_that_of_its_zone(string timeZone, string expected) => Assert.Equal(expected, PageFormat.Minute(NewYear, timeZone));

    [Theory]
    [InlineData(0, "0 ms")]
    [InlineData(412.9, "412 ms")]
    [InlineData(1349, "1.3 s")]
    [InlineData(61000, "61.0 s")]
    public void A_duration_has_the_unit_that_fits(double milliseconds, string expected) => Assert.Equal(expected, PageFormat.Duration(TimeSpan.FromMilliseconds(milliseconds)));

    [Theory]
    [InlineData(0, "0 articles")]
    [InlineData(1, "1 article")]
    [InlineData(1234567, "1,234,567 articles")]
    public void A_number_and_its_noun_agree(long number, string expected) => Assert.Equal(expected, PageFormat.Count(number, "article", "articles"));
}
