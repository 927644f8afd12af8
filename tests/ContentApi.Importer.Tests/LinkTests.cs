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
    [InlineData(Dialect.Generic, "a.md", "[x](Ca%CC%88.md)", "C\u00e4.md")]
    public async Task Links_of_every_tool_find_their_file(Dialect dialect, string file, string link, string target)
    {
        await using var site = await Site.CreateAsync();
        site.Write(file, $"---\ntitle: A\n---\n{link}\n");
        site.Write(target, "---\ntitle: B\npermalink: /found\nurl: /found\npath: /found\nslug: found\n---\nB\n");

        var report = await site.ImportAsync(o => o with { Dialect = dialect });

        Assert.Equal(target, await site.QueryAsync("select target_file_path from article_link"));
        var path = await site.QueryAsync("select path from article where title = 'B'");
        Assert.Equal($"<p><a href=\"{path}\">x</a></p>", await site.QueryAsync("select html from article_body b join article a on a.id = b.article_id where title = 'A'"));
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
    [InlineData(Dialect.Obsidian, "[[paper.pdf]]")]
    public async Task What_may_be_something_else_than_a_file_is_not_dead(Dialect dialect, string link)
    {
        await using var site = await Site.CreateAsync();
        site.Write("docs/a.md", $"---\ntitle: A\n---\n{link}\n");

        Assert.Equal("", (await site.ImportAsync(o => o with { Dialect = dialect })).Findings());
    }

    private static Task<string> HtmlAsync(Site site) =>
        site.QueryAsync("select a.file_path, b.html from article a join article_body b on b.article_id = a.id order by a.file_path");

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
