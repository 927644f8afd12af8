using System.Net;
using System.Net.Sockets;
using ContentApi.Cli.Tests.Support;
using ContentApi.TestSupport;

namespace ContentApi.Cli.Tests.Dev;

public sealed class DevTests : IDisposable
{
    private const string Example = "{ articles { totalCount nodes { id title } } site { contentVersion } }";

    private readonly TemporaryFolder _root = new();
    private readonly string _data;
    private readonly string _posts;

    public DevTests()
    {
        _data = _root["data"];
        _posts = Directory.CreateDirectory(_root["posts"]).FullName;
        Save("first.md", "First");
    }

    public void Dispose() => _root.Dispose();

    [Fact]
    public async Task The_example_becomes_an_API_and_a_second_start_imports_nothing()
    {
        string answer;
        await using (var first = await DevProcess.StartAsync(RepositoryFiles.Seed, _data))
        {
            Assert.Matches(@"\Aready: http://127\.0\.0\.1:\d+/graphql\z", first.Output.Single(line => line.StartsWith("ready", StringComparison.Ordinal)));
            Assert.True(first.Says("1 created"), string.Join('\n', first.Output));
            await ExpectHealthyAsync(first);
            answer = (await first.QueryAsync(Example)).GetRawText();
            Assert.Equal(0, await first.EndAsync("TERM"));
            Assert.Equal("", first.Error);
        }

        await using var second = await DevProcess.StartAsync(RepositoryFiles.Seed, _data);
        Assert.True(second.Says("1 unchanged"), string.Join('\n', second.Output));
        Assert.Equal(answer, (await second.QueryAsync(Example)).GetRawText());
        Assert.Contains("\"totalCount\":1,", answer, StringComparison.Ordinal);
        Assert.Contains("\"title\":\"浙江省首个大型超算中心本月建成投用\"", answer, StringComparison.Ordinal);
        Assert.Contains("\"contentVersion\":1}", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task A_signal_stops_everything(string signal)
    {
        await using var dev = await DevProcess.StartAsync(_posts, _data);
        var server = dev.ServerId;
        Assert.True(DevProcess.IsAlive(server));

        Assert.Equal(0, await dev.EndAsync(signal));

        Assert.False(DevProcess.IsAlive(server));
        Assert.Equal("", dev.Error);
    }

    [Fact]
    public async Task A_client_that_never_ends_its_request_does_not_hold_up_the_end()
    {
        await using var dev = await DevProcess.StartAsync(_posts, _data);
        var address = new Uri(dev.Address);
        using var client = new TcpClient(address.Host, address.Port);
        await client.GetStream().WriteAsync(
            "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\nExpect: 100-continue\r\n\r\n"u8.ToArray(),
            TestContext.Current.CancellationToken);

        // The server asks for the body, so it is surely in the middle of the request.
        using var answer = new StreamReader(client.GetStream());
        Assert.Equal("HTTP/1.1 100 Continue", await answer.ReadLineAsync(TestContext.Current.CancellationToken));
        var server = dev.ServerId;

        Assert.Equal(0, await dev.EndAsync("TERM"));

        Assert.False(DevProcess.IsAlive(server));
        Assert.Equal("", dev.Error);
    }

    [Fact]
    public async Task A_killed_session_leaves_no_server_behind_and_can_be_started_again()
    {
        await using (var killed = await DevProcess.StartAsync(_posts, _data))
        {
            var server = killed.ServerId;
            await killed.EndAsync("KILL");
            await Wait.UntilAsync("end of the private server", () => Task.FromResult(!DevProcess.IsAlive(server)));
        }

        await using var next = await DevProcess.StartAsync(_posts, _data);
        Assert.True(next.Says("1 unchanged"), string.Join('\n', next.Output));
    }

    [Fact]
    public async Task Saves_are_imported_while_it_runs()
    {
        await using var dev = await DevProcess.StartAsync(_posts, _data);

        Save("second.md", "Second");
        await UntilTitlesAsync(dev, "First", "Second");
        Save("second.md", "Changed");
        await UntilTitlesAsync(dev, "Changed", "First");

        // So is a field that is declared, which can then be asked for.
        await File.WriteAllTextAsync(Path.Combine(_posts, "contentapi.yaml"), "fields: {rating: Float}\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_posts, "first.md"), "---\ntitle: First\nrating: 4.5\n---\n", TestContext.Current.CancellationToken);
        await Wait.UntilAsync("the field", async () => (await dev.QueryAsync("{ articles(where: { rating: { gt: 4 } }) { nodes { rating } } }")).ToString() == """{"data":{"articles":{"nodes":[{"rating":4.5}]}}}""");

        // A file with errors keeps what was there, and the session goes on.
        await File.WriteAllTextAsync(Path.Combine(_posts, "second.md"), "---\ntitle: No end\nText\n", TestContext.Current.CancellationToken);
        await Wait.UntilAsync("the error", () => Task.FromResult(dev.Says("1 failed; 1 error;")));
        File.Delete(Path.Combine(_posts, "first.md"));
        await UntilTitlesAsync(dev, "Changed");
        Directory.Delete(_posts, recursive: true);
        await Wait.UntilAsync("the missing folder", () => Task.FromResult(dev.Output[^1].Contains(_posts, StringComparison.Ordinal)));
        Directory.CreateDirectory(_posts);
        Save("third.md", "Third");
        await UntilTitlesAsync(dev, "Third");
        Assert.Equal("", dev.Error);
    }

    [Fact]
    public async Task Another_folder_on_the_same_data_is_another_API()
    {
        await using (var first = await DevProcess.StartAsync(_posts, _data))
        {
            await UntilTitlesAsync(first, "First");
            await first.EndAsync("TERM");
        }

        var namesake = Directory.CreateDirectory(_root["other/posts"]).FullName;
        await File.WriteAllTextAsync(Path.Combine(namesake, "a.md"), Article("Elsewhere"), TestContext.Current.CancellationToken);
        await using var second = await DevProcess.StartAsync(namesake, _data);
        await UntilTitlesAsync(second, "Elsewhere");
    }

    [Fact]
    public async Task A_named_database_is_migrated_and_used_instead_of_a_private_one()
    {
        var server = await PostgresServer.GetAsync();
        await using var database = await server.CreateEmptyDatabaseAsync();

        await using (var dev = await DevProcess.StartAsync(_posts, _data, "--database", database.ConnectionString, "--no-watch"))
        {
            await UntilTitlesAsync(dev, "First");
            Assert.Equal(0, await dev.EndAsync("TERM"));
        }

        Assert.False(Directory.Exists(_data));
    }

    [Fact]
    public async Task A_taken_port_is_told_before_anything_is_done()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var run = await CommandRun.OfAsync("dev", _posts, "--port", $"{port}", "--data", _data);

        Assert.Equal(
            new CommandRun(2, "", $"contentapi: Port {port} is taken by another program: stop that one, or choose another port with --port (0 picks a free one).\n"),
            run);
        Assert.False(Directory.Exists(_data));
    }

    [Fact]
    public async Task An_empty_folder_is_served_and_its_first_file_imported()
    {
        var empty = Directory.CreateDirectory(_root["empty"]).FullName;

        await using var dev = await DevProcess.StartAsync(empty, _data);
        Assert.True(dev.Says("none yet: save a .md or .html file in the folder"), string.Join('\n', dev.Output));
        await ExpectHealthyAsync(dev);
        Assert.Equal(HttpStatusCode.OK, await GetFirstPageAsync(dev));
        Assert.Equal("""{"data":{"articles":{"totalCount":0}}}""", (await dev.QueryAsync("{ articles { totalCount } }")).GetRawText());

        await File.WriteAllTextAsync(Path.Combine(empty, "first.md"), Article("First of all"), TestContext.Current.CancellationToken);
        await UntilTitlesAsync(dev, "First of all");
        Assert.Equal(0, await dev.EndAsync("TERM"));
        Assert.Equal("", dev.Error);
    }

    [Fact]
    public async Task An_empty_folder_that_is_not_watched_is_refused_and_leaves_nothing_running()
    {
        var empty = Directory.CreateDirectory(_root["empty"]).FullName;

        var run = await CommandRun.OfAsync("dev", empty, "--port", "0", "--data", _data, "--no-watch");

        Assert.Equal(
            new CommandRun(2, "", $"contentapi: There is nothing to import in {empty}: no file in it or below it ends in .md, .markdown, .mdx, .html or .htm.\n"),
            run);
        Assert.False(File.Exists(Path.Combine(_data, "postgres", "data", "postmaster.pid")));
    }

    [Fact]
    public async Task A_mistake_in_the_settings_of_an_empty_folder_is_told()
    {
        var empty = Directory.CreateDirectory(_root["empty"]).FullName;
        await File.WriteAllTextAsync(Path.Combine(empty, "contentapi.yaml"), "timezone: UTC\n", TestContext.Current.CancellationToken);

        var run = await CommandRun.OfAsync("dev", empty, "--port", "0", "--data", _data);

        Assert.Equal(new CommandRun(2, "", "contentapi: contentapi.yaml:1:1: there is no setting 'timezone'; did you mean timeZone?\n"), run);
    }

    [Fact]
    public async Task The_address_of_the_first_page_is_told_before_the_ready_line()
    {
        await using var dev = await DevProcess.StartAsync(_posts, _data);

        var firstPage = new Uri(new Uri(dev.Address), "/").AbsoluteUri;
        Assert.Contains($"  open      {firstPage}", dev.Output);
        Assert.Equal(HttpStatusCode.OK, await GetFirstPageAsync(dev));
    }

    [Fact]
    public async Task Many_findings_are_cut_short_and_kept_in_a_file()
    {
        for (var number = 0; number < 30; number++)
        {
            await File.WriteAllTextAsync(Path.Combine(_posts, $"bad{number:00}.md"), "---\ntitle: No end\nText\n", TestContext.Current.CancellationToken);
        }

        await using var dev = await DevProcess.StartAsync(_posts, _data);

        var more = dev.Output.Single(line => line.StartsWith("and 10 more: less ", StringComparison.Ordinal));
        var kept = await File.ReadAllTextAsync(more["and 10 more: less ".Length..], TestContext.Current.CancellationToken);
        Assert.Equal(20, dev.Output.Count(line => line.Contains("/bad", StringComparison.Ordinal)));
        Assert.Equal(30, kept.Split('\n').Count(line => line.Contains("/bad", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Notes_are_counted_and_not_shown()
    {
        foreach (var folder in new[] { "north", "south", "west" })
        {
            var page = Directory.CreateDirectory(Path.Combine(_posts, folder)).FullName;
            await File.WriteAllTextAsync(Path.Combine(page, "tea.md"), "---\ntitle: Tea\n---\n", TestContext.Current.CancellationToken);
        }

        await using var dev = await DevProcess.StartAsync(_posts, _data);

        Assert.False(dev.Says("DUP_SLUG"));
        Assert.True(dev.Says("2 notes: less "), string.Join('\n', dev.Output));
    }

    private static async Task ExpectHealthyAsync(DevProcess dev)
    {
        using var client = new HttpClient();
        var response = await client.GetAsync(new Uri(new Uri(dev.Address), "/health/ready"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private static async Task<HttpStatusCode> GetFirstPageAsync(DevProcess dev)
    {
        using var client = new HttpClient();
        using var response = await client.GetAsync(new Uri(new Uri(dev.Address), "/"), TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private static async Task UntilTitlesAsync(DevProcess dev, params string[] titles)
    {
        var expected = string.Join(',', titles.Select(title => $"{{\"title\":\"{title}\"}}"));
        await Wait.UntilAsync(
            $"articles {string.Join(", ", titles)}",
            async () => (await dev.QueryAsync("{ articles(order: [{ title: ASC }]) { nodes { title } } }")).GetRawText().Contains($"[{expected}]", StringComparison.Ordinal));
    }

    private static string Article(string title) => $"---\ntitle: {title}\ndate: 2024-01-02\n---\nText.\n";

    private void Save(string name, string title) => File.WriteAllText(Path.Combine(_posts, name), Article(title));
}
