using ContentApi.Importer.Tests.Support;

namespace ContentApi.Importer.Tests.CustomFields;

/// <summary>What an import makes of declared keys.</summary>
public sealed class FieldImportTests
{
    private const string Values = "select coalesce(fields::text, '-') from article order by file_path";
    private const string References = "select a.file_path, l.field, l.address, l.target_file_path from article_link l join article a on a.id = l.article_id where field is not null order by 1, l.position";

    [Fact]
    public async Task A_value_that_fits_is_stored_as_the_graph_prints_it()
    {
        (string Type, string Value, string Stored)[] cases =
        [
            ("String", "text", "\"text\""),
            ("String", "12_00", "\"12_00\""),
            ("String", "0777", "\"0777\""),
            ("String", "''", "\"\""),
            ("Int", "42", "42"),
            ("Int", "-2147483648", "-2147483648"),
            ("Int", "+1", "1"),
            ("Float", "4.5", "4.5"),
            ("Float", "4", "4"),
            ("Float", "-0.0", "0"),
            ("Float", ".5", "0.5"),
            ("Boolean", "yes", "true"),
            ("Boolean", "Off", "false"),
            ("DateTime", "2021-09-18 23:40:34", "\"2021-09-18T15:40:34.000Z\""),
            ("DateTime", "'2021-09-18T23:40:34.5678+02:00'", "\"2021-09-18T21:40:34.567Z\""),
            ("LocalDate", "2021-09-18", "\"2021-09-18\""),
            ("LocalDate", "2021-09-18T00:00:00.000Z", "\"2021-09-18\""),
            ("LocalDate", "Sat, 18 Sep 2021 23:40:34 -0700", "\"2021-09-18\""),
            ("URL", "https://example.org/a?b=c", "\"https://example.org/a?b=c\""),
            ("JSON", "{b: 1.10, a: [x, null]}", "\"{\\\"b\\\":1.10,\\\"a\\\":[\\\"x\\\",null]}\""),
            ("[String]", "[a, 1, null]", "[\"a\", \"1\"]"),
            ("[Int]", "7", "[7]"),
            ("[Float]", "[]", "[]"),
            ("[URL]", "''", "[]"),
        ];
        await using var site = await Site.CreateAsync();
        Declare(site, string.Join("\n  ", cases.Select((x, i) => $"key-{i}: {x.Type}")));
        site.Write("a.md", $"---\ntitle: A\n{string.Concat(cases.Select((x, i) => $"key_{i}: {x.Value}\n"))}---\n");

        var report = await site.ImportAsync();

        Assert.Equal("", report.Findings());
        Assert.Equal(
            cases.Select((x, i) => $"key{i}:{x.Type} {x.Stored}"),
            (await site.RowsAsync("select concat(key, ' ', value) from article, jsonb_each(fields) order by substring(key from '[0-9]+')::int")).Select(row => row[0]));
        Assert.Contains("\"key_4\":42,", await site.QueryAsync("select params from article"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_does_not_fit_is_told_with_its_place_and_left_out()
    {
        (string Type, string Value, string Message)[] cases =
        [
            ("Int", "4.5", "'4.5' is no Int, which KEY is declared as"),
            ("Int", "2147483648", "'2147483648' is no Int, which KEY is declared as"),
            ("Float", "\"4.5\"", "'4.5' is no Float, which KEY is declared as"),
            ("Float", ".inf", "'.inf' is no Float, which KEY is declared as"),
            ("Float", "1e400", "'1e400' is no Float, which KEY is declared as"),
            ("Boolean", "maybe", "'maybe' is no Boolean, which KEY is declared as"),
            ("Boolean", "'true'", "'true' is no Boolean, which KEY is declared as"),
            ("DateTime", "2017-02-30", "'2017-02-30' is no DateTime, which KEY is declared as"),
            ("DateTime", "01/02/2026", "'01/02/2026' could be day first or month first"),
            ("LocalDate", "1631979634", "'1631979634' is no LocalDate, which KEY is declared as"),
            ("URL", "/a.png", "'/a.png' is no URL, which KEY is declared as"),
            ("URL", "javascript:alert(1)", "'javascript:alert(1)' is no URL, which KEY is declared as"),
            ("String", "[a]", "a list is no String, which KEY is declared as"),
            ("String", "{a: b}", "an object is no String, which KEY is declared as"),
        ];
        await using var site = await Site.CreateAsync();
        Declare(site, string.Join("\n  ", cases.Select((x, i) => $"k-{(char)('a' + i)}: {x.Type}")));
        site.Write("a.md", $"---\ntitle: A\n{string.Concat(cases.Select((x, i) => $"k-{(char)('a' + i)}: {x.Value}\n"))}---\n");

        var report = await site.ImportAsync();

        Assert.Equal(
            cases.Select((x, i) => $"BAD_FIELD {i + 3}:6 {x.Message.Replace("KEY", $"k-{(char)('a' + i)}", StringComparison.Ordinal)}; k{(char)('A' + i)} left empty"),
            report.Diagnostics.Select(x => $"{x.Code} {x.Line}:{x.Column} {x.Message}"));
        Assert.All(report.Diagnostics, x => Assert.StartsWith("Write ", x.Hint, StringComparison.Ordinal));
        Assert.Equal("-", await site.QueryAsync(Values));
        Assert.Equal("unchanged 1", (await site.ImportAsync()).Counts());
    }

    [Fact]
    public async Task Of_a_list_only_what_does_not_fit_is_left_out()
    {
        await using var site = await Site.CreateAsync();
        Declare(site, "years: [Int]");
        site.Write("a.md", "---\ntitle: A\nyears:\n  - 2021\n  - soon\n  - [2022]\n  - 2023\n---\n");

        var report = await site.ImportAsync();

        Assert.Equal("BAD_FIELD a.md:5:5\nBAD_FIELD a.md:6:5", report.Findings());
        Assert.Equal("{\"years:[Int]\": [2021, 2023]}", await site.QueryAsync(Values));
    }

    [Fact]
    public async Task A_change_of_the_declarations_reads_all_files_again()
    {
        await using var site = await Site.CreateAsync();
        site.Write("a.md", "---\ntitle: A\nrating: 4.5\n---\n");
        site.Write("b.md", "---\ntitle: B\nrating: great\n---\n");
        await site.ImportAsync();
        Assert.Equal("-\n-", await site.QueryAsync(Values));

        Declare(site, "rating: Float");
        Assert.Equal(("updated 2", "BAD_FIELD b.md:3:9"), await ImportAsync(site));
        Assert.Equal("{\"rating:Float\": 4.5}\n-", await site.QueryAsync(Values));
        Assert.Equal("[{\"key\": \"rating\", \"name\": \"rating\", \"type\": \"Float\"}]", await site.QueryAsync("select fields from source"));
        Assert.Equal("unchanged 2", (await site.ImportAsync()).Counts());

        Declare(site, "rating: String");
        Assert.Equal(("updated 2", ""), await ImportAsync(site));
        Assert.Equal("{\"rating:String\": \"4.5\"}\n{\"rating:String\": \"great\"}", await site.QueryAsync(Values));

        site.Delete("contentapi.yaml");
        Assert.Equal(("updated 2", ""), await ImportAsync(site));
        Assert.Equal("-\n-\n|", await site.QueryAsync(Values) + "\n" + await site.QueryAsync("select fields, title from source"));
    }

    [Fact]
    public async Task A_rollback_brings_back_values_references_and_declarations()
    {
        await using var site = await Site.CreateAsync();
        Declare(site, "rating: Float\n  next-part: Article");
        site.Write("a.md", "---\ntitle: A\nrating: 4.5\nnext-part: b\n---\n");
        site.Write("b.md", "---\ntitle: B\n---\n");
        await site.ImportAsync();
        const string All = "select (select string_agg(coalesce(fields::text, '-'), ';' order by file_path) from article), (select fields from source), (select string_agg(concat(field, '=', target_file_path), ';') from article_link)";
        var before = await site.QueryAsync(All);
        Assert.Contains("nextPart=b.md", before, StringComparison.Ordinal);

        Declare(site, "rating: Int");
        site.Write("a.md", "---\ntitle: A\nrating: 3\n---\n");
        await site.ImportAsync();
        Assert.NotEqual(before, await site.QueryAsync(All));
        await site.RollBackAsync();

        Assert.Equal(before, await site.QueryAsync(All));
    }

    [Fact]
    public async Task References_are_found_as_links_are()
    {
        await using var site = await Site.CreateAsync();
        Declare(site, "see: [Article]");
        site.Write("posts/a.md", "---\ntitle: A\nsee: [b, ./b.md, ../c.md, /c.md, c, '[[C|that one]]', [[c]], '[[c#part]]', posts/b]\n---\n");
        site.Write("posts/b.md", "---\ntitle: B\nsee: nowhere\n---\n");
        site.Write("c.md", "---\ntitle: C\nsee: {path: a.md}\n---\n");

        var report = await site.ImportAsync();

        Assert.Equal("BAD_FIELD c.md:3:6\nDEAD_LINK posts/b.md:3:6", report.Findings());
        Assert.Equal("'nowhere' of see leads to no article of this folder; it is left out of see", report.Diagnostics[1].Message);
        Assert.Equal(
            "posts/b.md posts/b.md c.md c.md c.md c.md c.md c.md posts/b.md",
            await site.QueryAsync("select string_agg(target_file_path, ' ' order by position) from article_link l join article a on a.id = article_id where file_path = 'posts/a.md'"));
    }

    [Fact]
    public async Task A_reference_follows_its_target_through_a_move_a_deletion_and_a_return()
    {
        await using var site = await Site.CreateAsync();
        Declare(site, "next-part: Article");
        site.Write("one.md", "---\ntitle: One\nnext-part: two\n---\n");
        Assert.Equal(("created 1", "DEAD_LINK one.md:3:12"), await ImportAsync(site));
        Assert.Equal("one.md|nextPart|two|", await site.QueryAsync(References));

        site.Write("two.md", "---\ntitle: Two\n---\n");
        Assert.Equal(("created 1 updated 1", ""), await ImportAsync(site));
        Assert.Equal("one.md|nextPart|two|two.md", await site.QueryAsync(References));

        Directory.CreateDirectory(site["deep"]);
        site.Move("two.md", "deep/two.md");
        Assert.Equal(("updated 1 renamed 1", ""), await ImportAsync(site));
        Assert.Equal("one.md|nextPart|two|deep/two.md", await site.QueryAsync(References));

        site.Delete("deep/two.md");
        var report = await site.ImportAsync(o => o with { ForcePrune = true });
        Assert.Equal(("updated 1 removed 1", "DEAD_LINK one.md:3:12"), (report.Counts(), report.Findings()));
        Assert.Equal("one.md|nextPart|two|", await site.QueryAsync(References));
        Assert.Equal("unchanged 1", (await site.ImportAsync()).Counts());
    }

    [Fact]
    public async Task Two_sources_cannot_declare_a_field_with_two_types()
    {
        await using var site = await Site.CreateAsync();
        Declare(site, "rating: Float");
        site.Write("a.md", "---\ntitle: A\nrating: 1\n---\n");
        await site.ImportAsync();
        var other = site.Beside("other");
        Directory.CreateDirectory(other);
        await File.WriteAllTextAsync(Path.Combine(other, "contentapi.yaml"), "fields:\n  rating: Int\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(other, "b.md"), "---\ntitle: B\nrating: 2\n---\n", TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => site.ImportAsync(o => o with { Folder = other }));

        Assert.Equal(
            "'other' declares the field rating as Int, and 'site' as Float; nothing was changed. Give both the same type, or one of the keys another name.", refused.Message);
        Assert.Equal("1", await site.QueryAsync("select count(*) from source"));
        await File.WriteAllTextAsync(Path.Combine(other, "contentapi.yaml"), "fields:\n  rating: Float\n", TestContext.Current.CancellationToken);
        Assert.Equal("created 1", (await site.ImportAsync(o => o with { Folder = other })).Counts());
    }

    // Otherwise the database would hold two types after all.
    [Fact]
    public async Task A_rollback_to_a_type_that_another_source_does_not_share_is_refused()
    {
        await using var site = await Site.CreateAsync();
        Declare(site, "rating: Float");
        site.Write("a.md", "---\ntitle: A\nrating: 1\n---\n");
        await site.ImportAsync();
        site.Delete("contentapi.yaml");
        await site.ImportAsync();
        var other = site.Beside("other");
        Directory.CreateDirectory(other);
        await File.WriteAllTextAsync(Path.Combine(other, "contentapi.yaml"), "fields:\n  rating: Int\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(other, "b.md"), "---\ntitle: B\n---\n", TestContext.Current.CancellationToken);
        await site.ImportAsync(o => o with { Folder = other });

        await Assert.ThrowsAsync<ImportRefusedException>(() => new ContentRollback(site.Clock).RollBackAsync(site.ConnectionString, Site.Name, null, TestContext.Current.CancellationToken));

        Assert.Equal("other|rating:Int\nsite|", await site.QueryAsync("select name, fields->0->>'name' || ':' || (fields->0->>'type') from source order by name"));
    }

    // A file that cannot be read keeps its article, which has what it had when the key was of another type.
    [Fact]
    public async Task What_is_left_of_another_type_is_never_taken_for_a_value_of_the_new_one()
    {
        await using var site = await Site.CreateAsync();
        Declare(site, "rating: String");
        site.Write("a.md", "---\ntitle: A\nrating: great\n---\n");
        site.Write("b.md", "---\ntitle: B\n---\n");
        await site.ImportAsync();
        Declare(site, "rating: Float");
        site.Write("a.md", [0x2D, 0xE9, 0xE9]);

        Assert.Equal(("updated 1 failed 1", "ENCODING a.md:1:2"), await ImportAsync(site));

        Assert.Equal("{\"rating:String\": \"great\"}\n-", await site.QueryAsync(Values));
    }

    private static void Declare(Site site, string fields) => site.Write("contentapi.yaml", $"timeZone: Asia/Shanghai\nfields:\n  {fields}\n");

    private static async Task<(string Counts, string Findings)> ImportAsync(Site site)
    {
        var report = await site.ImportAsync();
        return (report.Counts(), report.Findings());
    }
}
