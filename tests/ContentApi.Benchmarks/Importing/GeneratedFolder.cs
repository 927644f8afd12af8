namespace ContentApi.Benchmarks.Importing;

/// <summary>
/// A site of Hugo's shape, which Hugo renders and ContentApi imports: every other article is Chinese HTML as a crawler
/// keeps it, every other one English Markdown. The same number of files gives the same bytes.
/// </summary>
internal static class GeneratedFolder
{
    /// <summary>Pictures below <c>static/images</c> that articles show.</summary>
    public const int Pictures = 64;

    // HTML in files passes through, as ContentApi keeps it. Feeds and the map of the site are off: the import makes none.
    private const string Settings = """
        baseURL = "https://blog.example/"
        languageCode = "en"
        title = "Generated"
        disableKinds = ["RSS", "sitemap"]
        [markup.goldmark.renderer]
        unsafe = true

        """;

    private const string Single = "<!doctype html><title>{{ .Title }}</title>{{ .Content }}\n";

    private const string List = "<!doctype html><title>{{ .Title }}</title>{{ len .Pages }}{{ range first 10 .Pages }}<a href=\"{{ .RelPermalink }}\">{{ .Title }}</a>{{ end }}\n";

    // One pixel.
    private static readonly byte[] Picture = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    /// <summary>Writes the files and what Hugo needs beside them.</summary>
    /// <param name="directory">Made when missing; what lies in it stays.</param>
    /// <param name="files">Number of articles.</param>
    public static void Write(string directory, int files)
    {
        WriteSite(directory);
        var articles = Path.Combine(directory, "content");
        Parallel.For(0, files, number =>
        {
            var article = number % 2 == 0 ? ChineseHtml.Write(number, files) : EnglishMarkdown.Write(number, files);
            var path = Path.Combine(articles, article.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, article.Text);
        });
    }

    /// <summary>Adds a paragraph to every article.</summary>
    public static void Change(string directory)
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(directory, "content"), "*.md", SearchOption.AllDirectories))
        {
            File.AppendAllText(path, "\n<p>One more paragraph.</p>\n");
        }
    }

    private static void WriteSite(string directory)
    {
        var layouts = Directory.CreateDirectory(Path.Combine(directory, "layouts", "_default")).FullName;
        File.WriteAllText(Path.Combine(directory, "hugo.toml"), Settings);
        File.WriteAllText(Path.Combine(layouts, "single.html"), Single);
        File.WriteAllText(Path.Combine(layouts, "list.html"), List);
        var images = Directory.CreateDirectory(Path.Combine(directory, "static", "images")).FullName;
        for (var number = 0; number < Pictures; number++)
        {
            File.WriteAllBytes(Path.Combine(images, $"{number}.png"), Picture);
        }
    }
}
