using ContentApi.Importer.Tests.Support;
using ContentApi.Parsing;

namespace ContentApi.Importer.Tests;

public sealed class LinkTests
{
    [Fact]
    public async Task A_link_leads_to_the_path_of_the_other_article_whichever_is_read_first()
    {
        await using var site = await Site.CreateAsync();
        site.Write("a/one.md", "---\ntitle: One\n---\n[two](../b/two.md#part)\n");
        site.Write("b/two.md", "---\ntitle: Two\npermalink: /2nd/\n---\n<p><a href=\"../a/one.md\">one</a></p>\n");

        var report = await site.ImportAsync();

        Assert.Equal(("created 2", ""), (report.Counts(), report.Findings()));
        Assert.Equal("a/one.md|<p><a href=\"/2nd#part\">two</a></p>\nb/two.md|<p><a href=\"/a/one\">one</a></p>", await HtmlAsync(site));
        Assert.Equal("unchanged 2", (await site.ImportAsync()).Counts());
        Assert.Equal(1, await site.VersionAsync());
    }

    [Fact]
    public async Task An_article_is_made_again_when_the_path_of_its_target_changes()
    {
        await using var site = await Site.CreateAsync();
        site.Write("one.md", "---\ntitle: One\n---\n[two](two.md)\n");
        site.Write("two.md", "---\ntitle: Two\n---\nB\n");
        await site.ImportAsync();
        site.Write("two.md", "---\ntitle: Two\npermalink: /new/\n---\nB\n");

        var report = await site.ImportAsync();

        Assert.Equal("updated 2", report.Counts());
        Assert.Equal("one.md|<p><a href=\"/new\">two</a></p>\ntwo.md|<p>B</p>", await HtmlAsync(site));
        Assert.Equal("unchanged 2", (await site.ImportAsync()).Counts());
    }

    [Fact]
    public async Task A_link_dies_with_its_target_and_comes_back_with_it()
    {
        await using var site = await Site.CreateAsync();
        site.Write("one.md", "---\ntitle: One\n---\nA [two](two.md)\n");
        site.Write("two.md", "---\ntitle: Two\n---\nB\n");
        await site.ImportAsync();
        site.Delete("two.md");

        var without = await site.ImportAsync(o => o with { Prune = true });

        Assert.Equal(("updated 1 removed 1", "DEAD_LINK one.md:4:3"), (without.Counts(), without.Findings()));
        Assert.Equal("one.md|<p>A <a href=\"two.md\">two</a></p>", await HtmlAsync(site));

        site.Write("two.md", "---\ntitle: Two\n---\nC\n");
        var with = await site.ImportAsync();

        Assert.Equal(("created 1 updated 1", ""), (with.Counts(), with.Findings()));
        Assert.Equal("one.md|<p>A <a href=\"/two\">two</a></p>\ntwo.md|<p>C</p>", await HtmlAsync(site));
    }

    [Fact]
    public async Task A_dead_link_is_shown_with_what_may_have_been_meant()
    {
        await using var site = await Site.CreateAsync();
        site.Write("one.md", "---\ntitle: One\n---\n[x](nxet.md) [y](sub/other.md)\n");
        site.Write("next.md", "---\ntitle: N\n---\nB\n");
        site.Write("deep/other.md", "---\ntitle: O\n---\nB\n");

        var report = await site.ImportAsync();

        Assert.Equal("DEAD_LINK one.md:4:1\nDEAD_LINK one.md:4:14", report.Findings());
        Assert.Equal(["Did you mean 'next.md'?", "Did you mean 'deep/other.md'?"], report.Diagnostics.Select(x => x.Hint));
        Assert.Equal("[x](nxet.md) [y](sub/other.md)", await site.QueryAsync("select distinct snippet from diagnostic"));
    }

    [Fact]
    public async Task A_file_that_gives_no_article_is_no_target()
    {
        await using var site = await Site.CreateAsync();
        site.Write("one.md", "---\ntitle: One\n---\n[bad](bad.md)\n");
        site.Write("bad.md", $"---\ntitle: Bad\n---\n{string.Concat(Enumerable.Repeat("> ", 10_000))}\n");

        var report = await site.ImportAsync();

        Assert.Equal("created 1 failed 1", report.Counts());
        Assert.Equal("BODY_LIMIT bad.md:4:1\nDEAD_LINK one.md:4:1", report.Findings());
        Assert.Equal("one.md|<p><a href=\"bad.md\">bad</a></p>", await HtmlAsync(site));
    }

