using ContentApi.Importer.Tests.Support;

namespace ContentApi.Importer.Tests;

/// <summary>Who knows the former path of an article is led to the present one.</summary>
public sealed class RedirectTests : IAsyncLifetime
{
    private const string Redirects = "select r.path, a.path from article_redirect r join article a on a.id = r.article_id order by r.path";

    private Site _site = null!;

    public async ValueTask InitializeAsync() => _site = await Site.CreateAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_renamed_file_keeps_its_id_and_leaves_a_redirect()
    {
        _site.Write("old.md", "one");
        await _site.ImportAsync();
        var id = await _site.QueryAsync("select id from article");

        _site.Move("old.md", "new.md");
        var report = await _site.ImportAsync();

        Assert.Equal("renamed 1", report.Counts());
        Assert.Equal($"{id}|/new", await _site.QueryAsync("select id, path from article"));
        Assert.Equal("/old|/new", await _site.QueryAsync(Redirects));
    }

    [Fact]
    public async Task A_file_that_is_renamed_and_edited_keeps_its_id_by_the_address_that_it_asks_for()
    {
        _site.Write("old.md", "---\npermalink: /here/\n---\none");
        await _site.ImportAsync();
        var id = await _site.QueryAsync("select id from article");

        _site.Delete("old.md");
        _site.Write("deep/new.md", "---\npermalink: /here/\n---\ntwo");
        var report = await _site.ImportAsync();

        Assert.Equal("renamed 1", report.Counts());
        Assert.Equal($"{id}|/here", await _site.QueryAsync("select id, path from article"));
        Assert.Equal("", await _site.QueryAsync(Redirects));
    }

    [Fact]
    public async Task Another_permalink_leaves_a_redirect_and_every_former_path_leads_to_the_last_one()
    {
        foreach (var path in (string[])["/one", "/two", "/three"])
        {
            _site.Write("a.md", $"---\npermalink: {path}\n---\n");
            await _site.ImportAsync();
        }

        Assert.Equal("/one|/three\n/two|/three", await _site.QueryAsync(Redirects));
    }

    [Fact]
    public async Task A_path_that_an_article_has_again_redirects_no_more()
    {
        foreach (var path in (string[])["/one", "/two", "/one"])
        {
            _site.Write("a.md", $"---\npermalink: {path}\n---\n");
            await _site.ImportAsync();
        }

        Assert.Equal("/two|/one", await _site.QueryAsync(Redirects));
        _site.Write("b.md", "---\npermalink: /two\n---\n");
        await _site.ImportAsync();
        Assert.Equal("", await _site.QueryAsync(Redirects));
    }

    [Fact]
    public async Task Articles_that_change_places_leave_no_redirects()
    {
        _site.Write("a.md", "---\npermalink: /one\n---\na");
        _site.Write("b.md", "---\npermalink: /two\n---\nb");
        await _site.ImportAsync();

        _site.Write("a.md", "---\npermalink: /two\n---\na");
        _site.Write("b.md", "---\npermalink: /one\n---\nb");
        await _site.ImportAsync();

        Assert.Equal("a.md|/two\nb.md|/one", await _site.QueryAsync("select file_path, path from article order by 1"));
        Assert.Equal("", await _site.QueryAsync(Redirects));
    }

    [Fact]
    public async Task Redirects_go_with_their_article()
    {
        _site.Write("a.md", "---\npermalink: /one\n---\n");
        _site.Write("b.md", "b");
        await _site.ImportAsync();
        _site.Write("a.md", "---\npermalink: /two\n---\n");
        await _site.ImportAsync();

        _site.Delete("a.md");
        await _site.ImportAsync(o => o with { ForcePrune = true });

        Assert.Equal("0", await _site.QueryAsync("select count(*) from article_redirect"));
    }
}
