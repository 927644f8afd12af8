using ContentApi.Cli.Tests.Support;
using ContentApi.TestSupport;

namespace ContentApi.Cli.Tests.Arguments;

public sealed class GivenSettingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("CONTENTAPI_DIALECT", "Hexo", "is one of auto, hexo, hugo, jekyll, zola, astro, gatsby, eleventy, docusaurus, obsidian, generic, not 'Hexo'.")]
    [InlineData("CONTENTAPI_SITE_URL", "example.org", "takes an address such as https://example.org/, not 'example.org'.")]
    [InlineData("CONTENTAPI_LOCALE", "english, please", "takes a language tag such as en or zh-CN, not 'english, please'.")]
    [InlineData("CONTENTAPI_TIME_ZONE", "Mars/Olympus", "takes an IANA name such as Asia/Shanghai, not 'Mars/Olympus'.")]
    [InlineData("CONTENTAPI_TIME_ZONE", "China Standard Time", "takes an IANA name such as Asia/Shanghai, not 'China Standard Time'.")]
    [InlineData("CONTENTAPI_TIME_ZONE", "localtime", "takes an IANA name such as Asia/Shanghai, not 'localtime'.")]
    [InlineData("CONTENTAPI_TIME_ZONE", "posix/Asia/Shanghai", "takes an IANA name such as Asia/Shanghai, not 'posix/Asia/Shanghai'.")]
    [InlineData("CONTENTAPI_DATE_ORDER", "dym", "is one of ymd, dmy, mdy, not 'dym'.")]
    [InlineData("CONTENTAPI_SPLIT_AUTHORS", "yes", "is one of true, false, not 'yes'.")]
    public async Task A_wrong_value_is_refused_with_the_name_of_the_variable(string variable, string value, string sentence)
    {
        var environment = new Dictionary<string, string> { [variable] = value };

        var import = await CommandRun.OfAsync(["import", _folder.Path, "--database", "postgres://h"], environment);
        var dev = await CommandRun.OfAsync(["dev", _folder.Path, "--port", "0", "--data", _folder["data"]], environment);

        var expected = new CommandRun(2, "", $"contentapi: The variable {variable} {sentence}\n");
        Assert.Equal(expected, import);
        Assert.Equal(expected, dev);
    }

    [Fact]
    public async Task One_name_for_several_folders_is_refused_with_the_name_of_the_variable()
    {
        var run = await CommandRun.OfAsync(
            ["import", _folder.Path, _folder.Path, "--database", "postgres://h"], new Dictionary<string, string> { ["CONTENTAPI_SOURCE"] = "blog" });

        Assert.Equal(new CommandRun(2, "", "contentapi: CONTENTAPI_SOURCE names one source, and there are 2: import them one by one.\n"), run);
    }

    [Fact]
    public async Task The_environment_stands_above_the_file_and_below_the_options()
    {
        await File.WriteAllTextAsync(_folder["contentapi.yaml"], "source: file\ndialect: generic\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(_folder["a.md"], "---\ntitle: A\n---\nText\n", TestContext.Current.CancellationToken);
        var environment = new Dictionary<string, string>
        {
            ["CONTENTAPI_SOURCE"] = "environment",

            // As a compose file makes of a variable that is not set.
            ["CONTENTAPI_DIALECT"] = "",
        };

        Assert.StartsWith("file: 1 created; generic; ", await ImportAsync([]), StringComparison.Ordinal);
        Assert.StartsWith("environment: 1 created; generic; ", await ImportAsync([], environment), StringComparison.Ordinal);
        environment["CONTENTAPI_DIALECT"] = "hexo";
        Assert.StartsWith("environment: 1 created; hexo; ", await ImportAsync([], environment), StringComparison.Ordinal);
        Assert.StartsWith("option: 1 created; hexo; ", await ImportAsync(["--source", "option"], environment), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("8080", "'8080' is no address to listen on: write CONTENTAPI_URLS=http://127.0.0.1:8080. TLS and paths belong to a proxy in front of the server.")]
    [InlineData(";", "CONTENTAPI_URLS names no address: write CONTENTAPI_URLS=http://127.0.0.1:8080.")]
    public async Task A_wrong_address_to_listen_on_is_refused_with_the_name_of_the_variable(string value, string sentence)
    {
        var run = await CommandRun.OfAsync(["serve", "--database", "postgres://h"], new Dictionary<string, string> { ["CONTENTAPI_URLS"] = value });

        Assert.Equal(new CommandRun(2, "", $"contentapi: {sentence}\n"), run);
    }

    // A database of its own for each run, because a folder keeps the name under which it was imported first.
    private async Task<string> ImportAsync(string[] options, Dictionary<string, string>? environment = null)
    {
        var server = await PostgresServer.GetAsync();
        await using var database = await server.CreateDatabaseAsync();
        var run = await CommandRun.OfAsync(["import", _folder.Path, "--database", database.ConnectionString, .. options], environment ?? []);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return run.Output;
    }
}
