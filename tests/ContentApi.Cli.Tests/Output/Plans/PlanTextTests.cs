using ContentApi.Cli.Output.Plans;
using ContentApi.Importer;
using ContentApi.Importer.Planning;
using ContentApi.Parsing.Diagnostics;
using ContentApi.TestSupport;
using Spectre.Console;

namespace ContentApi.Cli.Tests.Output.Plans;

public sealed class PlanTextTests
{
    private static readonly Guid Id = new("019a8f52-6d1e-7c3a-9d51-2f5f0c1b7a44");

    [Fact]
    public void A_plan_reads_like_a_review()
    {
        var changes = Changes(
            Article(ArticleChangeKind.Created, "posts/new.md", "/new", "A newcomer"),
            Article(ArticleChangeKind.Created, "posts/" + new string('n', 80) + ".md", "/long", "A file with a long name"),
            Article(ArticleChangeKind.Updated, "edited.md", "/edited", "New \e[31m title") with
            {
                Fields =
                [
                    new("title", "Old", "New \e[31m title", [], []),
                    new("description", Long + "one.", Long + "two.", [], []),
                    new("publishedAt", "2024-01-02T00:00:00+00:00", "2024-01-03T08:30:00+08:00", [], []),
                    new("draft", "false", "true", [], []),
                    new("weight", null, "3", [], []),
                    new("series", "Tea", null, [], []),
                    new("categories", null, null, [], []),
                    new("tags", null, null, ["c"], ["a", "b"]),
                    new("images", null, null, [.. Enumerable.Range(1, 7).Select(number => $"https://example.org/a/long/address/{number}.png")], []),
                    new("params.rating", "3", "4", [], []),
                ],
                BodyChanges = true,
                LinesAdded = 2,
                LinesRemoved = 1,
            },
            Article(ArticleChangeKind.Updated, "links.md", "/links", "Links") with { IsRenderedAnew = true },
            Article(ArticleChangeKind.Updated, "order.md", "/order", "Order") with { BodyChanges = true },
            Article(ArticleChangeKind.Updated, "swap.md", "/now", "Swap") with { TakenBy = "other.md", Fields = [new("path", "/other", "/now", [], []), new("slug", "other", "now", [], [])] },
            Article(ArticleChangeKind.Renamed, "other.md", "/other", "Moved") with { FormerFilePath = "moved.md", Fields = [new("path", "/moved", "/other", [], [])], },
            Article(ArticleChangeKind.Removed, "gone.md", "/gone", "Gone")) with
        {
            Redirected = 1,
            EndedAddresses = new(1, ["/gone"]),
            NewDrafts = new(1, ["edited.md"]),
            NewNames = [new("category", "tea/green", []), new("tag", "c", []), new("tag", "d", [])],
            GoneNames = [new("author", "Lin", [])],
            MergedNames = [new("category", "tea", ["Tea", "tea"])],
            ChangedImages = ["a.png", "b.png"],
            SameAgain = 1,
        };
        Diagnostic[] findings =
        [
            new("DEAD_LINK", DiagnosticSeverity.Warning, "edited.md", 12, 3, "'gone.md' is no file of this folder; the link is kept as written."),
            .. Enumerable.Range(1, 12).Select(line => new Diagnostic("MISSING_IMAGE", DiagnosticSeverity.Warning, "a.md", line, 1, $"'{line}.png' is no file.")),
            new("DUP_SLUG", DiagnosticSeverity.Info, "posts/new.md", 1, 1, "the slug 'new' is that of posts/old.md too, and of another file whose name is long enough to break this line"),
            new("UNCLOSED", DiagnosticSeverity.Error, "bad.md", 1, 1, "the front matter is never closed"),
        ];

        Approved.Check(Write(changes, Reports.Of(findings) with { Created = 2, Updated = 60, Renamed = 1, Removed = 1, Failed = 1, Gone = 2 }, findings, Id, AnsiSupport.No));
    }

    [Fact]
    public void Signs_have_their_colours_on_a_terminal() => Assert.Contains(
        "<ESC>[1;32m+ <ESC>[0m<ESC>[1mnew.md<ESC>[0m  /new<ESC>[2m  New<ESC>[0m\n",
        Write(Changes(Article(ArticleChangeKind.Created, "new.md", "/new", "New")), Reports.Of() with { Created = 1 }, [], Id, AnsiSupport.Yes).Replace("\e", "<ESC>", StringComparison.Ordinal),
        StringComparison.Ordinal);

