using static ContentApi.Importer.Tests.Support.DiagnosticExample;

namespace ContentApi.Importer.Tests.Support;

/// <summary>The examples of <c>schema/diagnostics.md</c> as files.</summary>
internal static class DiagnosticExamples
{
    private const string Titled = "---\ntitle: T\n---\n";

    public static IEnumerable<DiagnosticExample> All => [.. OfFiles, .. OfFrontMatter, .. OfValues, .. OfBodies, .. OfFolders, .. OfSources];

    private static IEnumerable<DiagnosticExample> OfFiles =>
    [
        OfFile("EMPTY_FILE", "a file of 0 bytes", "", 1, 1, Titled),
        new("ENCODING", @"`caf\xE9` in Latin-1", "a.md:4:4", new() { ["a.md"] = [.. "---\ntitle: T\n---\ncaf"u8, 0xE9, (byte)'\n'] }, After(("a.md", $"{Titled}café\n"))),
        OfLines("NUL", @"`title: ""A\0B""`", "title: \"A\0B\"", 2, 10, "title: \"AB\""),
        OfLines("SURROGATE", @"`title: ""\uD800""`", @"title: ""\uD800""", 2, 9, "title: \"\U0001F600\""),
        OfLines("TEMPLATE", "`title: {{ title }}`", "title: {{ title }}", 2, 8, "title: T"),
        new("TOO_LARGE", "a data dump named `.md`", "a.md:1:1", new() { ["a.md"] = new byte[(16 << 20) + 1] }, After(("a.md", Titled))),
    ];

    private static IEnumerable<DiagnosticExample> OfFrontMatter =>
    [
        OfFile("DOUBLE_FM", "`---`, `title: T`, `---`, `---`, `title: U`, `---`", "---\ntitle: T\n---\n---\ntitle: U\n---\n", 4, 1, Titled),
        // What stands in the block is not read, so the title is missing too.
        OfFile("LATE_FM", "`<!-- licence -->` before `---`", "<!-- licence -->\n---\ntitle: T\n---\n# T\n", 2, 1, "---\ntitle: T\n---\n<!-- licence -->\n# T\n") with { Also = "NO_TITLE a.md:1:1\n" },
        OfFile("NO_OPEN_FENCE", "`title: T`, `---`", "title: T\n---\n", 1, 1, Titled),
        OfFile("NOT_A_MAPPING", "`- a`", "---\n- a\n---\n", 2, 1, Titled),
        OfFile("UNCLOSED", "`----` closed by `---`", "----\ntitle: T\n---\n", 1, 1, "----\ntitle: T\n----\n"),
        OfFile("UNSUPPORTED_FORMAT", "`---js`", "---js\n({ title: 'T' })\n---\n", 1, 1, Titled),
        OfLines("DUP_KEY", "`title: a`, `title: b`", "title: a\ntitle: b", 3, 1, "title: b"),
        OfLines("KEY_IGNORED", "`? [a]`", "title: T\n? [a]\n: b", 3, 3, "title: T\na: b"),
        OfLines("TAB", "a tab before `- a`", "title: T\ntags:\n\t- a", 4, 1, "title: T\ntags:\n  - a"),
        OfLines("TAG", "`title: !foo T`", "title: !foo T", 2, 8, "title: T"),
        OfLines("YAML_DOCUMENTS", "`title: T`, `--- x`, `y: 1`", "title: T\n--- x\ny: 1", 3, 1, "title: T\ny: 1"),
        OfLines("YAML_LIMIT", "nine levels of nine aliases", $"title: T\n{Bomb}", 8, 5, "title: T"),
        OfLines("YAML_REPAIRED", "`title: @handle`, `tags: [a,,b]`", "title: @handle", 2, 8, "title: \"@handle\""),
        OfLines("YAML_SYNTAX", "a key indented less than its brother", "  title: T\n date: 2020-01-02", 3, 2, "title: T\ndate: 2020-01-02"),
        OfFile("JSON_SYNTAX", @"`{""title"": ""T"",}`", "{\"title\": \"T\",}\n", 1, 15, "{\"title\": \"T\"}\n"),
        OfFile("META_LIMIT", "65 opening brackets", $"{{\"title\": \"T\", \"x\": {new string('[', 65)}{new string(']', 65)}}}\n", 1, 85, "{\"title\": \"T\"}\n"),
        OfFile("TOML_SYNTAX", "`title = T`", "+++\ntitle = T\n+++\n", 2, 9, "+++\ntitle = \"T\"\n+++\n"),
    ];

