using ContentApi.Importer.Sites;
using ContentApi.Parsing;
using ContentApi.TestSupport;

namespace ContentApi.Importer.Tests.Sites;

/// <summary>Where settings of tools are looked for, and where not.</summary>
public sealed class SitePlacesTests
{
    [Fact]
    public void A_link_is_not_followed()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["site"]);
        File.WriteAllText(folder["real.toml"], "title = 'T'\n");
        File.CreateSymbolicLink(folder["site/hugo.toml"], "../real.toml");

        Assert.Empty(SiteConfigurationReader.Read(SitePlace.Of(folder["site"]), Dialect.Hugo).Files);
    }

    [Theory]
    [InlineData("config/_default/hugo.toml", Dialect.Hugo, "config")]
    [InlineData("config/_default/hugo.toml", Dialect.Hugo, "config/_default")]
    [InlineData(".obsidian/app.json", Dialect.Obsidian, ".obsidian")]
    public void No_settings_are_read_through_a_folder_that_is_a_link(string file, Dialect dialect, string link)
    {
        using var folder = new TemporaryFolder();
        var (inside, outside) = (folder["inside"], folder["outside"]);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(outside, file))!);
        File.WriteAllText(Path.Combine(outside, file), file.EndsWith("json", StringComparison.Ordinal) ? "{\"userIgnoreFilters\": [\"x\"]}" : "title = 'T'\n");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(inside, link))!);
        Directory.CreateSymbolicLink(Path.Combine(inside, link), Path.Combine(outside, link));

        Assert.Empty(SettingsEvidence.Find(SitePlace.Of(inside)));
        Assert.Empty(SiteConfigurationReader.Read(SitePlace.Of(inside), dialect).Files);
        Assert.NotEmpty(SettingsEvidence.Find(SitePlace.Of(outside)));
    }

    [Fact]
    public void Settings_above_in_a_folder_that_anyone_may_write_to_are_not_read()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["site/content"]);
        Assert.Contains(SitePlaces.Above(folder["site/content"]), x => x.Folder == folder["site"]);

        File.SetUnixFileMode(folder["site"], (UnixFileMode)Convert.ToInt32("1777", 8));

        Assert.DoesNotContain(SitePlaces.Above(folder["site/content"]), x => x.Folder == folder["site"]);
    }
}
