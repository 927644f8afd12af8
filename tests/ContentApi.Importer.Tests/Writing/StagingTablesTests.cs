using ContentApi.Data.Rows;
using ContentApi.Importer.Writing;

namespace ContentApi.Importer.Tests.Writing;

public sealed class StagingTablesTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("\U0001F600 at both ends \U0001F600")]
    [InlineData("")]
    public void Text_that_is_text_is_storable(string name) => StagingTables.Tags.EnsureStorable([Tag(name)]);

    [Fact]
    public void A_NUL_or_half_a_pair_is_refused_with_the_column()
    {
        foreach (var name in (string[])["a\0", "\uD83D", "\uDE00\uD83D", "\U0001F600\uD83Dx", "x\uDE00"])
        {
            var refused = Assert.Throws<InvalidDataException>(() => StagingTables.Tags.EnsureStorable([Tag("fine"), Tag(name)]));
            Assert.Equal("staged_tag.name has a character that cannot be stored", refused.Message);
        }
    }

    private static TagRow Tag(string name) => new() { Name = name, Slug = "slug" };
}
