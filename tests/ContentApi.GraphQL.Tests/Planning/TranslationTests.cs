namespace ContentApi.GraphQL.Tests.Planning;

/// <summary>
/// Of the group "greeting" 004 is Chinese, 005 and 007 are English, 102 is expired and German, 104 a draft and French.
/// </summary>
public sealed class TranslationTests(SampleDatabase database)
{
    [Theory]
    [InlineData("/posts/004", "/posts/005 en")]
    [InlineData("/posts/005", "/posts/004 zh-Hans")]
    [InlineData("/posts/007", "/posts/004 zh-Hans")]
    [InlineData("/posts/003", "")]
    public async Task The_other_languages_come_once_each_and_only_as_far_as_they_are_public(string path, string expected) =>
        Assert.Equal(expected, await TranslationsAsync(path, isPreview: false));

    [Theory]
    [InlineData("/posts/004", "/posts/102 de, /posts/005 en, /posts/104 fr")]
    [InlineData("/posts/104", "/posts/102 de, /posts/005 en, /posts/004 zh-Hans")]
    public async Task In_a_preview_hidden_ones_come_too(string path, string expected) =>
        Assert.Equal(expected, await TranslationsAsync(path, isPreview: true));

    [Fact]
    public async Task A_translation_leads_back()
    {
        var data = await database.DataAsync("{ article(by: { path: \"/posts/007\" }) { translations { path translations { path } } } }");

        Assert.Equal("""{"article":{"translations":[{"path":"/posts/004","translations":[{"path":"/posts/005"}]}]}}""", data.ToJsonString());
    }

    private async Task<string> TranslationsAsync(string path, bool isPreview)
    {
        var data = await database.DataAsync(
            "query($path: String!, $preview: Boolean) { article(by: { path: $path }, preview: $preview) { translations { path locale } } }", new { path, preview = isPreview }, isPreview);
        return string.Join(", ", data["article"]!["translations"]!.AsArray().Select(article => $"{article!["path"]} {article["locale"]}"));
    }
}
