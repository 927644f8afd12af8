using System.Diagnostics;
using System.Globalization;
using ContentApi.Importer.Tests.Support;
using ContentApi.Parsing;

namespace ContentApi.Importer.Tests.Faults;

/// <summary>Files change between the listing of their folder and their reading.</summary>
public sealed class ReplacedFileTests : IAsyncLifetime
{
    private const string Victim = "posts/z.md";
    private const string Picture = "posts/z.png";

    private static readonly DateTime LongAgo = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    private readonly CancellationToken _ct = TestContext.Current.CancellationToken;
    private Site _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await Site.CreateAsync();
        Directory.CreateDirectory(_site.Beside("outside"));
        await File.WriteAllTextAsync(Outside("z.md"), "---\ntitle: Secret\n---\n", _ct);
        await File.WriteAllTextAsync(Outside("z.png"), "secret", _ct);

        // Each is a portion of its own for who reads files, so no reader is so far ahead that it has read what comes last.
        for (var i = 0; i < 20 + Environment.ProcessorCount; i++)
        {
            await using var large = File.Create(_site[string.Create(CultureInfo.InvariantCulture, $"a{i:0000}.md")]);
            large.SetLength(ArticleParser.MaxBytes + 1);
        }
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    public static TheoryData<bool, string> Replacements => new(
        from isFirst in (bool[])[true, false]
        from how in (string[])["deleted", "emptied", "folder", "link", "linked folder", "pipe"]
        select (isFirst, how));

