using ContentApi.Importer.Tests.Support;

namespace ContentApi.Importer.Tests;

/// <summary>Cases of files and folders that one file alone cannot show, by their numbers; the others are specs of the parser.</summary>
public sealed class EdgeCaseTests
{
    [Fact]
    public async Task A30_Many_lines_without_a_fence_are_a_body()
    {
        await using var site = await Site.CreateAsync();
        site.Write("a.md", string.Concat(Enumerable.Repeat("a: b and more\n", 60_000)));

        var report = await site.ImportAsync();

        Assert.Equal((1, 0), (report.Created, report.Failed));
    }

    [Fact]
    public async Task G13_Pictures_lie_in_the_bundle_or_the_asset_folder()
    {
        await using var site = await Site.CreateAsync();
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
        site.Write("post/a.png", png);
        site.Write("post/index.md", "---\ntitle: A\n---\n![x](a.png)\n");
        site.Write("_posts/hello/b.png", png);
        site.Write("_posts/hello.md", "---\ntitle: B\n---\n![x](b.png)\n");

        await site.ImportAsync();

        Assert.Equal("_posts/hello/b.png\npost/a.png", await site.QueryAsync("select file_path from image order by file_path"));
    }

    [Fact]
    public async Task H01_Two_files_may_have_one_slug()
    {
        await using var site = await Site.CreateAsync();
        site.Write("x/about.md", "---\ntitle: X\n---\n");
        site.Write("y/about.md", "---\ntitle: Y\n---\n");

        var report = await site.ImportAsync();

        Assert.Equal("about\nabout", await site.QueryAsync("select slug from article order by file_path"));
        Assert.Equal(["DUP_SLUG"], report.Diagnostics.Select(x => x.Code));
    }

    [Fact]
    public async Task H08_H09_A_new_cover_keeps_the_id_and_the_same_file_changes_nothing()
    {
        await using var site = await Site.CreateAsync();
        site.Write("a.md", "---\ntitle: A\ncover: https://example.org/1.png\n---\n");
        await site.ImportAsync();
        var id = await site.QueryAsync("select id from article");
        site.Write("a.md", "---\ntitle: A\ncover: https://example.org/2.png\n---\n");

        var changed = await site.ImportAsync();
        var version = await site.VersionAsync();
        var same = await site.ImportAsync();

        Assert.Equal((1, id), (changed.Updated, await site.QueryAsync("select id from article")));
        Assert.Equal((1, version), (same.Unchanged, await site.VersionAsync()));
    }

    [Fact]
    public async Task H11_Names_that_differ_in_case_are_two_files()
    {
        await using var site = await Site.CreateAsync();
        site.Write("A.md", "---\ntitle: A\n---\n");
        site.Write("a.md", "---\ntitle: B\n---\n");

        Assert.Equal(2, (await site.ImportAsync()).Created);
    }

    [Fact]
    public async Task H13_What_is_no_content_is_left_out()
    {
        await using var site = await Site.CreateAsync();
        string[] others = ["README.md", "LICENSE.md", ".github/a.md", "node_modules/p/a.md", "_layouts/a.html", "_includes/a.md", "themes/t/a.md", "scaffolds/a.md", "archetypes/a.md", "public/a.html"];
        foreach (var path in others.Append("a.md"))
            site.Write(path, "---\ntitle: T\n---\n");

        await site.ImportAsync();

        Assert.Equal("a.md", await site.QueryAsync("select file_path from article"));
    }
}
