using System.Diagnostics;
using System.Net.Sockets;
using ContentApi.Importer.Sites;
using ContentApi.Importer.Tests.Support;
using ContentApi.Parsing;

namespace ContentApi.Importer.Tests;

/// <summary>Folders that a run must survive.</summary>
public sealed class HostileFolderTests : IAsyncLifetime
{
    private Site _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await Site.CreateAsync();
        _site.Write("good.md", "---\ntitle: Good\n---\n");
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_pipe_that_nobody_writes_to_is_not_waited_for()
    {
        await ShellAsync("mkfifo \"$0\"/pipe.md \"$0\"/pipe.png");
        _site.Write("a.md", "---\ntitle: A\n---\n![](pipe.png)\n");

        Assert.Equal("created 2 skipped 1", (await _site.ImportAsync()).Counts());
    }

    [Fact]
    public async Task A_socket_and_a_device_are_not_waited_for()
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(_site["socket.md"]));
        File.CreateSymbolicLink(_site["zero.md"], "/dev/zero");
        File.CreateSymbolicLink(_site["terminal.png"], "/dev/tty");
        _site.Write("a.md", "---\ntitle: A\n---\n![](terminal.png)\n");

        var report = await _site.ImportAsync();

        Assert.Equal("created 2 skipped 1", report.Counts());
        Assert.Equal(["EMPTY_FILE socket.md", "LINK_IGNORED terminal.png", "LINK_IGNORED zero.md", "MISSING_IMAGE a.md"], report.Diagnostics.Select(x => $"{x.Code} {x.Path}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_file_of_a_gigabyte_is_refused_unread()
    {
        await using (var file = File.Create(_site["huge.md"]))
            file.SetLength(1L << 30);

        var report = await _site.ImportAsync();

        Assert.Equal("created 1 failed 1", report.Counts());
        Assert.Equal("TOO_LARGE huge.md:1:1", report.Findings());
    }

    [Fact]
    public async Task A_name_that_is_not_UTF8_is_said_to_be_the_fault()
    {
        await ShellAsync("cd \"$0\"; touch \"$(printf 'caf\\351.md')\" \"$(printf 'caf-\\377.md')\"; mkdir \"$(printf 'caf\\351')\"");
        try
        {
            var report = await _site.ImportAsync();

            Assert.Equal("created 1 failed 2", report.Counts());
            Assert.Equal(["UNREADABLE caf-\uFFFD.md", "UNREADABLE caf\uFFFD", "UNREADABLE caf\uFFFD.md"], report.Diagnostics.Select(x => $"{x.Code} {x.Path}").Order(StringComparer.Ordinal));
            Assert.All(report.Diagnostics, x => Assert.Contains("UTF-8", x.Message, StringComparison.Ordinal));
        }
        finally
        {
            await ShellAsync("rm -r \"$0\"/caf*");   // no name in .NET means these
        }
    }

    [Fact]
    public async Task The_sign_that_stands_for_wrong_bytes_may_be_in_a_name()
    {
        _site.Write("caf\uFFFD/\uFFFD.md", "---\ntitle: A\n---\n");

        Assert.Equal("created 2", (await _site.ImportAsync()).Counts());
    }

    [Fact]
    public async Task Below_a_folder_that_cannot_be_read_nothing_is_taken_for_gone()
    {
        // Deeper than a path may be long, which stops root too. It can only be made by moving one half below the other.
        var half = string.Join('/', Enumerable.Repeat(new string('d', 200), 12));
        _site.Write("deep/a.md", "---\ntitle: Deep\n---\n");
        _site.Write("gone.md", "---\ntitle: Gone\n---\n");
        await _site.ImportAsync();
        Directory.CreateDirectory(_site[half]);
        Directory.CreateDirectory(_site[$"deep/{half}"]);
        Directory.Move(_site[new string('d', 200)], Path.Combine(_site[$"deep/{half}"], "rest"));
        _site.Delete("gone.md");
        try
        {
            var report = await _site.ImportAsync(o => o with { Prune = true });

            Assert.Equal("unchanged 2", report.Counts());
            Assert.Equal("UNREADABLE", Assert.Single(report.Diagnostics).Code);
            Assert.Equal("3", await _site.QueryAsync("select count(*) from article"));
        }
        finally
        {
            Directory.Move(Path.Combine(_site[$"deep/{half}"], "rest"), _site["rest"]);
        }
    }

    [Fact]
    public async Task A_folder_that_cannot_be_read_stops_no_file_elsewhere_from_being_moved()
    {
        _site.Write("caf\uFFFD/a.md", "---\ntitle: A\n---\n");
        await _site.ImportAsync();

        // Its name is shown with the sign for wrong bytes, which the one before really had.
        Directory.Delete(_site["caf\uFFFD"], recursive: true);
        await ShellAsync("mkdir \"$0/$(printf 'caf\\351')\"");
        _site.Move("good.md", "better.md");
        _site.Write("like-a.md", "---\ntitle: A\n---\n");

        Assert.Equal("created 1 renamed 1", (await _site.ImportAsync()).Counts());
        Assert.Equal("better.md\ncaf\uFFFD/a.md\nlike-a.md", await _site.QueryAsync("select file_path from article order by 1"));
    }

    [Fact]
    public async Task Texts_that_a_database_cannot_hold_are_kept_out()
    {
        _site.Write("a.md", "---\ntitle: \"A\\0B \\uD800\"\ntags: [\"x\\0y\"]\nparams: {k: \"\\0\\uDC00\"}\n---\n\0body &#0; &#xD800; ![a\0b](https://e.org/\0.png)\n");
        _site.Write("nul\u0001.md", "---\ntitle: N\n---\n");

        var report = await _site.ImportAsync();

        Assert.Equal("created 3", report.Counts());
        Assert.Equal("t", await _site.QueryAsync("select count(*) = 3 from article join article_body on article_id = id and hash = body_hash where params::jsonb is not null"));
    }

    [Fact]
    public async Task Long_names_are_no_fault()
    {
        var name = string.Concat(Enumerable.Repeat("很长的名字", 1_000));
        _site.Write("a.md", $"---\ntitle: {name}\ntags: [{name}]\ncategories: [{name}]\nauthor: {name}\nslug: {new string('s', 5_000)}\nlang: {new string('x', 5_000)}\n---\n![{name}](https://e.org/{new string('p', 1_900)}.png)\n");

        var report = await _site.ImportAsync();

        Assert.DoesNotContain(report.Diagnostics, x => x.Code == "PARSER_FAULT");
        Assert.Equal(2, report.Created + report.Failed);
    }

    [Fact]
    public async Task Each_hostile_file_is_a_finding_and_the_run_goes_on()
    {
        static string Nest(string open, string close) => string.Concat(Enumerable.Repeat(open, 10_000)) + "1" + string.Concat(Enumerable.Repeat(close, 10_000));
        var bomb = string.Join('\n', Enumerable.Range(1, 9).Select(i => $"a{i}: &a{i} [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 9))}]"));
        _site.Write("alias.md", $"---\na0: &a0 [x,x,x,x,x,x,x,x,x]\n{bomb}\n---\n");
        _site.Write("deep-html.html", "---\ntitle: H\n---\n" + Nest("<div>", "</div>"));
        _site.Write("deep-json.md", $"{{\"x\": {Nest("[", "]")}}}\n");
        _site.Write("deep-markdown.md", "---\ntitle: M\n---\n" + Nest("> ", ""));
        _site.Write("deep-toml.md", $"+++\nx = {Nest("[", "]")}\n+++\n");
        _site.Write("deep-yaml.md", $"---\nx: {Nest("[", "]")}\n---\n");
        _site.Write("gbk.md", [.. "---\ntitle: "u8, 0xD6, 0xD0, 0xCE, 0xC4, .. "\n---\n"u8]);
        _site.Write("long.md", $"---\ntitle: {new string('t', 10_000)}\n---\n");
        _site.Write("name \"quoted\"\nand 'broken'.md", "---\ntitle: N\n---\n");
        _site.Write("nul.md", "---\ntitle: A\0B\n---\n");
        await File.WriteAllTextAsync(_site.Beside("outside.md"), "---\ntitle: Secret\n---\n", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(_site["out.md"], _site.Beside("outside.md"));
        File.CreateSymbolicLink(_site["loop.md"], _site["loop.md"]);
        Directory.CreateSymbolicLink(_site["circle"], _site.Folder);

        var report = await _site.ImportAsync();

        Assert.Equal("created 5 failed 6", report.Counts());
        Assert.Equal(
            """
            YAML_LIMIT alias.md
            LINK_IGNORED circle
            HTML_FLATTENED deep-html.html
            META_LIMIT deep-json.md
            BODY_LIMIT deep-markdown.md
            META_LIMIT deep-toml.md
            YAML_LIMIT deep-yaml.md
            ENCODING gbk.md
            TOO_LONG long.md
            LINK_IGNORED loop.md
            NUL nul.md
            LINK_IGNORED out.md
            """,
            string.Join('\n', report.Diagnostics.Select(x => $"{x.Code} {x.Path}")));
        Assert.Equal("AB\nGood\nH\nN", await _site.QueryAsync("select title from article where length(title) < 100 order by title"));
    }

    // Some seconds; what counts is that the run ends, tells of each file, and keeps little.
    [Fact]
    public async Task A_hundred_thousand_empty_files_are_as_many_findings()
    {
        const int Files = 100_000;
        for (var i = 0; i < Files; i++)
        {
            if (i % 1_000 == 0)
                Directory.CreateDirectory(_site[$"empty/{i / 1_000}"]);
            await using var file = File.Create(_site[$"empty/{i / 1_000}/{i}.md"]);
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var report = await _site.ImportAsync();
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;

        Assert.Equal("created 1 skipped 100000", report.Counts());
        Assert.Equal(Files, report.Diagnostics.Count(x => x.Code == "EMPTY_FILE"));
        Assert.True(kept < 250_000_000, $"the report, and the tests beside, keep {kept} bytes");
    }

    private async Task ShellAsync(string script)
    {
        using var shell = Process.Start("sh", ["-c", script, _site.Folder]);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, shell.ExitCode);
    }

    [Fact]
    public async Task Settings_that_are_a_pipe_are_not_waited_for()
    {
        await ShellAsync("mkdir \"$0\"/content; mkfifo \"$0\"/hugo.toml \"$0\"/content/_index.md");
        _site.Write("content/a.md", "---\ntitle: A\n---\n");

        Assert.Equal("created 1 skipped 1", (await _site.ImportAsync()).Counts());
    }

    [Theory]
    [InlineData("docusaurus.config.js", "blog/authors.yml")]
    [InlineData("_config.yml", "_authors/jane.md")]
    [InlineData("hugo.toml", "data/authors/jane.toml")]
    [InlineData("docusaurus.config.js", "docs/tags.yml")]
    [InlineData("docusaurus.config.js", "versions.json")]
    [InlineData("eleventy.config.js", ".eleventyignore")]
    [InlineData("eleventy.config.js", "site.11tydata.json")]
    [InlineData("package.json", "contentapi.yaml")]
    public async Task A_pipe_where_a_tool_keeps_data_is_not_waited_for(string settings, string pipe)
    {
        _site.Write(settings, "");
        await ShellAsync($"mkdir -p \"$0/{Path.GetDirectoryName(pipe)}\"; mkfifo \"$0/{pipe}\"");

        Assert.Equal(1, (await _site.ImportAsync()).Created);
    }

    [Theory]
    [InlineData("docs: { tags: '../../secret/creds.yml' }")]
    [InlineData("docs: { tags: '../../secret\\0/creds.yml' }")]
    [InlineData("docs: { id: '../../secret/x' }")]
    [InlineData("docs: { path: '../../secret' }")]
    [InlineData("docs: { path: '/', tags: '../../../../../../../../etc/creds.yml' }")]
    public async Task Settings_lead_to_no_file_outside_the_folder(string set)
    {
        Directory.CreateDirectory(_site.Beside("secret"));
        await File.WriteAllTextAsync(Path.Combine(_site.Beside("secret"), "creds.yml"), "key: {label: Secret}\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_site.Beside("secret"), "tags.yml"), "key: {label: Secret}\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_site.Beside("secret"), "x_versions.json"), "[\"secret\"]", TestContext.Current.CancellationToken);
        _site.Write("docusaurus.config.js", $"module.exports = {{ presets: [['classic', {{ {set} }}]] }}");
        _site.Write("docs/a.md", "---\ntags: [key]\n---\n");

        await _site.ImportAsync();

        Assert.DoesNotContain("ecret", await _site.QueryAsync("select name from tag"), StringComparison.Ordinal);
        Assert.DoesNotContain(SiteConfigurationReader.Read(SitePlace.Of(_site.Folder), Dialect.Docusaurus).Sections, x => x.Folder.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_name_that_no_file_can_have_ends_no_import()
    {
        _site.Write("hugo.json", """{"contentDir": "a\u0000b", "languages": {"de": {"contentDir": "c\u0000d"}}}""");

        Assert.Equal(1, (await _site.ImportAsync()).Created);
    }
}
