using ContentApi.Importer.Sources;
using ContentApi.Importer.Writing;
using ContentApi.Importer.Tests.Support;

namespace ContentApi.Importer.Tests.Sources;

/// <summary>Repositories, from one import to the next.</summary>
public sealed class GitTests : IAsyncLifetime
{
    private readonly TestRepository _repository = new();
    private Site _site = null!;

    public async ValueTask InitializeAsync() => _site = await Site.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _repository.Dispose();
    }

    [Fact]
    public async Task Every_article_has_the_commit_that_it_was_read_from()
    {
        _repository.Write("a.md", "A");
        _repository.Write("b.md", "B");
        var first = _repository.Commit();
        var created = await ImportAsync(_repository.Bare);
        _repository.Write("b.md", "B again");
        var second = _repository.Commit();

        var report = await ImportAsync(_repository.Bare);

        Assert.Equal(("created 2", "updated 1 unchanged 1"), (created.Counts(), report.Counts()));
        Assert.Equal($"a.md|{first}\nb.md|{second}", await _site.QueryAsync("select file_path, commit from article order by 1"));
        Assert.Equal($"blog|{_repository.Bare}|{report.Folder}", await _site.QueryAsync("select name, address, root from source"));
        Assert.Equal(1, created.ContentVersion);
        Assert.Equal(2, (await ImportAsync(_repository.Bare)).ContentVersion);
    }

    [Fact]
    public async Task Only_files_that_a_commit_changed_are_written_again()
    {
        foreach (var name in (string[])["a.md", "posts/c.md", "posts/中.md", "old/d.md"])
            _repository.Write(name, name);
        _repository.Write("b.md", "B");
        File.CreateSymbolicLink(_repository["link.md"], "b.md");
        _repository.Commit();
        var first = (await ImportAsync(_repository.Bare)).Folder;
        File.SetLastWriteTimeUtc(Path.Combine(first, "a.md"), DateTime.UnixEpoch);
        var before = Files(first);
        _repository.Write("b.md", "B again");
        _repository.Git("rm", "--quiet", "-r", "old");
        _repository.Commit();

        var report = await ImportAsync(_repository.Bare);

        Assert.Equal("updated 2 unchanged 3", report.Counts());   // one by the link
        Assert.NotEqual(first, report.Folder);
        Assert.Equal(before, Files(first));
        var after = Files(report.Folder);
        Assert.Equal(["a.md", "b.md", "link.md", "posts/c.md", "posts/中.md"], after.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["a.md", "b.md", "link.md"], after.Where(x => x.Value != before[x.Key]).Select(x => x.Key).Order(StringComparer.Ordinal));   // a.md was meddled with, links are made anew
        Assert.Equal("a.md", File.ReadAllText(Path.Combine(report.Folder, "a.md")));

        static Dictionary<string, (DateTime, string?, string)> Files(string folder) => new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).ToDictionary(
            x => Path.GetRelativePath(folder, x.FullName), x => (x.LastWriteTimeUtc, x.LinkTarget, x.LinkTarget is null ? File.ReadAllText(x.FullName) : ""));
    }

    [Fact]
    public async Task A_renamed_file_keeps_its_id()
    {
        _repository.Write("a.md", "A");
        _repository.Write("b.md", "B");
        _repository.Commit();
        await ImportAsync(_repository.Bare);
        var id = await _site.QueryAsync("select id from article where file_path = 'a.md'");
        _repository.Git("mv", "a.md", "c.md");
        _repository.Commit();

        Assert.Equal("unchanged 1 renamed 1", (await ImportAsync(_repository.Bare, o => o with { Prune = true })).Counts());
        Assert.Equal(id, await _site.QueryAsync("select id from article where file_path = 'c.md'"));
    }

    [Fact]
    public async Task Branches_tags_and_commits_are_named_behind_the_address()
    {
        _repository.Write("a.md", "---\ntitle: first\n---\n");
        var first = _repository.Commit();
        _repository.Git("tag", "light");
        _repository.Git("tag", "--annotate", "--message=x", "v1.0");
        _repository.Git("push", "--quiet", "--tags", "origin");
        _repository.Git("checkout", "--quiet", "-b", "fix/title");
        _repository.Write("a.md", "---\ntitle: fixed\n---\n");
        var fixedCommit = _repository.Commit();
        _repository.Git("checkout", "--quiet", "main");
        _repository.Write("a.md", "---\ntitle: newest\n---\n");
        var newest = _repository.Commit();

        Assert.Equal($"newest|{newest}", await TitleOfAsync(_repository.Bare));
        foreach (var (reference, expected) in ((string, string)[])
            [("fix/title", $"fixed|{fixedCommit}"), ("light", $"first|{first}"), ("v1.0", $"first|{first}"), (first, $"first|{first}"), ("refs/heads/main", $"newest|{newest}"), (fixedCommit, $"fixed|{fixedCommit}")])
        {
            Assert.Equal((reference, expected), (reference, await TitleOfAsync($"{_repository.Bare}#{reference}")));
        }
    }

    [Fact]
    public async Task A_branch_whose_history_was_replaced_is_followed()
    {
        _repository.Write("a.md", "---\ntitle: old\n---\n");
        _repository.Commit();
        await ImportAsync(_repository.Bare);
        _repository.Git("checkout", "--quiet", "--orphan", "other");
        _repository.Write("a.md", "---\ntitle: new\n---\n");
        var commit = _repository.Commit();
        _repository.Git("branch", "--force", "main", "other");
        _repository.Push();

        await ImportAsync(_repository.Bare);

        Assert.Equal($"new|{commit}", await _site.QueryAsync("select title, commit from article"));
    }

    [Fact]
    public async Task A_folder_of_a_repository_is_read_as_that_folder_would_be()
    {
        _repository.Write("hugo.toml", "title = 'Tea'\n");
        _repository.Write("notes.md", "N");
        _repository.Write("sites/content/a.md", "A");
        _repository.Write("sites/hugo.toml", "title = 'Green tea'\n");
        _repository.Commit();

        var report = await ImportAsync($"{_repository.Bare}#main:sites/content");

        Assert.Equal(("content", "hugo", "created 1"), (report.Source, report.Dialect, report.Counts()));
        Assert.Equal("a.md|Green tea", await _site.QueryAsync("select file_path, s.title from article, source s"));
        Assert.Equal($"{_repository.Bare}#main:sites/content", await _site.QueryAsync("select address from source"));
    }

    [Fact]
    public async Task A_work_tree_is_a_folder_until_a_branch_is_named()
    {
        _repository.Write("a.md", "---\ntitle: committed\n---\n");
        _repository.Commit();
        _repository.Write("a.md", "---\ntitle: saved\n---\n");

        await ImportAsync(_repository.Work);
        Assert.Equal("saved|", await _site.QueryAsync("select title, commit from article"));
        await ImportAsync($"{_repository.Work}#main", o => o with { SourceName = "work" });
        Assert.StartsWith("committed|", await _site.QueryAsync("select title, commit from article"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repository_keeps_its_name_at_another_branch_when_it_is_given()
    {
        _repository.Write("a.md", "A");
        _repository.Commit();
        _repository.Git("branch", "next");
        _repository.Push();
        await ImportAsync($"{_repository.Bare}#main");

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => ImportAsync($"{_repository.Bare}#next"));
        Assert.Equal($"The name 'blog' belongs to {_repository.Bare}#main; give {_repository.Bare}#next another one with --source.", refused.Message);
        Assert.Equal("unchanged 1", (await ImportAsync($"{_repository.Bare}#next", o => o with { SourceName = "blog" })).Counts());
        Assert.Equal($"{_repository.Bare}#next", await _site.QueryAsync("select address from source"));
    }

    [Fact]
    public async Task A_copy_that_is_of_no_use_is_made_again()
    {
        _repository.Write("a.md", "A");
        _repository.Commit();
        var slot = Path.GetFullPath(Path.Combine((await ImportAsync(_repository.Bare)).Folder, "../.."));
        File.WriteAllText(Path.Combine(slot, "repository/index.lock"), "");   // left by a git that was killed
        _repository.Write("b.md", "B");
        _repository.Commit();

        Assert.Equal("created 1 unchanged 1", (await ImportAsync(_repository.Bare)).Counts());
        Directory.Delete(Path.Combine(slot, "repository/objects"), recursive: true);
        Assert.Equal("unchanged 2", (await ImportAsync(_repository.Bare)).Counts());
        Assert.Equal(["lock", "repository"], Directory.GetFileSystemEntries(slot).Select(x => Path.GetFileName(x)!).Where(x => !x.Contains('-')).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Files_are_the_bytes_of_their_blobs_whatever_the_repository_says_of_them()
    {
        _repository.Write("crlf.md", "A\n");
        _repository.Write("utf16.md", "B\n");
        _repository.Write("ident.md", "$Id$\n");
        _repository.Write("stored.md", "version https://git-lfs.github.com/spec/v1\n");
        _repository.Commit();
        _repository.Write(".gitattributes", "crlf.md text eol=crlf\nutf16.md working-tree-encoding=UTF-16\nident.md ident\nstored.md filter=lfs\n");
        _repository.Git("add", ".gitattributes");
        _repository.Git("commit", "--quiet", "--message=x");
        _repository.Push();

        var folder = (await ImportAsync(_repository.Bare)).Folder;

        Assert.Equal("A\n|B\n|$Id$\n|version https://git-lfs.github.com/spec/v1\n", string.Join('|', ((string[])["crlf", "utf16", "ident", "stored"]).Select(x => File.ReadAllText(Path.Combine(folder, $"{x}.md")))));
    }

    [Fact]
    public async Task The_blob_of_every_file_is_known_but_of_links()
    {
        _repository.Write("posts/a b\t\"1\".md", "A");
        _repository.Write("posts/中.md", "B");
        File.CreateSymbolicLink(_repository["posts/link.md"], "中.md");
        var commit = _repository.Commit();

        using var source = await MaterializeAsync($"{_repository.Bare}#:posts");

        Assert.Equal((commit, false), (source.Commit, source.TrustsTimes));
        Assert.Equal(
            new Dictionary<string, string> { ["a b\t\"1\".md"] = _repository.Git("rev-parse", "HEAD:posts/a b\t\"1\".md"), ["中.md"] = _repository.Git("rev-parse", "HEAD:posts/中.md") },
            source.BlobIds);
    }

    [Fact]
    public async Task Links_that_lead_out_of_a_repository_are_not_followed()
    {
        _repository.Write("a.md", "A");
        File.CreateSymbolicLink(_repository["passwords.md"], "/etc/passwd");
        File.CreateSymbolicLink(_repository["settings.md"], ".git/config");
        _repository.Commit();

        var report = await ImportAsync(_repository.Bare);

        Assert.Equal("created 1", report.Counts());
        Assert.Contains("LINK_IGNORED passwords.md:1:1", report.Findings(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_imports_of_a_repository_at_once_the_second_is_refused()
    {
        _repository.Write("a.md", "A");
        _repository.Commit();
        await using var connection = await ImportConnection.OpenAsync(_site.ConnectionString, TestContext.Current.CancellationToken);
        using (await MaterializeAsync(_repository.Bare, await CacheUse.IdentifyAsync(connection, TestContext.Current.CancellationToken)))
        {
            var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => ImportAsync(_repository.Bare));
            Assert.Equal($"Another import of {_repository.Bare} is running on this machine; try again when it has ended.", refused.Message);
        }

        Assert.Equal("created 1", (await ImportAsync(_repository.Bare)).Counts());
    }

    private async Task<string> TitleOfAsync(string address)
    {
        await ImportAsync(address, o => o with { SourceName = "blog" });
        return await _site.QueryAsync("select title, commit from article");
    }

    private Task<MaterializedSource> MaterializeAsync(string address, string database = "database") =>
        SourceMaterializer.MaterializeAsync(SourceAddress.Read(address), _repository.Cache, database, TestContext.Current.CancellationToken);

    private Task<ImportReport> ImportAsync(string address, Func<ImportOptions, ImportOptions>? change = null) => _site.ImportAsync(o =>
    {
        var options = o with { Folder = address, CacheFolder = _repository.Cache };
        return change is null ? options : change(options);
    });
}