    [Fact]
    public void Long_lists_end_with_how_many_are_left()
    {
        var articles = Enumerable.Range(0, 60).Select(number => Article(ArticleChangeKind.Created, $"{number}.md", $"/{number}", "T")).ToArray();

        var text = Write(Changes(articles), Reports.Of() with { Created = 40_000 }, [], Id, AnsiSupport.No);

        Assert.Equal(50, text.Split('\n').Count(line => line.StartsWith("+ ", StringComparison.Ordinal)));
        Assert.Contains("\n  and 39,950 more\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_are_of_all_articles_and_not_of_those_that_are_listed()
    {
        var changes = Changes() with { Redirected = 30_000, EndedAddresses = new(1_200, [.. Enumerable.Range(0, 1_000).Select(number => $"/{number}")]), NewDrafts = new(1, ["a.md"]), EndedDrafts = new(2, ["b.md", "c.md"]) };

        Assert.StartsWith(
            """
            ! 30,000 articles move to other addresses; the old ones redirect.
            ! 1,200 addresses lead nowhere from now on: /0, /1, /2, /3, /4, /5, /6, /7 and 1,192 more.
            ! 1 article is a draft from now on and hidden from readers: a.md.
            ! 2 articles are no drafts any more: b.md, c.md.

            """,
            Write(changes, Reports.Of() with { Failed = 0, Gone = 0 }, [], Id, AnsiSupport.No),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_to_do_is_one_sentence()
    {
        var report = Reports.Of() with { Failed = 0, Gone = 0 };

        Assert.Equal("blog: nothing would change; 3 articles are as their files say.\n", Write(Changes(), report, [], id: null, AnsiSupport.No));
        Assert.Equal("blog: nothing would change; 3 articles are as their files say; a plan that was made before is void.\n", Write(Changes(), report, [], Id, AnsiSupport.No));
    }

    [Fact]
    public void Values_of_several_lines_are_shown_on_one()
    {
        var text = WriteUpdated(new("title", "One\nTwo", "One\r\nThree", [], []), new("tags", null, null, ["a\nb"], []));

        Assert.Contains("\n    title        One Two → One Three\n    tags         + a b\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_note_behind_long_addresses_stands_below_them()
    {
        var (former, path) = ("/a" + new string('b', 90), "/a" + new string('c', 90));
        var moved = Article(ArticleChangeKind.Updated, "a.md", path, "A") with { Fields = [new("path", former, path, [], [])] };

        var text = Write(Changes(moved), Reports.Of() with { Updated = 1 }, [], Id, AnsiSupport.No);

        Assert.Contains($"\n    address      /a{new string('b', 80)}…\n               → /a{new string('c', 80)}…\n                 (the old one redirects)\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dry_run_says_that_nothing_was_stored() => Assert.EndsWith(
        "\nDry run of blog: 1 created; hexo\nNothing was stored; contentapi plan keeps a plan that can be applied.\n",
        Write(
            Changes(Article(ArticleChangeKind.Created, "new.md", "/new", "New")),
            Reports.Of() with { Created = 1, Updated = 0, Unchanged = 0, Removed = 0, Renamed = 0, Failed = 0, Skipped = 0 },
            [],
            id: null,
            AnsiSupport.No),
        StringComparison.Ordinal);

    private const string Long = "A description that is longer than a line of the terminal and says the same until its end, where it ends with the number ";

    private static PartialList None { get; } = new(0, []);

    private static string WriteUpdated(params FieldChange[] fields) =>
        Write(Changes(Article(ArticleChangeKind.Updated, "a.md", "/a", "A") with { Fields = fields }), Reports.Of() with { Updated = 1 }, [], Id, AnsiSupport.No);

    private static ImportChanges Changes(params ArticleChange[] articles) =>
        new() { Articles = articles, Redirected = 0, EndedAddresses = None, NewDrafts = None, EndedDrafts = None, SameAgain = 0, NewNames = [], GoneNames = [], MergedNames = [], ChangedImages = [], Hash = "" };

    private static ArticleChange Article(ArticleChangeKind kind, string file, string path, string title) => new() { Kind = kind, FilePath = file, Path = path, Title = title };

    private static string Write(ImportChanges changes, ImportReport report, IReadOnlyList<Diagnostic> findings, Guid? id, AnsiSupport ansi)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var capabilities = AnsiCapabilities.Create(writer, new AnsiWriterSettings { Ansi = ansi, ColorSystem = ColorSystemSupport.Standard });
        new PlanText(new AnsiWriter(writer, capabilities), width: 100).Write(new PlannedImport { Id = id, Report = report, Changes = changes, NewFindings = findings });
        return writer.ToString();
    }
}
