using ContentApi.Importer.Tests.Support;
using ContentApi.Parsing;

namespace ContentApi.Importer.Tests;

public sealed class ImageTests : IAsyncLifetime
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    private Site _site = null!;

    public async ValueTask InitializeAsync() => _site = await Site.CreateAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_file_beside_the_article_is_a_local_image_with_an_address_of_its_own()
    {
        _site.Write("posts/my pic.png", Png);
        _site.Write("posts/a.md", "---\ntitle: A\n---\n![alt](<my pic.png>)\n");
        Assert.Equal("", (await _site.ImportAsync()).Findings());

        Assert.Equal(
            "LOCAL|my pic.png|posts/my pic.png|image/png|11|alt|t|t",
            await _site.QueryAsync(
                """
                select origin, i.source_url, file_path, mime_type, byte_size, alt, content_hash = encode(sha256('\x89504e470d0a1a0a010203'), 'hex'), source_id = s.id
                from image i, source s
                """));
        Assert.Equal("t", await _site.QueryAsync("select url = '/images/' || replace(id::text, '-', '') || '/my%20pic.png' from image"));
        Assert.Equal("t", await _site.QueryAsync("select html like '%src=\"' || url || '\"%' from article_body, image"));
        Assert.Equal("{INLINE}|my pic.png", await _site.QueryAsync("select roles, source_url from article_image"));
    }

    [Theory]
    [InlineData("posts/hello.md", "a.png", "posts/a.png")]
    [InlineData("posts/hello.md", "./a.png", "posts/a.png")]
    [InlineData("posts/hello.md", "../img/a.png", "img/a.png")]
    [InlineData("posts/hello/index.md", "a.png", "posts/hello/a.png")]
    [InlineData("source/_posts/hello.md", "a.png", "source/_posts/hello/a.png")]
    [InlineData("posts/hello.md", "/img/a.png", "img/a.png")]
    [InlineData("posts/hello.md", "/img/a.png", "source/img/a.png")]
    [InlineData("posts/hello.md", "/img/a.png", "static/img/a.png")]
    [InlineData("posts/hello.md", "/img/a.png", "public/img/a.png")]
    [InlineData("posts/hello.md", "/img/a.png", "assets/img/a.png")]
    [InlineData("posts/hello.md", "img/a.png", "static/img/a.png")]
    [InlineData("docs/guide/hello.md", "/img/a.png", "docs/public/img/a.png")]
    [InlineData("sites/one/content/hello.md", "/img/a.png", "sites/one/static/img/a.png")]
    [InlineData("posts/hello.md", "a.png?v=2#top", "posts/a.png")]
    [InlineData("posts/hello.md", "%E5%9B%BE.png", "posts/图.png")]
    [InlineData("posts/hello.md", "caf\u00e9.png", "posts/cafe\u0301.png")]
    public async Task Addresses_resolve_as_generators_resolve_them(string article, string address, string file)
    {
        _site.Write(file, Png);
        _site.Write(article, $"---\ntitle: A\ncover: '{address}'\n---\n");

        Assert.Equal("", (await _site.ImportAsync()).Findings());

        Assert.Equal($"LOCAL|{file}|{address}", await _site.QueryAsync("select origin, file_path, source_url from image"));
        Assert.Equal("t", await _site.QueryAsync("select a.cover_id = i.id from article a, image i"));
    }

    [Fact]
    public async Task The_type_is_what_the_bytes_say()
    {
        _site.Write("a.jpg", Png);
        _site.Write("b.svg", "<svg/>");
        _site.Write("c.png", "RIFF\0\0\0\0WEBPVP8 ");
        _site.Write("x.md", "---\ntitle: A\n---\n![](a.jpg) ![](b.svg) ![](c.png)\n");
        await _site.ImportAsync();

        Assert.Equal("a.jpg|image/png\nb.svg|image/svg+xml\nc.png|image/webp", await _site.QueryAsync("select file_path, mime_type from image order by 1"));
    }

    [Fact]
    public async Task Remote_addresses_are_shared_and_those_without_a_scheme_are_https()
    {
        _site.Write("a.md", "---\ntitle: A\n---\n![first](//e.org/a.png)\n");
        _site.Write("b.md", "---\ntitle: B\n---\n![another](https://e.org/a.png)\n");
        _site.Write("c.md", "---\ntitle: C\n---\n![](http://e.org/a.png)\n");
        Assert.Equal("", (await _site.ImportAsync()).Findings());

        Assert.Equal("REMOTE|http://e.org/a.png|\nREMOTE|https://e.org/a.png|another", await _site.QueryAsync("select origin, url, alt from image order by url"));
    }

    [Fact]
    public async Task Without_a_file_an_address_is_joined_with_the_sites()
    {
        _site.Write("a.md", "---\ntitle: A\n---\n![](/img/a.png)\n");
        await _site.ImportAsync(o => o with { SiteUrl = "https://e.org/blog" });

        Assert.Equal("REMOTE|/img/a.png|https://e.org/img/a.png|", await _site.QueryAsync("select origin, source_url, url, source_id from image"));
        Assert.Equal("t", await _site.QueryAsync("select html like '%src=\"https://e.org/img/a.png\"%' from article_body"));
        Assert.Equal("https://e.org/blog/", await _site.QueryAsync("select url from source"));
    }

    [Theory]
    [InlineData(Dialect.Generic)]
    [InlineData(Dialect.Hugo)]
    [InlineData(Dialect.Gatsby)]
    public async Task A_relative_address_without_a_file_is_missing_although_the_site_is_known(Dialect dialect)
    {
        _site.Write("sub/a.md", "---\ntitle: A\n---\n![](./none.png) ![](c.png)\n");
        var report = await _site.ImportAsync(o => o with { SiteUrl = "https://e.org/", Dialect = dialect });

        Assert.Equal("MISSING_IMAGE sub/a.md:4:1\nMISSING_IMAGE sub/a.md:4:17", report.Findings());
        Assert.Equal("LOCAL|./none.png|./none.png\nLOCAL|c.png|c.png", await _site.QueryAsync("select origin, source_url, url from image order by url"));
    }

    [Fact]
    public async Task Without_file_and_site_the_address_stays_as_written_and_is_told()
    {
        _site.Write("a.md", "---\ntitle: A\n---\n![](nowhere.png) ![](/img/a.png) ![](../../etc/passwd.png)\n");
        var report = await _site.ImportAsync();

        Assert.Equal("MISSING_IMAGE a.md:4:1\nMISSING_IMAGE a.md:4:18\nMISSING_IMAGE a.md:4:34", report.Findings());
        Assert.Equal(
            "LOCAL|../../etc/passwd.png|../../etc/passwd.png||\nLOCAL|/img/a.png|/img/a.png||\nLOCAL|nowhere.png|nowhere.png||",
            await _site.QueryAsync("select origin, source_url, url, file_path, content_hash from image order by source_url collate \"C\""));
    }

    [Fact]
    public async Task An_image_whose_bytes_change_is_measured_again_and_its_articles_stay()
    {
        _site.Write("a.png", Png);
        _site.Write("a.md", "---\ntitle: A\n---\n![](a.png)\n");
        await _site.ImportAsync();
        var id = await _site.QueryAsync("select id from image");
        _site.Write("a.png", [.. Png, 4]);

        var report = await _site.ImportAsync();

        Assert.Equal("unchanged 1", report.Counts());
        Assert.Equal(2, report.ContentVersion);
        Assert.Equal($"{id}|12|a.png", await _site.QueryAsync("select id, byte_size, source_url from image"));
        Assert.Equal("1", await _site.QueryAsync("select version from article"));
        Assert.Equal(2, (await _site.ImportAsync()).ContentVersion);
    }

    [Fact]
    public async Task An_image_that_comes_or_goes_changes_the_articles_that_name_it()
    {
        _site.Write("a.md", "---\ntitle: A\n---\n![](img/a.png)\n");
        _site.Write("b.md", "---\ntitle: B\n---\n");
        await _site.ImportAsync();

        _site.Write("img/a.png", Png);
        Assert.Equal("updated 1 unchanged 1", (await _site.ImportAsync()).Counts());
        Assert.Equal("img/a.png|t", await _site.QueryAsync("select i.file_path, html like '%' || url || '%' from image i, article a join article_body on article_id = a.id and hash = body_hash where html like '%img%'"));

        _site.Delete("img/a.png");
        Assert.Equal("updated 1 unchanged 1", (await _site.ImportAsync()).Counts());
        Assert.Equal("|img/a.png|", await _site.QueryAsync("select file_path, url, content_hash from image"));
    }

    [Fact]
    public async Task Two_spellings_of_one_file_are_one_image_of_the_article()
    {
        _site.Write("a.png", Png);
        _site.Write("a.md", "---\ntitle: A\nthumbnail: ./a.png\n---\n![alt](a.png)\n");
        await _site.ImportAsync();

        Assert.Equal("{THUMBNAIL,INLINE}|./a.png|alt|0", await _site.QueryAsync("select roles, source_url, alt, position from article_image"));
    }

    [Fact]
    public async Task An_image_that_no_article_uses_any_more_goes()
    {
        _site.Write("a.png", Png);
        _site.Write("a.md", "---\ntitle: A\n---\n![](a.png) ![](https://e.org/b.png)\n");
        await _site.ImportAsync();
        _site.Write("a.md", "---\ntitle: A\n---\n![](https://e.org/b.png)\n");
        await _site.ImportAsync();

        Assert.Equal("https://e.org/b.png", await _site.QueryAsync("select url from image"));
    }

    [Fact]
    public async Task An_address_with_a_code_that_is_no_character_is_a_missing_image()
    {
        _site.Write("a.md", "---\ntitle: A\n---\n![](a%EF%BF%BE.png)\n");

        Assert.Equal("MISSING_IMAGE a.md:4:1", (await _site.ImportAsync()).Findings());
    }
}
