using ContentApi.Importer.Mapping;

namespace ContentApi.Importer.Tests.Mapping;

public sealed class NaturalKeyTests
{
    // Ids are public: whoever changes one of these breaks every bookmark and every cached answer.
    [Fact]
    public void Ids_never_change()
    {
        Assert.Equal("2bb71f6d83e44e20ef31ec10a58ea955", NaturalKey.Source("blog").ToString("N"));
        Assert.Equal("27bf28c1d180a8dd0ff5b3ba55d81971", NaturalKey.Article("blog", "posts/你好.md").ToString("N"));
        Assert.Equal("d2202577929d836646103b183e3fca5a", NaturalKey.Article("blog", "posts/你好.md", salt: 1).ToString("N"));
        Assert.Equal("fe7ff6f254312e74faaa10a5bb117847", NaturalKey.Category(["News", "Film"]).ToString("N"));
        Assert.Equal("aeead4d99c97da485700a0e09d3fddd9", NaturalKey.Author("Ada").ToString("N"));
        Assert.Equal("59a5525a022520da99b3c66004ec6ca5", NaturalKey.Tag("C#").ToString("N"));
        Assert.Equal("2f4cc74e3f3171094be88229baebf61f", NaturalKey.RemoteImage("https://e.org/a.png").ToString("N"));
        Assert.Equal("b67b41058dc0f8abd359b67369810350", NaturalKey.LocalImage("blog", "a.png").ToString("N"));
        Assert.Equal("f1d2748b4c946243c042898be138703d", NaturalKey.UnplacedImage("blog", "../a.png").ToString("N"));
    }

    [Fact]
    public void Spellings_of_a_name_have_one_id() =>
        Assert.Equal(NaturalKey.Tag("Caf\u00e9"), NaturalKey.Tag(" cafe\u0301 "));

    [Fact]
    public void Kinds_and_borders_between_parts_make_different_ids()
    {
        Guid[] ids =
        [
            NaturalKey.Tag("a"), NaturalKey.Author("a"), NaturalKey.Category(["a"]), NaturalKey.Source("a"), NaturalKey.RemoteImage("a"),
            NaturalKey.Category(["ab", "c"]), NaturalKey.Category(["a", "bc"]), NaturalKey.Category(["abc"]), NaturalKey.Category(["abc", ""]),
            NaturalKey.Article("ab", "c"), NaturalKey.Article("a", "bc"), NaturalKey.LocalImage("a", "bc"), NaturalKey.UnplacedImage("a", "bc"),
        ];
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }
}