    private static IEnumerable<DiagnosticExample> OfValues =>
    [
        OfLines("AMBIGUOUS", "`date: 01/02/2026`", "title: T\ndate: 01/02/2026", 3, 7, "title: T\ndate: 2026-02-01"),
        OfLines("BAD_BOOLEAN", "`draft: maybe`", "title: T\ndraft: maybe", 3, 8, "title: T\ndraft: true"),
        OfLines("BAD_DATE", "`date: 2017-02-30`", "title: T\ndate: 2017-02-30", 3, 7, "title: T\ndate: 2017-03-02 20:15:00 +08:00"),
        new("BAD_FIELD", "`rating: \"4.5\"`, declared as `Float`", "a.md:3:9",
            Of(("contentapi.yaml", "fields: {rating: Float}\n"), ("a.md", "---\ntitle: T\nrating: \"4.5\"\n---\n")), After(("a.md", "---\ntitle: T\nrating: 4.5\n---\n"))),
        OfLines("DATE_INFERRED", "`date: 18/01/2026`", "title: T\ndate: 18/01/2026", 3, 7, "title: T\ndate: 2026-01-18"),
        new("DATE_OF_FILE", "`date: Last Modified`", "a.md:3:7", Of((".eleventy.js", ""), ("a.md", "---\ntitle: T\ndate: Last Modified\n---\n")), After(("a.md", "---\ntitle: T\ndate: 2026-01-18\n---\n"))),
        new("NOT_RENDERED", "`permalink: false` in Eleventy, `render = false` in Zola, `headless: true` or `build: {render: never}` in Hugo", "a.md:3:12",
            Of((".eleventy.js", ""), ("a.md", "---\ntitle: T\npermalink: false\n---\n")), After(("a.md", Titled))),
        OfLines("NO_TITLE", "`title:`", "title:", 2, 7, "title: T"),
        OfLines("PERMALINK_PATTERN", "`permalink: /:year/:title/`", "title: T\npermalink: /:year/:title/", 3, 12, "title: T\npermalink: /2026/t/"),
        OfLines("PASSWORD", "`password: secret`", "title: T\npassword: secret", 3, 1, "title: T"),
        OfLines("TAGS_SPLIT", "`tags: a, b`", "title: T\ntags: a, b", 3, 7, "title: T\ntags: [a, b]"),
        OfLines("TOO_LONG", "a title of 10,000 characters", $"title: {new string('t', 10_000)}", 2, 8, "title: T"),
    ];

    private static IEnumerable<DiagnosticExample> OfBodies =>
    [
        OfFile("BODY_LIMIT", "10,000 times `> `", Titled + string.Concat(Enumerable.Repeat("> ", 10_000)) + "x\n", 4, 1, $"{Titled}> x\n"),
        OfFile("HTML_FLATTENED", "200 times `<div>`", Titled + string.Concat(Enumerable.Repeat("<div>", 200)) + "x\n", 4, 1, $"{Titled}<div>x</div>\n"),
        OfFile("HTML_REMOVED", "`<script>`, `<iframe>`", $"{Titled}<iframe src=\"https://e.org/\"></iframe>\n", 4, 1, $"{Titled}[e.org](https://e.org/)\n"),
        OfFile("IMAGE_DROPPED", "`![](javascript:…)`", $"{Titled}![](javascript:alert)\n", 4, 1, $"{Titled}![](https://e.org/a.png)\n"),
        OfFile("IMAGE_TEMPLATE", "`{{ site.url }}/a.png`", $"{Titled}![]({{{{ site.url }}}}/a.png)\n", 4, 1, $"{Titled}![](https://e.org/a.png)\n"),
    ];

