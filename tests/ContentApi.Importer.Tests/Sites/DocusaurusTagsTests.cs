using ContentApi.Importer.Sites;
using ContentApi.Parsing;
using ContentApi.TestSupport;

namespace ContentApi.Importer.Tests.Sites;

/// <summary>Where Docusaurus keeps the names of tags.</summary>
public sealed class DocusaurusTagsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Docusaurus_has_names_of_tags_for_each_set_and_language()
    {
        Write("docusaurus.config.js", "module.exports = { i18n: { defaultLocale: 'en', locales: ['en', 'fr'] }, presets: [['classic', { blog: { tags: 'topics.yml' } }]] }");
        Write("docs/tags.yml", "start:\n  label: 'Start here'\n  permalink: /start\nplain: {}\n");
        Write("blog/topics.yml", "start:\n  label: Posts\n");
        Write("i18n/fr/docusaurus-plugin-content-docs/current/tags.yml", "start:\n  label: Premiers pas\n");

        var labels = ReadLabels();

        Assert.Equal(
            ["blog: start=Posts", "docs: start=Start here", "i18n/fr/docusaurus-plugin-content-docs/current: start=Premiers pas"],
            labels.Select(x => $"{x.Key}: {string.Join(' ', x.Value.Select(y => $"{y.Key}={y.Value}"))}"));
    }

    [Theory]
    [InlineData("path: '.'", "tags.yml", "")]
    [InlineData("tags: './names.yml'", "docs/names.yml", "docs")]
    [InlineData("tags: '../names.yml'", "names.yml", "docs")]
    public void Docusaurus_finds_names_of_tags_from_the_folder_of_the_set(string options, string file, string folder)
    {
        Write("docusaurus.config.js", $"module.exports = {{ presets: [['classic', {{ docs: {{ {options} }}, blog: false }}]] }}");
        Write(file, "start: {label: Start here}\n");

        Assert.Equal([folder], ReadLabels().Keys);
    }

    private IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> ReadLabels() =>
        SiteConfigurationReader.Read(SitePlace.Of(_folder.Path), Dialect.Docusaurus).TagLabels;

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[path])!);
        File.WriteAllText(_folder[path], text);
    }
}
