using ContentApi.Importer.Sources;
using ContentApi.Importer.Tests.Support;

namespace ContentApi.Importer.Tests.Sources;

/// <summary>Archives, from one import to the next.</summary>
public sealed class ArchiveTests : IAsyncLifetime
{
    private Site _site = null!;

    public async ValueTask InitializeAsync() => _site = await Site.CreateAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("blog.zip")]
    [InlineData("blog.tar")]
    [InlineData("blog.tar.gz")]
    [InlineData("blog.tgz")]
    public async Task An_archive_is_imported_as_the_folder_that_it_holds(string name)
    {
        var archive = TestArchive.Write(_site.Beside(name), ("top/contentapi.yaml", "title: Tea\n"), ("top/posts/a.md", "A"), ("top/posts/中.md", "B"));

        var created = await ImportAsync(archive);
        TestArchive.Write(archive, ("top/contentapi.yaml", "title: Tea\n"), ("top/posts/a.md", "B"), ("top/posts/中.md", "B"));
        var updated = await ImportAsync(archive);
        var unchanged = await ImportAsync(archive);

        Assert.Equal(("created 2", "updated 1 unchanged 1", "unchanged 2"), (created.Counts(), updated.Counts(), unchanged.Counts()));
        Assert.Equal((1, 2, 2), (created.ContentVersion, updated.ContentVersion, unchanged.ContentVersion));
        Assert.Equal($"blog|{archive}|{updated.Folder}|Tea", await _site.QueryAsync("select name, address, root, title from source"));
        Assert.Equal("posts/a.md|\nposts/中.md|", await _site.QueryAsync("select file_path, commit from article order by 1"));
        Assert.Equal("B", await File.ReadAllTextAsync(Path.Combine(updated.Folder, "posts/a.md"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("site/a.md", "other/b.md", "other/b.md site/a.md")]
    [InlineData("site/a.md", "b.md", "b.md site/a.md")]
    [InlineData("./a.md", ".//posts/./b.md", "a.md posts/b.md")]
    [InlineData("site/posts/a.md", "site/posts/b.md", "posts/a.md posts/b.md")]
    [InlineData("site/a.md", "__MACOSX/site/._a.md", "a.md")]
    public async Task A_single_folder_that_holds_everything_is_left_out_of_the_paths(string first, string second, string paths)
    {
        await ImportAsync(TestArchive.Write(_site.Beside("blog.zip"), (first, "A"), (second, "B")));

        Assert.Equal(paths, await _site.QueryAsync("select string_agg(file_path, ' ' order by file_path) from article"));
    }

    [Fact]
    public async Task The_name_of_that_folder_tells_of_its_tool()
    {
        var report = await ImportAsync(TestArchive.Write(_site.Beside("blog.zip"), ("source/_posts/a.md", "A"), ("source/_drafts/b.md", "B")));

        Assert.Equal("hexo", report.Dialect);
    }

    [Fact]
    public async Task Archives_of_programs_are_read()
    {
        foreach (var (name, program, arguments) in (ReadOnlySpan<(string, string, string[])>)
            [("a.zip", "zip", ["-qr"]), ("a.tgz", "tar", ["czf"]), ("b.tar", "tar", ["--format=gnu", "-cf"]), ("c.tar", "tar", ["--format=v7", "-cf"]), ("d.tar", "tar", ["--format=ustar", "-cf"])])
        {
            Make(name, program, arguments);
        }

        foreach (var name in (string[])["a.zip", "a.tgz", "b.tar", "c.tar", "d.tar"])
        {
            var report = await ImportAsync(_site.Beside(name), o => o with { SourceName = name });
            Assert.Equal((name, "created 2"), (name, report.Counts()));
            Assert.Equal(["a.md", "b/c.md"], Directory.GetFiles(report.Folder, "*.md", SearchOption.AllDirectories).Select(x => Path.GetRelativePath(report.Folder, x)).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task An_archive_that_git_made_is_read()
    {
        using var repository = new TestRepository();
        repository.Write("a.md", "A");
        repository.Commit();
        foreach (var name in (string[])["a.zip", "b.tar.gz"])
        {
            repository.Git("archive", $"--output={_site.Beside(name)}", "--prefix=blog-1234567/", "HEAD");
            Assert.Equal((name, "created 1"), (name, (await ImportAsync(_site.Beside(name))).Counts()));
        }
    }

    [Fact]
    public async Task What_is_unpacked_is_of_its_user_alone()
    {
        var folder = (await ImportAsync(TestArchive.Write(_site.Beside("blog.zip"), ("a.md", "A")))).Folder;

        var slot = Path.GetFullPath(Path.Combine(folder, "../.."));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(slot));
    }

    [Fact]
    public async Task A_refused_archive_leaves_what_the_last_import_unpacked()
    {
        var archive = TestArchive.Write(_site.Beside("blog.zip"), ("a.md", "A"));
        var folder = (await ImportAsync(archive)).Folder;
        var slot = Path.GetFullPath(Path.Combine(folder, "../.."));
        var before = Directory.GetFileSystemEntries(slot, "*", SearchOption.AllDirectories);
        TestArchive.Write(archive, ("a.md", "A again"), ("../b.md", "B"));

        await Assert.ThrowsAsync<ImportRefusedException>(() => ImportAsync(archive));

        Assert.Equal("A", await File.ReadAllTextAsync(Path.Combine(folder, "a.md"), TestContext.Current.CancellationToken));
        Assert.Equal(before, Directory.GetFileSystemEntries(slot, "*", SearchOption.AllDirectories));
        Assert.Equal("unchanged 1", (await ImportAsync(TestArchive.Write(archive, ("a.md", "A")))).Counts());
    }

    [Fact]
    public async Task An_archive_that_was_unpacked_before_is_not_unpacked_again()
    {
        var archive = TestArchive.Write(_site.Beside("blog.zip"), ("a.md", "A"), ("b.md", "B"));
        var folder = (await ImportAsync(archive)).Folder;
        var before = File.GetLastWriteTimeUtc(Path.Combine(folder, "a.md"));

        var report = await ImportAsync(archive);

        Assert.Equal((folder, "unchanged 2", before), (report.Folder, report.Counts(), File.GetLastWriteTimeUtc(Path.Combine(folder, "a.md"))));
    }

    [Fact]
    public async Task Two_archives_of_one_name_are_not_taken_for_each_other()
    {
        Directory.CreateDirectory(_site.Beside("other"));
        var first = TestArchive.Write(_site.Beside("blog.zip"), ("a.md", "A"));
        var second = TestArchive.Write(_site.Beside("other/blog.zip"), ("b.md", "B"));
        await ImportAsync(first);

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => ImportAsync(second, o => o with { SourceName = "blog" }));
        Assert.Equal($"The name 'blog' belongs to {first}; give {second} another one with --source.", refused.Message);
        File.Delete(first);
        Assert.Equal("created 1", (await ImportAsync(second, o => o with { SourceName = "blog" })).Counts());
    }

    [Fact]
    public async Task An_archive_without_an_article_is_told_by_its_own_name()
    {
        var archive = TestArchive.Write(_site.Beside("blog.zip"), ("notes.txt", "A"));

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => ImportAsync(archive));

        Assert.StartsWith($"There is nothing to import in {archive}: no file in it ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cache_that_cannot_be_written_is_told()
    {
        var archive = TestArchive.Write(_site.Beside("blog.zip"), ("a.md", "A"));
        _site.Write("file", "no folder");

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => _site.ImportAsync(o => o with { Folder = archive, CacheFolder = _site["file"] }));

        Assert.StartsWith($"{archive} cannot be unpacked into {_site["file"]}: ", refused.Message, StringComparison.Ordinal);
        Assert.EndsWith(". Name a folder for it in CONTENTAPI_CACHE.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_times_in_an_archive_say_nothing()
    {
        var archive = TestArchive.Write(_site.Beside("blog.zip"), ("a.md", "A"));

        using var source = await SourceMaterializer.MaterializeAsync(SourceAddress.Read(archive), _site.Beside("cache"), "database", TestContext.Current.CancellationToken);

        Assert.Equal((false, null, null), (source.TrustsTimes, source.Commit, source.BlobIds));
    }

    private void Make(string name, string program, string[] arguments)
    {
        _site.Write("a.md", "A");
        _site.Write("b/c.md", "C");
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(program, [.. arguments, _site.Beside(name), Site.Name]) { WorkingDirectory = Path.GetDirectoryName(_site.Folder) })!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    private Task<ImportReport> ImportAsync(string archive, Func<ImportOptions, ImportOptions>? change = null) => _site.ImportAsync(o =>
    {
        var options = o with { Folder = archive, CacheFolder = _site.Beside("cache") };
        return change is null ? options : change(options);
    });
}