    [Fact]
    public async Task A_link_follows_an_article_that_has_to_take_another_path()
    {
        await using var site = await Site.CreateAsync();
        site.Write("a.md", "---\ntitle: A\npermalink: /same\n---\n[b](b.md)\n");
        site.Write("b.md", "---\ntitle: B\npermalink: /same\n---\n[a](a.md)\n");

        await site.ImportAsync();

        Assert.Equal("a.md|<p><a href=\"/b.md\">b</a></p>\nb.md|<p><a href=\"/same\">a</a></p>", await HtmlAsync(site));
        Assert.Equal("unchanged 2", (await site.ImportAsync()).Counts());
    }

    [Fact]
    public async Task A_draft_is_a_target_too()
    {
        await using var site = await Site.CreateAsync();
        site.Write("a.md", "---\ntitle: A\n---\n[b](b.md)\n");
        site.Write("b.md", "---\ntitle: B\ndraft: true\n---\nB\n");

        Assert.Equal("", (await site.ImportAsync()).Findings());
        Assert.StartsWith("a.md|<p><a href=\"/b\">b</a></p>", await HtmlAsync(site), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Dialect.Hugo, "content/blog/a.md", "[x]({{< ref \"b.md\" >}})", "content/blog/b.md")]
    [InlineData(Dialect.Hugo, "content/blog/a.md", "[x]({{< relref \"/docs/b\" >}})", "content/docs/b.md")]
    [InlineData(Dialect.Hugo, "content/blog/a.md", "[x]({{% ref \"b\" %}})", "content/other/b/index.md")]
    [InlineData(Dialect.Hugo, "content/a.fr.md", "[x]({{< ref \"b.md\" >}})", "content/b.fr.md")]
    [InlineData(Dialect.Hugo, "content/a.md", "[x]({{< ref path=\"b.md\" lang=\"fr\" >}})", "content/b.fr.md")]
    [InlineData(Dialect.Zola, "content/a.md", "[x](@/blog/b.md)", "content/blog/b.md")]
    [InlineData(Dialect.Jekyll, "_posts/2020-01-01-a.md", "[x]({% link docs/b.md %})", "docs/b.md")]
    [InlineData(Dialect.Jekyll, "a.md", "[x]({{ site.baseurl }}{% post_url sub/2020-01-02-b %})", "_posts/sub/2020-01-02-b.md")]
    [InlineData(Dialect.Hexo, "source/_posts/a.md", "{% post_link b x %}", "source/_posts/2020/b.md")]
    [InlineData(Dialect.Obsidian, "notes/a.md", "[[B|x]]", "other/deep/b.md")]
    [InlineData(Dialect.Obsidian, "notes/a.md", "[[deep/b|x]]", "other/deep/b.md")]
    [InlineData(Dialect.Obsidian, "notes/a.md", "[x](B%20c.md)", "other/B c.md")]
    [InlineData(Dialect.Docusaurus, "docs/a.md", "[x](./b)", "docs/b.mdx")]
    [InlineData(Dialect.Docusaurus, "docs/a.md", "[x](/guide/b.md)", "docs/guide/b.md")]
    [InlineData(Dialect.Docusaurus, "blog/a.md", "[x](@site/docs/b.md)", "docs/b.md")]
    [InlineData(Dialect.Docusaurus, "docs/a.md", "[x](@site/blog/b.mdx)", "blog/b.mdx")]
    [InlineData(Dialect.Docusaurus, "docs/a.md", "[x](/docs/deep/b.md)", "docs/deep/b.md")]
    [InlineData(Dialect.Docusaurus, "docs/deep/a.md", "[x](other/b.md)", "docs/other/b.md")]
    [InlineData(Dialect.Docusaurus, "blog/2020/a.md", "[x](/b.md)", "blog/b.md")]
    [InlineData(Dialect.Docusaurus, "src/pages/a.md", "[x](/b.md)", "src/pages/b.md")]
    [InlineData(Dialect.Docusaurus, "versioned_docs/version-1.0/deep/a.md", "[x](/b.md)", "versioned_docs/version-1.0/b.md")]
    [InlineData(Dialect.Astro, "src/content/docs/guide/a.md", "[x](/guide/b.md)", "src/content/docs/guide/b.md")]
    [InlineData(Dialect.Generic, "docs/deep/a.md", "[x](/guide/b.md)", "docs/guide/b.md")]
    [InlineData(Dialect.Generic, "website/manual/a.md", "[x](/guide/b.md)", "website/guide/b.md")]
    [InlineData(Dialect.Hugo, "content/posts/a.md", "[x](/posts/b.md)", "content/posts/b.md")]
    [InlineData(Dialect.Hugo, "content/posts/a.md", "[x](../b)", "content/b.md")]
    [InlineData(Dialect.Hugo, "content/posts/a.md", "[x](/docs/b)", "content/docs/b/index.md")]
    [InlineData(Dialect.Hugo, "content/posts/a.md", "[x](/docs/b/)", "content/docs/b/_index.md")]
    [InlineData(Dialect.Hugo, "content/posts/a.md", "[x](/Docs/B)", "content/docs/b.md")]
    [InlineData(Dialect.Hugo, "content/posts/a.fr.md", "[x](b.md)", "content/posts/b.fr.md")]
    [InlineData(Dialect.Generic, "a.md", "[x](Ca%CC%88.md)", "C\u00e4.md")]
    public async Task Links_of_every_tool_find_their_file(Dialect dialect, string file, string link, string target)
    {
        await using var site = await Site.CreateAsync();
        site.Write(file, $"---\ntitle: A\n---\n{link}\n");
        site.Write(target, "---\ntitle: B\npermalink: /found\nurl: /found\npath: /found\nslug: found\n---\nB\n");

        var report = await site.ImportAsync(o => o with { Dialect = dialect });

        Assert.Equal(target, await site.QueryAsync("select target_file_path from article_link"));
        var path = await site.QueryAsync("select path from article where title = 'B'");
        Assert.Equal($"<p><a href=\"{path}\">x</a></p>", await site.QueryAsync("select html from article_body b join article a on a.id = b.article_id and a.body_hash = b.hash where title = 'A'"));
        Assert.DoesNotContain("DEAD_LINK", report.Findings(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_notes_with_one_name_the_shortest_path_counts()
    {
        await using var site = await Site.CreateAsync();
        site.Write("a.md", "---\ntitle: A\n---\n[[Note]]\n");
        site.Write("x/y/note.md", "---\ntitle: 1\n---\nB\n");
        site.Write("z/Note.md", "---\ntitle: 2\n---\nB\n");

        await site.ImportAsync(o => o with { Dialect = Dialect.Obsidian });

        Assert.Equal("z/Note.md", await site.QueryAsync("select target_file_path from article_link"));
    }

    [Theory]
    [InlineData("[x](https://e.org/b.md)")]
    [InlineData("[x](//e.org/b.md)")]
    [InlineData("[x](#b.md)")]
    [InlineData("[x](mailto:b.md)")]
    [InlineData("`[x](b.md)`")]
    public async Task What_is_no_link_to_a_file_is_left_alone(string link)
    {
        await using var site = await Site.CreateAsync();
        site.Write("a.md", $"---\ntitle: A\n---\n{link}\n");

        Assert.Equal("", (await site.ImportAsync()).Findings());
        Assert.Equal("", await site.QueryAsync("select address from article_link"));
    }

    [Theory]
    [InlineData(Dialect.Generic, "[x](built.html)")]
    [InlineData(Dialect.Hexo, "[[Nothing]]")]
    [InlineData(Dialect.Docusaurus, "[x](../route)")]
    [InlineData(Dialect.Docusaurus, "[x](pathname:///files/a.md)")]
    [InlineData(Dialect.Docusaurus, "[x](@site/static/a.pdf)")]
    [InlineData(Dialect.Hugo, "[x](/tags/b)")]
    [InlineData(Dialect.Hugo, "[x](/tags/b/)")]
    [InlineData(Dialect.Obsidian, "[[paper.pdf]]")]
    public async Task What_may_be_something_else_than_a_file_is_not_dead(Dialect dialect, string link)
    {
        await using var site = await Site.CreateAsync();
        site.Write("docs/a.md", $"---\ntitle: A\n---\n{link}\n");

        Assert.Equal("", (await site.ImportAsync(o => o with { Dialect = dialect })).Findings());
    }

    [Fact]
    public async Task A_ref_of_a_part_alone_means_the_page_itself()
    {
        await using var site = await Site.CreateAsync();
        site.Write("content/posts/_index.md", "---\ntitle: P\n---\n");
        site.Write("content/posts/a.md", "---\ntitle: A\n---\n[x]({{< ref \"#part\" >}})\n");

        Assert.Equal("", (await site.ImportAsync(o => o with { Dialect = Dialect.Hugo })).Findings());
        Assert.Equal("content/posts/a.md", await site.QueryAsync("select target_file_path from article_link"));
    }

    [Fact]
    public async Task The_content_root_of_a_file_comes_before_the_others()
    {
        await using var site = await Site.CreateAsync();
        site.Write("blog/a.md", "---\ntitle: A\n---\n[x](/b.md) [y](@site/b.md)\n");
        site.Write("b.md", "---\ntitle: B\n---\n");
        site.Write("docs/b.md", "---\ntitle: B\n---\n");
        site.Write("blog/b.md", "---\ntitle: B\n---\n");

        await site.ImportAsync(o => o with { Dialect = Dialect.Docusaurus });

        Assert.Equal("blog/b.md\nb.md", await site.QueryAsync("select target_file_path from article_link order by position"));
    }

    [Fact]
    public async Task The_folder_that_is_imported_may_be_a_part_of_the_site()
    {
        await using var site = await Site.CreateAsync();
        site.Write("docusaurus.config.js", "module.exports = {title: 'T'};\n");
        site.Write("docs/a.md", "---\ntitle: A\n---\n[x](@site/docs/b.md) [y](/docs/b.md)\n");
        site.Write("docs/b.md", "---\ntitle: B\n---\n");

        var report = await site.ImportAsync(o => o with { Folder = site["docs"] });

        Assert.Equal("", report.Findings());
        Assert.Equal("b.md\nb.md", await site.QueryAsync("select target_file_path from article_link order by position"));
    }

    [Theory]
    [InlineData(Dialect.Docusaurus, "[x](pathname:///files/a.pdf)", "<a href=\"/files/a.pdf\">x</a>")]
    [InlineData(Dialect.Obsidian, "[x](B.md#Part%20Two)", "<a href=\"/b#part-two\">x</a>")]
    [InlineData(Dialect.Obsidian, "[x](<B.md#One#Part Two>)", "<a href=\"/b#part-two\">x</a>")]
    [InlineData(Dialect.Obsidian, "[x](B.md#^a-1)", "<a href=\"/b#%5Ea-1\">x</a>")]
    [InlineData(Dialect.Obsidian, "[x](B.md?q=1)", "<a href=\"/b?q=1\">x</a>")]
    [InlineData(Dialect.Obsidian, "[x](#)", "<a href=\"#\">x</a>")]
    [InlineData(Dialect.Obsidian, "[x](#Part%20Two)", "<a href=\"#part-two\">x</a>")]
    [InlineData(Dialect.Generic, "[x](B.md#Part%20Two)", "<a href=\"/b#part-two\">x</a>")]
    [InlineData(Dialect.Generic, "[x](B.md#Part_Two)", "<a href=\"/b#Part_Two\">x</a>")]
    [InlineData(Dialect.Generic, "[x](B.md?q=1#part)", "<a href=\"/b?q=1#part\">x</a>")]
    public async Task What_follows_a_path_leads_to_a_heading_of_ours(Dialect dialect, string link, string html)
    {
        await using var site = await Site.CreateAsync();
        site.Write("a.md", $"---\ntitle: A\n---\n{link}\n");
        site.Write("B.md", "---\ntitle: B\n---\n## Part Two\n");

        Assert.Equal("", (await site.ImportAsync(o => o with { Dialect = dialect })).Findings());

        Assert.Equal($"<p>{html}</p>", await site.QueryAsync("select html from article_body b join article a on a.id = b.article_id and a.body_hash = b.hash where title = 'A' or file_path = 'a.md' limit 1"));
    }

    [Fact]
    public async Task An_article_that_may_show_the_title_of_another_is_made_again_when_it_changes()
    {
        await using var site = await Site.CreateAsync();
        site.Write("source/_posts/a.md", "---\ntitle: A\n---\n{% post_link b %}\n");
        site.Write("source/_posts/b.md", "---\ntitle: B\n---\n");
        site.Write("source/_posts/c.md", "---\ntitle: C\n---\n[b](b.md)\n");
        await site.ImportAsync(o => o with { Dialect = Dialect.Hexo });
        site.Write("source/_posts/b.md", "---\ntitle: Better\n---\n");

        Assert.Equal("updated 2 unchanged 1", (await site.ImportAsync(o => o with { Dialect = Dialect.Hexo })).Counts());
        Assert.Equal("unchanged 3", (await site.ImportAsync(o => o with { Dialect = Dialect.Hexo })).Counts());
    }

    // Whether an article is public is decided when it is asked for, but a text that shows its title is made before.
    [Theory]
    [InlineData("source/_posts/b.md", "draft: true\n")]
    [InlineData("source/_posts/b.md", "published: false\n")]
    [InlineData("source/_posts/b.md", "password: x\n")]
    [InlineData("source/_posts/b.md", "date: 2026-11-23\n")]
    [InlineData("source/_posts/b.md", "expires: 2036-11-23\n")]
    [InlineData("source/_drafts/b.md", "")]
    public async Task The_title_of_an_article_that_is_not_public_shows_in_no_other(string path, string hiding)
    {
        await using var site = await Site.CreateAsync();
        site.Write("source/_posts/a.md", "---\ntitle: A\n---\n{% post_link b %}\n");
        site.Write(path, $"---\ntitle: Secret\n{hiding}---\n");
        await site.ImportAsync(o => o with { Dialect = Dialect.Hexo });
        site.Write("source/_posts/c.md", "---\ntitle: C\n---\n{% post_link b %}\n");   // b is stored now
        await site.ImportAsync(o => o with { Dialect = Dialect.Hexo });

        Assert.Equal("2", await site.QueryAsync("select count(*) from article_body where html like '%>b</a>%'"));
        Assert.Equal("0", await site.QueryAsync("select count(*) from article_body where html like '%Secret%' or text like '%Secret%'"));
    }

    [Fact]
    public async Task A_title_shows_and_goes_with_its_article()
    {
        await using var site = await Site.CreateAsync();
        site.Write("source/_posts/a.md", "---\ntitle: A\n---\n{% post_link b %}\n");
        foreach (var (hiding, shown) in new[] { ("draft: true", "b"), ("date: 2026-11-01", "B of old"), ("expires: 2036-11-23", "b"), ("", "B of old") })
        {
            site.Write("source/_posts/b.md", $"---\ntitle: B of old\n{hiding}\n---\n");
            await site.ImportAsync(o => o with { Dialect = Dialect.Hexo });

            Assert.Equal(shown, await site.QueryAsync("select text from article_body b join article a on a.id = b.article_id and a.body_hash = b.hash where title = 'A'"));
        }
    }

    private static Task<string> HtmlAsync(Site site) =>
        site.QueryAsync("select a.file_path, b.html from article a join article_body b on b.article_id = a.id and b.hash = a.body_hash order by a.file_path");

    [Fact]
    public async Task What_may_have_been_meant_is_told_for_the_first_hundred_dead_links()
    {
        await using var site = await Site.CreateAsync();
        site.Write("near.md", "---\ntitle: Near\n---\n");
        foreach (var name in (string[])["a.md", "b.md"])
            site.Write(name, $"---\ntitle: {name}\n---\n{string.Concat(Enumerable.Range(0, 75).Select(i => $"[x](ne{(char)(0x4E00 + i)}r.md) "))}\n");

        var dead = (await site.ImportAsync()).Diagnostics.Where(x => x.Code == "DEAD_LINK").ToList();

        Assert.Equal((150, 100), (dead.Count, dead.Count(x => x.Hint?.Contains("near.md", StringComparison.Ordinal) == true || x.Message.Contains("near.md", StringComparison.Ordinal))));
    }
}