    [Theory]
    [MemberData(nameof(Replacements))]
    public async Task An_article_stays_when_something_else_is_in_the_place_of_its_file(bool isFirst, string how)
    {
        var before = await SetAsync(isFirst);

        var report = await ImportAsync(() => Replace(Victim, how));

        Assert.Equal($"UNREADABLE {Victim}:1:1", FindingsOf(report));
        Assert.Equal(before, await TitlesAsync());
        await AssertHealsAsync(isFirst);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_article_stays_when_its_file_grows_too_large(bool isFirst)
    {
        var before = await SetAsync(isFirst);

        var report = await ImportAsync(() =>
        {
            using var file = File.OpenWrite(_site[Victim]);
            file.SetLength(ArticleParser.MaxBytes + 1);
        });

        Assert.Equal($"TOO_LARGE {Victim}:1:1", FindingsOf(report));
        Assert.Equal(before, await TitlesAsync());
        await AssertHealsAsync(isFirst);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_article_stays_when_its_file_may_not_be_read_any_more(bool isFirst)
    {
        var before = await SetAsync(isFirst);

        var report = await ImportAsync(() => File.SetUnixFileMode(_site[Victim], UnixFileMode.None));

        // Nothing is closed to root.
        var isRoot = Environment.IsPrivilegedProcess;
        Assert.Equal(isRoot ? "" : $"UNREADABLE {Victim}:1:1", FindingsOf(report));
        Assert.Equal(isRoot ? "New" : before, await TitlesAsync());
        File.SetUnixFileMode(_site[Victim], UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await AssertHealsAsync(isFirst: isFirst && !isRoot);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_that_changes_before_it_is_read_gives_what_it_holds_then(bool isFirst)
    {
        await SetAsync(isFirst);

        await ImportAsync(() => _site.Write(Victim, "---\ntitle: Newer\n---\n"));

        Assert.Equal("Newer", await TitlesAsync());
        await AssertHealsAsync(isFirst: false);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_that_changes_after_it_was_read_is_read_again_by_the_next_import(bool isFirst)
    {
        await SetAsync(isFirst);
        var files = Directory.GetFiles(_site.Folder, "*.md", SearchOption.AllDirectories).Length;

        await ImportAsync(() => _site.Write(Victim, "---\ntitle: New\n---\n![](z.pgn)\n"), files);

        Assert.Equal("New", await TitlesAsync());
        await AssertHealsAsync(isFirst: false);
    }

    [Theory]
    [MemberData(nameof(Replacements))]
    public async Task A_picture_that_is_replaced_is_missed(bool isFirst, string how)
    {
        await SetAsync(isFirst);

        var report = await ImportAsync(() => Replace(Picture, how));

        // With its folder the article is behind the link too.
        Assert.Equal(how == "linked folder" ? $"UNREADABLE {Victim}:1:1" : $"MISSING_IMAGE {Victim}:4:1", FindingsOf(report));
        await AssertHealsAsync(isFirst: isFirst && how == "linked folder");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_picture_that_changes_is_never_taken_for_unchanged(bool isFirst)
    {
        await SetAsync(isFirst);

        await ImportAsync(() => _site.Write(Picture, "other"));
        Assert.Equal("5", await _site.QueryAsync("select byte_size from image"));

        _site.Write(Picture, "again!");
        await _site.ImportAsync();
        Assert.Equal("6", await _site.QueryAsync("select byte_size from image"));
    }

    private string Outside(string name) => Path.Combine(_site.Beside("outside"), name);

    /// <returns>The titles that are stored.</returns>
    private async Task<string> SetAsync(bool isFirst)
    {
        if (!isFirst)
        {
            Write("Old", "old", LongAgo);
            await _site.ImportAsync();
        }

        Write("New", "new!", LongAgo.AddDays(1));
        return isFirst ? "" : "Old";
    }

    private void Write(string title, string picture, DateTime modified)
    {
        _site.Write(Victim, $"---\ntitle: {title}\n---\n![](z.png)\n");
        _site.Write(Picture, picture);
        File.SetLastWriteTimeUtc(_site[Victim], modified);
        File.SetLastWriteTimeUtc(_site[Picture], modified);
    }

    // The clock is ahead of the files' times, so that they are trusted as far as they ever are.
    private async Task<ImportReport> ImportAsync(Action change, int after = 1)
    {
        using var gate = new Gate(after);
        var options = new ImportOptions { Folder = _site.Folder, ConnectionString = _site.ConnectionString, Prune = true, ForcePrune = true };
        _site.Clock.SetUtcNow(TimeProvider.System.GetUtcNow().AddHours(1));
        var import = Task.Run(() => new ContentImporter(_site.Clock).ImportAsync(options, gate, _ct), _ct);
        await gate.ReachAsync(import);
        change();
        gate.Open();
        var report = await import;
        _site.Clock.Advance(TimeSpan.FromSeconds(1));
        return report;
    }

    private void Replace(string path, string how)
    {
        if (how == "linked folder")
        {
            Directory.Delete(_site["posts"], recursive: true);
            Directory.CreateSymbolicLink(_site["posts"], _site.Beside("outside"));
            return;
        }

        _site.Delete(path);
        if (how == "emptied")
            _site.Write(path, "");
        else if (how == "folder")
            Directory.CreateDirectory(_site[path]);
        else if (how == "link")
            File.CreateSymbolicLink(_site[path], Outside(Path.GetFileName(path)));
        else if (how == "pipe")
            MakePipe(_site[path]);
    }

    private static void MakePipe(string path)
    {
        using var make = Process.Start("mkfifo", [path]);
        make.WaitForExit();
        Assert.Equal(0, make.ExitCode);
    }

    private Task<string> TitlesAsync() => _site.QueryAsync("select title from article");

    private static string FindingsOf(ImportReport report) =>
        string.Join('\n', report.Diagnostics.Where(x => !x.Path.StartsWith('a')).Select(x => $"{x.Code} {x.Path}:{x.Line}:{x.Column}"));

    // Nothing of what lies outside is stored, and when the files are there again they are imported, once.
    private async Task AssertHealsAsync(bool isFirst)
    {
        Assert.Equal("0", await _site.QueryAsync("select count(*) from article where title = 'Secret'"));
        Assert.Equal("0", await _site.QueryAsync($"select count(*) from image where byte_size = {"secret".Length}"));
        var posts = new DirectoryInfo(_site["posts"]);
        posts.Delete(recursive: posts.LinkTarget is null);
        Write("Mended", "mended!", LongAgo.AddDays(2));
        Assert.Equal(isFirst ? (1, 0) : (0, 1), Changes(await _site.ImportAsync()));
        Assert.Equal("Mended|7", await _site.QueryAsync("select article.title, byte_size from article join article_image on article_id = article.id join image on image.id = image_id"));
        Assert.Equal((0, 0), Changes(await _site.ImportAsync()));
    }

    private static (int Created, int Updated) Changes(ImportReport report) => (report.Created, report.Updated);
}
