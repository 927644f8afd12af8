using System.Globalization;
using System.Text;
using ContentApi.Parsing.Diagnostics;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.Tests.Fuzzing;

/// <summary>Whole files, broken in random places: the parser, the splitter and the readers of data and dates have to take all of them.</summary>
public sealed class MutatedFileTests
{
    /// <summary>The number of files to make; without it as many as take some seconds.</summary>
    private const string CountVariable = "CONTENTAPI_FUZZ";

    private const int DefaultCount = 20_000;

    private static readonly string[] Extensions = [".md", ".html", ".mdx"];

    private static readonly string[] DataFiles = ["a.yml", "a.toml", "a.json"];

    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    private static readonly Dialect[] Dialects = Enum.GetValues<Dialect>();

    private static readonly byte[][] Seeds =
    [
        .. new[]
        {
            "\n---\ntitle: 最新的 \"标题\"\ndate: Sat, 18 Sep 2021 23:40:34 GMT\ncategories:\n - [A, B]\n - C\nheadimg: //e.org/a.png\n---\n<p>中文</p><a href=\"f.jpg\"><img data-original=\"f.jpg\" src=\"t.gif\"></a>\n<div><!-- more --></div>\n",
            "---\nlayout: post\ntitle:  'It''s'\ndate: 2021-09-18 23:40:34 +0800\ntags: [C#, .NET, \"a, b\"]\nauthor: {name: A, url: https://e.org}\ndescription: >-\n  a\n  b\n\n  c\nbase: &b {k: 1}\nalias: *b\n---\n# H\n\nText with **bold**, `code`, [link](b.md) and ![i](a.png \"t\").\n\n| a | b |\n|:-|-:|\n| 1 | 2 |\n",
            "+++\ntitle = \"T \\u4e2d\"\ndate = 2021-09-18T23:40:34.123456789+08:00\ntags = ['a',\n  \"b\",\n]\nweight = 1_000\n[params.x]\ny = {z = [1.5, true], w = '''\nm\n'''}\n[[params.list]]\nn = 0xff\n+++\n{{< figure src=\"a.png\" >}}\n\nB[^1]\n\n[^1]: note\n",
            "{\n  \"title\": \"T}\",\n  \"date\": \"2021-09-18T12:30:00.000Z\",\n  \"tags\": [\"a\", null, 1e3],\n  \"o\": {\"k\": \"\\ud83d\\ude00\", \"n\": -0.5}\n}\n\n> [!note]\n> B\n",
            ";;;\n\"title\": \"T\",\n\"categories\": [[\"a\", \"b\"], \"c\"]\n;;;\nB\n",
            "\"title\": \"T\",\n\"date\": \"2013/7/13\"\n;;;\nB\n",
            "<!--{\n  \"Title\": \"T\",\n  \"Path\": \"/x\"\n}-->\n<h2 id=a>H</h2><table><tr><td>x</table><svg><a xlink:href=\"b\">c</a></svg>\n",
            "title: T\ndate: 01/18/2026\ntags:\n- a\n- b\n---\n- [ ] task\n\n```js\nlet a = 1\n```\n\n<details><summary>S</summary>\n\n*x*\n</details>\n",
            "---\ntitle: !foo T\ndraft: yes\npublished: 2021年9月18日 下午3:20\nimage: {src: a.png, alt: x}\ngallery:\n\t- b.png\n\t- c.png\n\"k\": 'v'\n? [x]\n: y\n<<: {a: 1}\n...\nimport A from './a'\n\n<A b={1}/>\n\nText {x} $a^2$ [[Note|n]] ![[i.png|300]]\n",
            "---json\n{\"title\": \"T\", \"draft\": false}\n---\n<p onclick=x style=\"color:red\">a<b>b</p>c</b><iframe src=//e.org></iframe>",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("---\ntitle: 中\n---\nB\n")],
    ];

    [Fact]
    public void No_broken_file_breaks_the_parser()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable(CountVariable), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : DefaultCount;
        for (var number = 0; number < count; number++)
        {
            var file = Mutator.Mutate(Seeds, number);
            try
            {
                Check(file, number);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"File {number}, in base64: {Convert.ToBase64String(file)}", e);
            }
        }
    }

    private static void Check(byte[] file, int number)
    {
        var options = new ParseOptions { Dialect = Dialects[number % Dialects.Length], TimeZone = Zone };
        var result = new ArticleParser(options).Parse($"_posts/2020-01-02-a{Extensions[number % Extensions.Length]}", file);
        CheckFindings(result.Diagnostics);
        Assert.True(result.Article is not null || result.Diagnostics.Count > 0, "a file that gives nothing says why");
        if (result.Article is { } article)
            ArticleChecks.IsConsistent(article);

        var data = DataFileReader.Read(DataFiles[number % DataFiles.Length], file);
        CheckFindings(data.Diagnostics);
        Assert.Equal(data.Root is null, data.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error));

        var text = Encoding.UTF8.GetString(file);
        CheckParts(text, FrontMatterSplitter.Split(text));
        foreach (var line in text.Split('\n').Take(20))
            CheckDate(line[(line.IndexOfAny([':', '=']) + 1)..]);
    }

    private static void CheckFindings(IReadOnlyList<Diagnostic> findings)
    {
        Assert.Equal([], findings.Where(d => d.Code == DiagnosticCode.ParserFault).Select(d => d.Message));
        Assert.All(findings, d => Assert.True(d.Line >= 1 && d.Column >= 1, $"{d.Code} {d.Line}:{d.Column}"));
    }

    private static void CheckParts(string text, SplitFile split)
    {
        if (split.Format is null)
            return;
        int[] cuts = [0, split.LeadEnd, split.OpenFenceEnd, split.ContentEnd, split.CloseFenceEnd, text.Length];
        Assert.Equal(cuts.Order(), cuts);
        Assert.True(split.IsClosed || split.CloseFenceEnd == text.Length, "what is not closed is all there is");
    }

    // A date that is read is a date that can be written, and read again as the same.
    private static void CheckDate(string text)
    {
        if (DateReader.Read(text.Trim(), Zone, DateOrder.Dmy).Instant is not { } instant)
            return;
        Assert.Equal(0, instant.Ticks % TimeSpan.TicksPerMicrosecond);
        Assert.Equal(instant, DateReader.Read(instant.ToString("O", CultureInfo.InvariantCulture), Zone, null).Instant);
    }
}
