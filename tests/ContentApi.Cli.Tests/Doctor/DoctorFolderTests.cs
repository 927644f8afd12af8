using ContentApi.Cli.Tests.Support;
using ContentApi.TestSupport;

namespace ContentApi.Cli.Tests.Doctor;

public sealed class DoctorFolderTests : IDisposable
{
    private readonly TemporaryFolder _root = new();
    private readonly string _blog;

    public DoctorFolderTests()
    {
        _blog = Directory.CreateDirectory(_root["blog"]).FullName;
        File.WriteAllText(Path.Combine(_blog, "a.md"), "---\ntitle: A\n---\n");
    }

    public void Dispose() => _root.Dispose();

    [Fact]
    public async Task Every_setting_is_told_with_the_place_it_comes_from()
    {
        await File.WriteAllTextAsync(Path.Combine(_blog, "_config.yml"), "title: 浮生\nskip_render: x\ntimezone: Asia/Shanghai\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_blog, "contentapi.yaml"), "siteUrl: https://blog.example.org\n", TestContext.Current.CancellationToken);

        var run = await DiagnoseAsync([_blog], new Dictionary<string, string> { ["CONTENTAPI_LOCALE"] = "zh-CN" });

        Assert.Equal(0, run.ExitCode);
        Assert.Equal($"{_blog}: 1 article file, 0 images", run["folder"].Detail);
        Assert.Equal(
            [
                "tool settings: _config.yml",
                "source: blog, because it is the folder's name",
                "dialect: hexo, because _config.yml has Hexo's key skip_render",
                "title: 浮生, because _config.yml says so",
                "siteUrl: https://blog.example.org, because contentapi.yaml says so",
                "locale: zh-CN, because CONTENTAPI_LOCALE says so",
                "timeZone: Asia/Shanghai, because _config.yml says so",
                "dateOrder: none",
                "encoding: none",
                "splitAuthors: false, because nothing says otherwise",
                "fields: none",
                "documents: none",
                "onlyDocuments: false, because nothing says otherwise",
            ],
            run.Checks.SkipWhile(check => check.Name != "folder").Skip(1).Select(check => $"{check.Name}: {check.Detail}"));
    }

    [Fact]
    public async Task The_languages_and_a_fault_in_the_tools_settings_are_told()
    {
        await File.WriteAllTextAsync(Path.Combine(_blog, "hugo.toml"), "[languages.de]\n[languages.fr]\n", TestContext.Current.CancellationToken);
        Directory.CreateDirectory(Path.Combine(_blog, "config", "_default"));
        await File.WriteAllTextAsync(Path.Combine(_blog, "config", "_default", "params.toml"), "bad =\n", TestContext.Current.CancellationToken);

        var run = await DiagnoseAsync([_blog]);

        Assert.Equal("de, fr", run["languages"].Detail);
        Assert.Contains(run.Checks, check => check.Name == "tool settings" && check.Detail.StartsWith("config/_default/params.toml:1:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://example.org/", "https://example.org/ in hugo.toml is a placeholder")]
    [InlineData("https://www.example.com/blog/", "https://www.example.com/blog/ in hugo.toml is a placeholder")]
    [InlineData("http://localhost:1313/", "http://localhost:1313/ in hugo.toml is a placeholder")]
    [InlineData("http://yoursite.com", "http://yoursite.com in hugo.toml is a placeholder")]
    public async Task A_placeholder_for_the_address_of_the_site_is_told_and_not_used(string address, string reason)
    {
        await File.WriteAllTextAsync(Path.Combine(_blog, "hugo.toml"), $"baseURL = '{address}'\n", TestContext.Current.CancellationToken);

        Assert.Equal(
            new DoctorLine("warn", "siteUrl", $"none, because {reason}", "Give the address that readers use: siteUrl in contentapi.yaml."),
            (await DiagnoseAsync([_blog]))["siteUrl"]);
    }

    [Fact]
    public async Task A_placeholder_that_was_asked_for_is_used_and_told()
    {
        await File.WriteAllTextAsync(Path.Combine(_blog, "contentapi.yaml"), "siteUrl: https://example.net\n", TestContext.Current.CancellationToken);

        Assert.Equal(
            new DoctorLine("warn", "siteUrl", "https://example.net, because contentapi.yaml says so; that is a placeholder", "Give the address that readers use: siteUrl in contentapi.yaml."),
            (await DiagnoseAsync([_blog]))["siteUrl"]);
    }

    [Fact]
    public async Task What_cannot_be_read_is_counted()
    {
        await File.WriteAllTextAsync(Path.Combine(_blog, "b.md"), "---\ntitle: B\n---\n", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(Path.Combine(_blog, "b.md"), UnixFileMode.None);
        File.SetUnixFileMode(Directory.CreateDirectory(Path.Combine(_blog, "closed")).FullName, UnixFileMode.None);

        var run = DoctorRun.Read(await CommandRun.WithoutPrivilegesAsync("doctor", _blog, "--data", _root["data"]));

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(new DoctorLine("FAIL", "rights", "2 files or folders there cannot be read", $"Let the user {Environment.UserName} read everything in it."), run["rights"]);
    }

    [Fact]
    public async Task A_mistake_in_the_settings_is_told_with_its_place()
    {
        await File.WriteAllTextAsync(Path.Combine(_blog, "contentapi.yaml"), "# ours\ntimezone: UTC\n", TestContext.Current.CancellationToken);

        var run = await DiagnoseAsync([_blog]);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(new DoctorLine("FAIL", "folder", $"{_blog} cannot be imported", "contentapi.yaml:2:1: there is no setting 'timezone'; did you mean timeZone?"), run["folder"]);
    }

    [Fact]
    public async Task The_trusted_documents_are_counted_or_what_is_wrong_with_them_is_told()
    {
        var settings = Path.Combine(_blog, "contentapi.yaml");
        var folder = _root["operations"];
        await File.WriteAllTextAsync(settings, "title: T\ndocuments: ../operations\nonlyDocuments: true\n", TestContext.Current.CancellationToken);

        var missing = await DiagnoseAsync([_blog]);
        Assert.Equal(2, missing.ExitCode);
        Assert.Equal(
            new DoctorLine("FAIL", "documents", "dev cannot serve the trusted documents", $"contentapi.yaml:2:12: there is no folder {folder}; make it and put the documents there, or delete the line."),
            missing["documents"]);

        Directory.CreateDirectory(folder);
        Assert.Equal(new DoctorLine("warn", "documents", $"none in {folder}", "Put files *.graphql there, and start dev again."), (await DiagnoseAsync([_blog]))["documents"]);

        await File.WriteAllTextAsync(Path.Combine(folder, "page.graphql"), "{ site { title } }", TestContext.Current.CancellationToken);
        var found = await DiagnoseAsync([_blog]);
        Assert.Equal(0, found.ExitCode);
        Assert.Equal(new DoctorLine("ok", "documents", $"1 trusted document in {folder}"), found["documents"]);
        Assert.Equal(new DoctorLine("-", "onlyDocuments", "true, because contentapi.yaml says so"), found["onlyDocuments"]);

        await File.WriteAllBytesAsync(Path.Combine(folder, "broken.graphql"), [0xFF], TestContext.Current.CancellationToken);
        Assert.StartsWith($"contentapi.yaml:2:12: The trusted document '{folder}/broken.graphql' cannot be read: ", (await DiagnoseAsync([_blog]))["documents"].Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_variable_is_told()
    {
        var run = await DiagnoseAsync([_blog], new Dictionary<string, string> { ["CONTENTAPI_DIALECT"] = "wordpress" });

        Assert.Equal((2, "The variable CONTENTAPI_DIALECT is one of auto, hexo, hugo, jekyll, zola, astro, gatsby, eleventy, docusaurus, obsidian, generic, not 'wordpress'."), (run.ExitCode, run["folder"].Remedy));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_a_fault_and_an_empty_one_a_warning()
    {
        var missing = await DiagnoseAsync([_root["missing"]]);
        var empty = await DiagnoseAsync([Directory.CreateDirectory(_root["empty"]).FullName]);

        Assert.Equal((2, "FAIL"), (missing.ExitCode, missing["folder"].Mark));
        Assert.Equal($"There is no folder '{_root["missing"]}': name the folder that holds the content.", missing["folder"].Remedy);
        Assert.Equal((0, "warn"), (empty.ExitCode, empty["folder"].Mark));
    }

    private Task<DoctorRun> DiagnoseAsync(string[] arguments, Dictionary<string, string>? environment = null) =>
        DoctorRun.OfAsync([.. arguments, "--port", "0", "--data", _root["data"]], environment);
}
