using ContentApi.Importer.Tests.Support;

namespace ContentApi.Importer.Tests;

/// <summary>The first and the last instants, which must not become the infinities that stand for no date.</summary>
public sealed class DateRangeTests
{
    [Theory]
    [InlineData("0001-01-02 00:00:00 +14:00", "0001-01-01 10:00:00+00", "0001-01-01T10:00:00.000Z")]
    [InlineData("0001-01-02", "0001-01-02 00:00:00+00", "0001-01-02T00:00:00.000Z")]
    [InlineData("9999-12-31", "9999-12-31 00:00:00+00", "9999-12-31T00:00:00.000Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31 23:59:59.999+00", "9999-12-31T23:59:59.999Z")]
    public async Task A_date_at_the_end_of_the_calendar_is_stored_as_written(string date, string stored, string field)
    {
        await using var site = await Site.CreateAsync();
        site.Write("contentapi.yaml", "fields:\n  seen: DateTime\n");
        site.Write("a.md", $"---\ntitle: A\ndate: {date}\nupdated: {date}\nexpires: {date}\nseen: {date}\ntags: [t]\n---\n");

        Assert.Equal("", (await site.ImportAsync()).Findings());

        Assert.Equal(
            $"{stored}|{stored}|{stored}|{stored}|{stored}|{field}",
            await site.QueryAsync("select a.published_at, a.updated_at, a.expires_at, e.published_sort, e.expires_sort, a.fields->>'seen:DateTime' from article a join article_tag e on e.article_id = a.id"));
    }

    // Go writes so that there is no date; the others lie outside of the calendar as UTC.
    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("0001-01-02T00:00:00+23:00")]
    [InlineData("0000-01-01")]
    [InlineData("9999-12-31 23:00 -05:00")]
    [InlineData("10000-01-01")]
    public async Task A_date_before_or_behind_them_is_told_with_its_place(string date)
    {
        await using var site = await Site.CreateAsync();
        site.Write("contentapi.yaml", "fields:\n  seen: DateTime\n");
        site.Write("a.md", $"---\ntitle: A\ndate: {date}\nseen: {date}\ntags: [t]\n---\n");

        Assert.Equal("BAD_DATE a.md:3:7\nBAD_FIELD a.md:4:7", (await site.ImportAsync()).Findings());

        Assert.Equal("|-infinity|", await site.QueryAsync("select a.published_at, e.published_sort, a.fields from article a join article_tag e on e.article_id = a.id"));
    }
}
