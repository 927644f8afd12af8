using ContentApi.Data.Rows;
using ContentApi.Importer.Mapping;
using ContentApi.Importer.Writing;

namespace ContentApi.Importer.Tests.Writing;

public sealed class EncodedRowsTests
{
    [Fact]
    public void An_article_that_cannot_be_stored_leaves_nothing_and_the_next_one_is_taken()
    {
        using var expected = new EncodedRows(sourceBytes: 0);
        expected.Add(Rows("first", "tag"));
        expected.Add(Rows("second", "tag"));

        using var rows = new EncodedRows(sourceBytes: 0);
        rows.Add(Rows("first", "tag"));
        var fault = Assert.Throws<InvalidDataException>(() => rows.Add(Rows("a\0b", "tag")));
        var shared = Assert.Throws<InvalidDataException>(() => rows.Add(Rows("third", "half \uD83D")));
        rows.Add(Rows("second", "tag"));

        Assert.Equal("staged_article_body.raw has a character that cannot be stored", fault.Message);
        Assert.Equal("staged_tag.name has a character that cannot be stored", shared.Message);
        Assert.Equal(expected.Length, rows.Length);
        Assert.Equal(expected.Shared, rows.Shared);
        foreach (var table in StagingTables.OfArticles)
            Assert.Equal(expected.Of(table).ToArray(), rows.Of(table).ToArray());
        for (var i = 0; i < expected.Shared.Count; i++)
            Assert.Equal(expected.Of(expected.Shared[i]).ToArray(), rows.Of(rows.Shared[i]).ToArray());
    }

    [Fact]
    public void Rows_that_are_cleared_take_other_articles_as_new_ones_do()
    {
        using var expected = new EncodedRows(sourceBytes: 0);
        expected.Add(Rows("second", "tag"));

        using var rows = new EncodedRows(sourceBytes: 0);
        rows.Add(Rows(new string('x', 5_000_000), "other"));
        rows.Clear();
        Assert.Throws<InvalidDataException>(() => rows.Add(Rows("a\0b", "tag")));
        rows.Add(Rows("second", "tag"));

        Assert.Equal(expected.Length, rows.Length);
        Assert.Equal(expected.Shared, rows.Shared);
        foreach (var table in StagingTables.OfArticles)
            Assert.Equal(expected.Of(table).ToArray(), rows.Of(table).ToArray());
        for (var i = 0; i < expected.Shared.Count; i++)
            Assert.Equal(expected.Of(expected.Shared[i]).ToArray(), rows.Of(rows.Shared[i]).ToArray());
    }

    [Fact]
    public void Shared_rows_of_different_tables_have_different_keys()
    {
        using var rows = new EncodedRows(sourceBytes: 0);
        rows.Add(Rows("text", "tag"));

        Assert.Equal(["tag", "category", "category_closure"], rows.Shared.Select(x => x.Table.Target));
        Assert.Equal(rows.Shared.Count, rows.Shared.Select(x => x.Key).Distinct().Count());
    }

    private static ArticleRows Rows(string raw, string tag)
    {
        var (id, tagId, category) = (new Guid(1, 0, 0, new byte[8]), new Guid(2, 0, 0, new byte[8]), new Guid(3, 0, 0, new byte[8]));
        return new ArticleRows
        {
            Article = new ArticleRow
            {
                Id = id, FilePath = "a.md", Path = "/a", Slug = "a", Title = "A", Excerpt = "", Kind = "ARTICLE", Locale = "en", TranslationKey = "a",
                BodyFormat = "MARKDOWN", Params = "{}", ContentHash = "0",
            },
            Body = new ArticleBodyRow { ArticleId = id, Raw = raw, Html = "", Text = "", TableOfContents = "[]" },
            Aliases = [],
            Links = [],
            Tags = [new ArticleTagRow { ArticleId = id, TagId = tagId, Name = "tag", Kind = "ARTICLE" }],
            Authors = [],
            Categories = [],
            Images = [],
            SharedTags = [new TagRow { Id = tagId, Slug = "tag", Name = tag }],
            SharedAuthors = [],
            SharedCategories = [new CategoryRow { Id = category, Slug = "c", Name = "C", Path = "c" }],
            Closure = [new CategoryClosureRow { AncestorId = category, DescendantId = category }],
            SharedImages = [],
        };
    }
}
