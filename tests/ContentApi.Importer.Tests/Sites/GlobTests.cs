using ContentApi.Importer.Sites;
using CsCheck;

namespace ContentApi.Importer.Tests.Sites;

/// <summary>Wildcards in the settings of the tools.</summary>
public sealed class GlobTests
{
    [Theory]
    [InlineData("a", "a", true)]
    [InlineData("a/", "a/b/c.md", true)]
    [InlineData("/a/b", "a/b", true)]
    [InlineData("a", "ab", false)]
    [InlineData("*.md", "x.md", true)]
    [InlineData("*.md", "a/x.md", false)]
    [InlineData("a/*/c", "a/b/c", true)]
    [InlineData("a/*/c", "a/b/b/c", false)]
    [InlineData("a/**/c", "a/c", true)]
    [InlineData("a/**/c", "a/b/b/c", true)]
    [InlineData("/blog/**", "blog/x", true)]
    [InlineData("?.md", "x.md", true)]
    [InlineData("?.md", "xy.md", false)]
    [InlineData("[ab].md", "b.md", true)]
    [InlineData("[!ab].md", "b.md", false)]
    [InlineData("*.{md,html}", "x.html", true)]
    [InlineData("a.md", "axmd", false)]
    [InlineData("[a", "[a", true)]
    [InlineData("{a,b", "{a,b", true)]
    [InlineData("(a|b)+$", "(a|b)+$", true)]
    public void A_pattern_stands_for_paths(string pattern, string path, bool matches) => Assert.Equal(matches, Glob.Of(pattern).Matches(path));

    [Fact]
    public void A_star_may_cross_folders() => Assert.True(Glob.Of("*.md", starCrossesFolders: true).Matches("a/x.md"));

    [Theory]
    [InlineData("[!]")]
    [InlineData("[^]")]
    [InlineData("[z-a]")]
    [InlineData("/blog/[!]")]
    public void What_is_no_pattern_stands_for_itself(string text)
    {
        var glob = Glob.Of(text);

        Assert.True(glob.IsFaulty);
        Assert.True(glob.Matches(text.Trim('/')) && glob.Matches($"{text.Trim('/')}/a.md") && !glob.Matches($"{text.Trim('/')}a"));
    }

    [Theory]
    [InlineData("[a-c-e].md", "-.md", true)]
    [InlineData("[a-c].md", "b.md", true)]
    [InlineData("[^a].md", "a.md", false)]
    [InlineData("[\\d].md", "1.md", false)]
    [InlineData("[a-[b]x", "[x", false)]
    [InlineData("[[:x].md", ":.md", true)]
    public void Characters_in_brackets_have_no_meaning_of_their_own(string pattern, string path, bool matches) => Assert.Equal(matches, Glob.Of(pattern).Matches(path));

    [Fact]
    public void A_pattern_that_is_longer_than_any_is_none()
    {
        var text = string.Concat(Enumerable.Repeat("**/", 10_000));

        Assert.True(Glob.Of(text).IsFaulty);
        Assert.False(Glob.Of(text).Matches("a"));
    }

    [Fact]
    public void Any_text_at_all_can_be_given_as_a_pattern() =>
        Gen.Char["ab!^-[]{},*?\\/.()|+$ \u00e9\ud83d"].Array[0, 12].Sample(x => Glob.Of(new string(x)).Matches(new string(x)) || true);
}
