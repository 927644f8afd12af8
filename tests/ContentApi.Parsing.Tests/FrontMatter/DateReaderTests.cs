using System.Globalization;
using ContentApi.Parsing.FrontMatter;
using CsCheck;

namespace ContentApi.Parsing.Tests.FrontMatter;

public sealed class DateReaderTests
{
    private static readonly string[] Shapes =
    [
        "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss", "yyyy/M/d H:m:s", "yyyy.MM.dd HH:mm:ss", "yyyyMMddHHmmss", "MMMM d, yyyy HH:mm:ss",
        "d MMM yyyy HH:mm:ss", "d-MMM-yyyy HH:mm:ss", "ddd, dd MMM yyyy HH:mm:ss", "ddd MMM d HH:mm:ss yyyy", "yyyy年M月d日 HH:mm:ss", "yyyy-MM-dd hh:mm:ss tt",
        "yyyy MMM d HH:mm:ss", "dddd, MMMM dd, yyyy HH:mm:ss",
    ];

    private static readonly Gen<DateTime> Seconds =
        Gen.Select(Gen.DateTime[new DateTime(1970, 1, 1), new DateTime(2100, 1, 1)], t => new DateTime(t.Ticks - (t.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Unspecified));

    [Fact]
    public void A_date_is_read_back_from_every_shape() => Gen.Select(Seconds, Gen.OneOf(Shapes)).Sample((time, shape) =>
    {
        var text = time.ToString(shape, CultureInfo.InvariantCulture);
        Assert.Equal(new DateTimeOffset(time, TimeSpan.Zero), DateReader.Read(text, TimeZoneInfo.Utc, null).Instant);
    });

    [Fact]
    public void An_offset_moves_the_instant() => Gen.Select(Seconds, Gen.Int[-14 * 60, 14 * 60]).Sample((time, minutes) =>
    {
        var moment = new DateTimeOffset(time, TimeSpan.FromMinutes(minutes));
        var text = moment.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
        Assert.Equal(moment, DateReader.Read(text, TimeZoneInfo.Utc, null).Instant);
        Assert.Equal(moment, DateReader.Read(text.Remove(text.Length - 3, 1), TimeZoneInfo.Utc, null).Instant);
    });

    [Fact]
    public void A_date_that_does_not_exist_is_none() =>
        Gen.Select(Gen.Int[1900, 2100], Gen.Int[0, 15], Gen.Int[0, 33], Gen.OneOf("{0:0000}-{1:00}-{2:00}", "{0:0000}/{1}/{2}", "{0:0000}{1:00}{2:00}", "{0}年{1}月{2}日")).Sample((year, month, day, shape) =>
        {
            var text = string.Format(CultureInfo.InvariantCulture, shape, year, month, day);
            var exists = month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
            DateTimeOffset? expected = exists ? new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero) : null;
            Assert.Equal(expected, DateReader.Read(text, TimeZoneInfo.Utc, null).Instant);
        });

    [Fact]
    public void No_text_breaks_the_reader() => Gen.Char["0123456789:-/.+TZ年月日時分土周六 ,JanFebMondyPMamGMT()[]"].Array[0, 30].Sample(characters =>
    {
        _ = DateReader.Read(new string(characters), TimeZoneInfo.Utc, null);
    });

    [Fact]
    public void A_time_that_a_clock_change_skips_takes_the_standard_offset()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

        Assert.Equal(new DateTimeOffset(2021, 3, 28, 1, 30, 0, TimeSpan.Zero), DateReader.Read("2021-03-28 02:30:00", zone, null).Instant);
        Assert.Equal(new DateTimeOffset(2021, 7, 1, 10, 0, 0, TimeSpan.Zero), DateReader.Read("2021-07-01 12:00:00", zone, null).Instant);
    }

    [Theory]
    [InlineData("0001-01-01 00:00:00 +08:00")]
    [InlineData("9999-12-31 23:00:00 -08:00")]
    [InlineData("2021-09-18 23:40:34 +99:00")]
    [InlineData("2021-09-18 23:40:34 Nowhere/Land")]
    [InlineData("2021-09-18 13:00 pm")]
    [InlineData("2021-09")]
    [InlineData("99999999999999999999")]
    [InlineData("2021-09/18")]
    [InlineData("")]
    public void What_is_no_instant_is_none(string text) => Assert.Null(DateReader.Read(text, TimeZoneInfo.Utc, null).Instant);
}
