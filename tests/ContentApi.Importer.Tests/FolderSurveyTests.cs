using ContentApi.Importer.Settings;
using ContentApi.Parsing;
using ContentApi.TestSupport;

namespace ContentApi.Importer.Tests;

/// <summary>What can be said of a folder before anything is imported.</summary>
public sealed class FolderSurveyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_is_described_with_the_reason_for_everything()
    {
        Write("contentapi.yaml", "locale: zh-Hans\ntitle: Mine\nfields:\n  rating: Float\n  sources: [URL]");
        Write("_config.yml", "title: Theirs\nurl: https://blog.example.net\ntimezone: Europe/Berlin\nlanguage: en\nsource_dir: source");
        Write("source/_posts/a.md", "A");
        Write("source/_posts/b.html", "B");
        Write("source/img/a.png", "p");
        Write("themes/x/c.md", "C");

        var survey = Survey(o => o with { DateOrder = DateOrder.Dmy });

        Assert.Equal(
            """
            source site Default it is the folder's name
            dialect hexo Folder _config.yml has Hexo's key source_dir
            title Mine SettingsFile contentapi.yaml says so
            siteUrl https://blog.example.net SiteConfiguration _config.yml says so
            locale zh-Hans SettingsFile contentapi.yaml says so
            timeZone Europe/Berlin SiteConfiguration _config.yml says so
            dateOrder dmy Option it was given
            encoding  Default nothing says otherwise
            splitAuthors false Default nothing says otherwise
            fields { rating: Float, sources: [URL] } SettingsFile contentapi.yaml says so
            """,
            string.Join('\n', survey.Settings.Select(x => $"{x.Name} {x.Value} {x.Origin} {x.Reason}")));
        Assert.Equal((Dialect.Hexo, "_config.yml has Hexo's key source_dir"), (survey.Dialect, survey.DialectReason));
        Assert.Equal((2, 1, 0, true), (survey.ArticleFiles, survey.ImageFiles, survey.Unreadable, survey.HasSettingsFile));
        Assert.Equal("zh-Hans", survey.Find("locale"));
    }

    [Fact]
    public void Every_setting_of_imports_is_there_once_and_in_order()
    {
        Write("a.md", "A");

        Assert.Equal(ContentSettings.Known.Where(x => !x.IsForServer).Select(x => x.Name), Survey().Settings.Select(x => x.Name));
    }

    [Fact]
    public void The_tools_settings_and_the_languages_are_told()
    {
        Write("hugo.toml", "[languages.de]\n[languages.zh-cn]\n");
        Write("config/_default/params.toml", "bad =\n");
        Write("content/a.md", "A");

        var survey = Survey();

        Assert.Equal(["hugo.toml", "config/_default/params.toml"], survey.ToolSettings);
        Assert.Equal(["de", "zh-CN"], survey.Languages);
        Assert.Equal("SITE_CONFIG_UNREADABLE config/_default/params.toml", string.Join('\n', survey.Diagnostics.Select(x => $"{x.Code} {x.Path}")));
    }

    [Fact]
    public void An_empty_folder_can_be_looked_at()
    {
        Directory.CreateDirectory(_folder["site"]);

        var survey = Survey();
        Assert.Equal((0, 0, false, "generic"), (survey.ArticleFiles, survey.ImageFiles, survey.HasSettingsFile, survey.Find("dialect")));
    }

    [Fact]
    public void Links_that_lead_nowhere_are_told()
    {
        Write("a.md", "A");
        File.CreateSymbolicLink(_folder["site/b.md"], "/nowhere");

        Assert.Equal("LINK_IGNORED b.md", string.Join('\n', Survey().Diagnostics.Select(x => $"{x.Code} {x.Path}")));
    }

    [Fact]
    public void A_file_in_the_place_of_a_folder_is_told_from_nothing()
    {
        Write("a.md", "A");

        Assert.Equal($"{_folder["site/a.md"]} is a file; give the folder that it lies in.", Assert.Throws<ImportRefusedException>(() => Survey(o => o with { Folder = _folder["site/a.md"] })).Message);
        Assert.Equal($"There is no folder {_folder["none"]}.", Assert.Throws<ImportRefusedException>(() => Survey(o => o with { Folder = _folder["none"] })).Message);
    }

    private FolderSurvey Survey(Func<ImportOptions, ImportOptions>? change = null)
    {
        var options = new ImportOptions { Folder = _folder["site"], ConnectionString = "" };
        return FolderSurvey.Take(change is null ? options : change(options), TestContext.Current.CancellationToken);
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(_folder["site"], path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
