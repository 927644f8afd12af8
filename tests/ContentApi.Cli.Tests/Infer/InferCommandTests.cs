using ContentApi.Cli.Output;
using ContentApi.Cli.Tests.Support;
using ContentApi.Importer;
using ContentApi.Importer.Inferring;
using ContentApi.Importer.Settings;
using ContentApi.TestSupport;
using Microsoft.Extensions.Time.Testing;

namespace ContentApi.Cli.Tests.Infer;

public sealed class InferCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_key_has_the_type_that_all_of_its_values_fit()
    {
        Write("a.md", """
            rating: 4
            level: B1
            reading_level: high
            flag: yes
            when: 2021-09-18 23:40
            day: 2021-09-18
            link: https://example.org/a
            sources: [https://example.org/a]
            next-part: b
            see: b.md
            one-name: b
            mixed: 4
            data: {a: 1}
            empty:
            version: 2
            難度: 3
            code: 0123
            password: secret
            numbers: 7
            maybe-day: 20210918
            related: [b.md, '[[c]]']
            """);
        Write("b.md", """
            Rating: 4.5
            readingLevel: low
            flag: off
            when: 2021-09-19
            day: 18 Sep 2021
            link: about it
            next-part: c
            mixed: four
            data: text
            numbers: [1, 2]
            ambiguous: 01/02/2026
            quoted: "4.5"
            """);
        Write("c.md", "rating: 3\nreading_level: ''\n");

        Approved.Check(ProposalText.Of(FieldInference.Of(Options(_folder.Path), TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void A_key_that_a_field_reads_where_it_can_is_not_proposed_for_the_values_that_it_cannot_read()
    {
        Write("a.md", """
            date: sometime soon
            updated: 01/02/2026
            layout: strange
            lang: 12345
            author: {role: x}
            comments: what
            permalink: {a: 1}
            draft: [maybe]
            subtitle: Long
            summary: {a: 1}
            """);
        Write("b.md", """
            date: 2026-01-31
            layout: post
            lang: en
            description: D
            subtitle:
            summary: S
            created: 2021-09-18
            part: 1
            """);
        Write("c.md", """
            date: 2026-01-31
            description: D
            subtitle: Short
            created: 2021-09-18
            """);

        var inference = FieldInference.Of(Options(_folder.Path), TestContext.Current.CancellationToken);

        Assert.Equal(["created: LocalDate 2", "part: Int 1"], Lines(inference.Fields.Where(x => x.Type is not null)));
        Assert.Equal(
            ["subtitle:  2", "author:  1", "comments:  1", "date:  1", "draft:  1", "lang:  1", "layout:  1", "permalink:  1", "summary:  1", "updated:  1"],
            Lines(inference.Fields.Where(x => x.Type is null)));
        Assert.All(inference.Fields.Where(x => x.Type is null), x => Assert.StartsWith("articles have a field that reads it", x.Reason, StringComparison.Ordinal));

        static IEnumerable<string> Lines(IEnumerable<InferredField> fields) => fields.Select(x => $"{x.Key}: {x.Type} {x.Files}");
    }

    [Fact]
    public async Task Its_block_can_be_read_also_when_there_is_nothing_to_propose()
    {
        Write("a.md", "tags: [a]");

        var run = await CommandRun.OfAsync("infer", _folder.Path);

        Assert.Equal(new CommandRun(0, "# Keys of 1 article that have no field of their own. Put what you need into contentapi.yaml.\nfields: {}\n", ""), run);
        await File.WriteAllTextAsync(_folder[ContentSettings.FileName], run.Output, TestContext.Current.CancellationToken);
        Assert.Empty(ContentSettings.Read(_folder.Path).Fields);
    }

    [Fact]
    public async Task Files_with_mistakes_are_counted_and_a_folder_without_files_is_refused()
    {
        Assert.Equal((2, ""), await CommandRun.OfAsync("infer", _folder.Path) is var empty ? (empty.ExitCode, empty.Output) : default);
        Assert.Equal(2, (await CommandRun.OfAsync("infer", _folder["none"])).ExitCode);

        Write("a.md", "rating: 4");
        await File.WriteAllBytesAsync(_folder["b.md"], [0x2D, 0xE9], TestContext.Current.CancellationToken);
        var run = await CommandRun.OfAsync("infer", _folder.Path);

        Assert.Equal((1, "1 file could not be read, and may have other keys; an import says why.\n"), (run.ExitCode, run.Error));
        Assert.Contains("  rating: Int\n", run.Output, StringComparison.Ordinal);
    }

    // Whatever is proposed fits: an import with all of it finds nothing that one without it does not find.
    [Theory]
    [InlineData("samples/content")]
    [InlineData("seed")]
    [InlineData("hexo-site")]
    [InlineData("jekyll")]
    [InlineData("rust-blog")]
    [InlineData("golang")]
    [InlineData("digitalgov")]
    public async Task The_proposal_for_real_content_is_imported_without_a_finding(string name)
    {
        var folder = _folder["site"];
        CopyTo(folder, name.Contains('/') ? Path.Combine(RepositoryFiles.Root, name) : Path.Combine(RepositoryFiles.Corpus, name));
        await using var database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        var importer = new ContentImporter(new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero)));
        var options = Options(folder) with { ConnectionString = database.ConnectionString };
        var before = await importer.ImportAsync(options, progress: null, TestContext.Current.CancellationToken);
        var inference = FieldInference.Of(options, TestContext.Current.CancellationToken);
        Assert.Equal((before.Created, before.Failed), (inference.Files, inference.Failed));

        var settings = Path.Combine(folder, ContentSettings.FileName);
        var own = File.Exists(settings) ? string.Concat((await File.ReadAllTextAsync(settings, TestContext.Current.CancellationToken)).Split("\nfields:")[0].TrimEnd(), "\n") : "";
        await File.WriteAllTextAsync(settings, own + ProposalText.Of(inference), TestContext.Current.CancellationToken);
        var after = await importer.ImportAsync(options, progress: null, TestContext.Current.CancellationToken);

        Assert.Equal(inference.Fields.Where(field => field.Type is not null).Select(field => $"{field.Key}: {field.Type}"), ContentSettings.Read(folder).Fields.Select(field => $"{field.Key}: {field.Type}"));
        Assert.Equal(inference.Fields.Any(field => field.Type is not null) ? before.Created : 0, after.Updated);
        Assert.Equal(before.Diagnostics.Select(x => x.ToString()), after.Diagnostics.Select(x => x.ToString()));
    }

    private void Write(string name, string keys) => File.WriteAllText(_folder[name], $"---\ntitle: {name}\n{keys.TrimEnd()}\n---\n");

    private static ImportOptions Options(string folder) => new() { Folder = folder, ConnectionString = "" };

    private static void CopyTo(string target, string source)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var path = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Copy(file, path);
        }
    }
}