    private static IEnumerable<DiagnosticExample> OfFolders =>
    [
        new("BUNDLE_RESOURCE", "`post/index.md`, `post/notes.md`", "content/post/notes.md:1:1",
            Of(("hugo.toml", ""), ("content/post/index.md", Titled), ("content/post/notes.md", Titled)), After(("content/post/index.md", null), ("content/post/_index.md", Titled))),
        new("DEAD_LINK", "`[next](nxet.md)`", "a.md:4:1", Of(("a.md", $"{Titled}[next](nxet.md)\n"), ("next.md", Titled)), After(("a.md", $"{Titled}[next](next.md)\n"))),
        new("DUP_PATH", "two files with `permalink: /a`", "b.md:1:1",
            Of(("a.md", "---\ntitle: A\npermalink: /a\n---\n"), ("b.md", "---\ntitle: B\npermalink: /a\n---\n")), After(("b.md", "---\ntitle: B\npermalink: /b\n---\n"))),
        new("DUP_SLUG", "`docs/about.md`, `blog/about.md`", "docs/about.md:1:1", Of(("docs/about.md", Titled), ("blog/about.md", Titled)), After(("docs/about.md", null))),
        new("FOLDER_LEFT_OUT", "`layouts/a.md` beside `hugo.toml`", "layouts:1:1", Of(("hugo.toml", ""), ("content/b.md", Titled), ("layouts/a.md", Titled)), After(("layouts/a.md", null), ("content/a.md", Titled))),
        new("LINK_IGNORED", "`posts/x.md` → `/etc/passwd`", "posts/x.md:1:1", Of(("posts/a.md", Titled), ("posts/x.md", "->/etc/passwd")), After(("posts/x.md", Titled.Replace('T', 'U')))),
        new("MISSING_IMAGE", "`![](a.pgn)`", "a.md:4:1", Of(("a.md", $"{Titled}![](a.pgn)\n")), After(("a.md", $"{Titled}![](https://e.org/a.png)\n"))),
        new("PATH_TOO_LONG", "folders nested 500 deep", $"{Deep}a.md:1:1", Of(("b.md", Titled), ($"{Deep}a.md", Titled)), After(($"{Deep}a.md", null))),
        new("UNREADABLE", "a file without read permission", "", [], []),
    ];

    private static IEnumerable<DiagnosticExample> OfSources =>
    [
        new("AUTHORS_UNREADABLE", "a key indented less than its brother in `_data/authors.yml`", "_data/authors.yml:3:2", Of(("a.md", Titled), ("_data/authors.yml", "jane:\n  name: Jane\n bio: B\n")), After(("_data/authors.yml", "jane: {name: Jane}\n"))),
        new("BAD_AUTHOR", "`url: /about`", "_data/authors.yml:3:8", Of(("a.md", Titled), ("_data/authors.yml", "jane:\n  name: Jane\n  url: /about\n")), After(("_data/authors.yml", "jane: {name: Jane, url: https://e.org}\n"))),
        new("DUP_AUTHOR", "`jane` in `data/authors.yml` and in `data/authors/jane.yml`", "data/authors/jane.yml:1:1",
            Of(("hugo.toml", ""), ("content/a.md", Titled), ("data/authors.yml", "jane: {name: Jane}\n"), ("data/authors/jane.yml", "name: Jane\n")), After(("data/authors/jane.yml", null))),
        new("SCRIPT_IGNORED", "`posts/posts.11tydata.js`", "posts/posts.11tydata.js:1:1",
            Of((".eleventy.js", ""), ("posts/a.md", Titled), ("posts/posts.11tydata.js", "module.exports = { date: () => new Date() };\n")), After(("posts/posts.11tydata.js", null), ("posts/posts.json", "{\"layout\": \"post\"}\n"))),
        new("SITE_CONFIG_UNREADABLE", "`hugo.toml` with `title =`", "hugo.toml:1:8", Of(("hugo.toml", "title =\n"), ("content/a.md", Titled)), After(("hugo.toml", "title = 'T'\n"))),
    ];

    private static string Bomb => "a0: &a0 [x,x,x,x,x,x,x,x,x]\n" + string.Join('\n', Enumerable.Range(1, 9).Select(i => $"a{i}: &a{i} [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 9))}]"));

    private static string Deep => string.Concat(Enumerable.Repeat("folder/", 500));
}
