using ContentApi.Importer.Sites;

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
}
