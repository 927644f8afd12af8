using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ContentApi.Cli.Tests.Support;
using ContentApi.TestSupport;

namespace ContentApi.Cli.Tests.Commands;

public sealed class ServeCommandTests
{
    [Fact]
    public async Task It_answers_where_it_says_until_it_is_stopped()
    {
        var server = await PostgresServer.GetAsync();
        await using var database = await server.CreateDatabaseAsync();
        using var process = Process.Start(CommandRun.CreateStart(
            ["serve", "--database", database.ConnectionString, "--urls", "http://127.0.0.1:0"], new Dictionary<string, string>()))!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var ready = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.Matches(@"\Aready: http://127\.0\.0\.1:[1-9]\d*/graphql\z", ready);

        using var client = new HttpClient();
        var health = await client.GetAsync(new Uri(new Uri(ready!["ready: ".Length..]), "/health/ready"), TestContext.Current.CancellationToken);
        using var kill = Process.Start("kill", [process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.Equal((0, ""), (process.ExitCode, await error));
    }

    [Fact]
    public async Task Addresses_in_answers_are_those_of_the_public_url()
    {
        var server = await PostgresServer.GetAsync();
        await using var database = await server.CreateDatabaseAsync();
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder["a.png"], [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder["a.md"], "---\ntitle: A\n---\n![](a.png)\n", TestContext.Current.CancellationToken);
        Assert.Equal(0, (await CommandRun.OfAsync("import", folder.Path, "--database", database.ConnectionString)).ExitCode);
        string[] serve = ["serve", "--database", database.ConnectionString, "--urls", "http://127.0.0.1:0"];
        var environment = new Dictionary<string, string> { ["CONTENTAPI_PUBLIC_URL"] = "https://set.example.org" };

        Assert.Matches(@"""url"":""http://127\.0\.0\.1:\d+/images/", await AskAsync(serve, []));
        Assert.Contains("\"url\":\"https://set.example.org/images/", await AskAsync(serve, environment), StringComparison.Ordinal);
        Assert.Contains("\"url\":\"https://given.example.org/api/images/", await AskAsync([.. serve, "--public-url", "https://given.example.org/api/"], environment), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("api.example.org")]
    [InlineData("/api")]
    [InlineData("ftp://api.example.org")]
    [InlineData("https://api.example.org/?a=b")]
    [InlineData("https://api.example.org/#a")]
    public async Task A_public_url_that_is_none_ends_it_with_a_sentence(string url)
    {
        var given = await CommandRun.OfAsync("serve", "--database", "postgres://h", "--public-url", url);
        var set = await CommandRun.OfAsync(["serve", "--database", "postgres://h"], new Dictionary<string, string> { ["CONTENTAPI_PUBLIC_URL"] = url });

        const string Wanted = "takes an http or https address such as https://api.example.org";
        Assert.Equal(new CommandRun(2, "", $"contentapi: The option --public-url {Wanted}, not '{url}'.\n"), given);
        Assert.Equal(new CommandRun(2, "", $"contentapi: The variable CONTENTAPI_PUBLIC_URL {Wanted}, not '{url}'.\n"), set);
    }

    [Fact]
    public async Task Trusted_documents_are_answered_and_nothing_else_when_it_is_said_so()
    {
        var server = await PostgresServer.GetAsync();
        await using var database = await server.CreateDatabaseAsync();
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["version.graphql"], "{ site { contentVersion } }", TestContext.Current.CancellationToken);
        string[] serve = ["serve", "--database", database.ConnectionString, "--urls", "http://127.0.0.1:0"];
        var environment = new Dictionary<string, string> { ["CONTENTAPI_DOCUMENTS"] = folder.Path, ["CONTENTAPI_ONLY_DOCUMENTS"] = "true" };

        Assert.Contains("DOCUMENT_NOT_TRUSTED", await AskAsync(serve, environment), StringComparison.Ordinal);
        Assert.Contains("DOCUMENT_NOT_TRUSTED", await AskAsync([.. serve, "--documents", folder.Path, "--only-documents"], []), StringComparison.Ordinal);
        Assert.DoesNotContain("DOCUMENT_NOT_TRUSTED", await AskAsync([.. serve, "--documents", folder.Path], []), StringComparison.Ordinal);

        await File.WriteAllBytesAsync(folder["broken.graphql"], [0xFF], TestContext.Current.CancellationToken);
        var broken = await CommandRun.OfAsync([.. serve, "--documents", folder.Path]);
        Assert.Equal(2, broken.ExitCode);
        Assert.Matches(@"^contentapi: The trusted document '.*broken\.graphql' cannot be read: .*\n$", broken.Error);
    }

    [Fact]
    public async Task As_many_requests_are_answered_together_as_are_allowed()
    {
        var server = await PostgresServer.GetAsync();
        await using var database = await server.CreateDatabaseAsync();
        string[] serve = ["serve", "--database", database.ConnectionString, "--urls", "http://127.0.0.1:0"];
        const string two = """[{"query":"{ __typename }"},{"query":"{ __typename }"}]""";
        const string answers = """[{"data":{"__typename":"Query"}},{"data":{"__typename":"Query"}}]""";

        Assert.Contains("INVALID_REQUEST", (await AskAsync(serve, [], two)).Text, StringComparison.Ordinal);
        Assert.Contains("BATCH_TOO_LARGE", (await AskAsync([.. serve, "--max-batch-size", "1"], [], two)).Text, StringComparison.Ordinal);
        Assert.Equal(answers, (await AskAsync([.. serve, "--max-batch-size", "2"], [], two)).Text);
        Assert.Equal(answers, (await AskAsync(serve, new() { ["CONTENTAPI_MAX_BATCH_SIZE"] = "50" }, two)).Text);
    }

    [Fact]
    public async Task Status_codes_are_those_that_are_chosen()
    {
        var server = await PostgresServer.GetAsync();
        await using var database = await server.CreateDatabaseAsync();
        string[] serve = ["serve", "--database", database.ConnectionString, "--urls", "http://127.0.0.1:0"];
        const string wrong = """{"query":"{ nothing }"}""";

        Assert.Equal(HttpStatusCode.BadRequest, (await AskAsync(serve, [], wrong)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AskAsync([.. serve, "--status-codes", "draft"], [], wrong)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AskAsync(serve, new() { ["CONTENTAPI_STATUS_CODES"] = "draft" }, wrong)).Status);
    }

    [Theory]
    [InlineData("--documents", "nowhere", "The option --documents takes a folder with GraphQL documents, not 'nowhere'.")]
    [InlineData("--cors-origins", "example.org", "The option --cors-origins takes origins such as https://example.org, with ';' between them, not 'example.org'.")]
    [InlineData("--cors-origins", "https://example.org/", "The option --cors-origins takes origins such as https://example.org, with ';' between them, not 'https://example.org/'.")]
    [InlineData("--max-batch-size", "0", "The option --max-batch-size takes a number from 1 to 50, not '0'.")]
    [InlineData("--max-batch-size", "51", "The option --max-batch-size takes a number from 1 to 50, not '51'.")]
    [InlineData("--max-batch-size", "-1", "The option --max-batch-size takes a number from 1 to 50, not '-1'.")]
    [InlineData("--status-codes", "new", "The option --status-codes is one of draft, stable, not 'new'.")]
    [InlineData("--only-documents", null, "--only-documents needs the folder of the documents: give it with --documents.")]
    public async Task A_value_that_makes_no_sense_ends_it_with_a_sentence(string option, string? value, string sentence)
    {
        var run = await CommandRun.OfAsync(["serve", "--database", "postgres://h", option, .. value is null ? Array.Empty<string>() : [value]]);

        Assert.Equal(new CommandRun(2, "", $"contentapi: {sentence}\n"), run);
    }

    [Fact]
    public async Task A_taken_port_ends_it_with_a_sentence()
    {
        var server = await PostgresServer.GetAsync();
        await using var database = await server.CreateDatabaseAsync();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

        var given = await CommandRun.OfAsync("serve", "--database", database.ConnectionString, "--urls", address);
        var set = await CommandRun.OfAsync(["serve", "--database", database.ConnectionString], new Dictionary<string, string> { ["CONTENTAPI_URLS"] = address });

        const string Remedy = "stop that one, or choose another address with";
        Assert.Equal(new CommandRun(2, "", $"contentapi: Another program listens on {address}: {Remedy} --urls (port 0 picks a free one).\n"), given);
        Assert.Equal(new CommandRun(2, "", $"contentapi: Another program listens on {address}: {Remedy} CONTENTAPI_URLS (port 0 picks a free one).\n"), set);
    }

    private static async Task<string> AskAsync(string[] arguments, Dictionary<string, string> environment) =>
        (await AskAsync(arguments, environment, """{"query":"{ images { nodes { url } } }"}""")).Text;

    private static async Task<(HttpStatusCode Status, string Text)> AskAsync(string[] arguments, Dictionary<string, string> environment, string body)
    {
        using var process = Process.Start(CommandRun.CreateStart(arguments, environment))!;
        try
        {
            var ready = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            using var client = new HttpClient();
            client.DefaultRequestHeaders.Add("Accept", "application/graphql-response+json, application/json;q=0.9");
            using var question = new StringContent(body, Encoding.UTF8, "application/json");
            var answer = await client.PostAsync(new Uri(ready!["ready: ".Length..]), question, TestContext.Current.CancellationToken);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }
}
