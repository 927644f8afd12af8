using System.Globalization;
using System.Text;

namespace ContentApi.TestSupport.Xss;

/// <summary>The attempts of <c>vectors.txt</c>, and the places they are tried in.</summary>
public static class XssVectors
{
    public static readonly IReadOnlyList<XssVector> All = Read();

    public static readonly IReadOnlyList<XssFrame> Frames =
    [
        new("HTML", "Generic", "a.html", "§"),
        new("HTML in an element", "Jekyll", "a.html", "<div class=\"a\"><p>§</p></div>"),
        new("HTML in an attribute", "Generic", "a.html", "<p title=\"§\">x</p><p title='§'>y</p><img alt=\"§\" src=a.png>"),
        new("HTML in an address", "Hexo", "a.html", "<a href=\"§\">x</a><img src='§'><a href=§>y</a>"),
        new("Markdown", "Generic", "a.md", "§"),
        new("Markdown of Hugo", "Hugo", "a.md", "§"),
        new("Markdown of Hexo", "Hexo", "a.md", "§"),
        new("Markdown of Zola", "Zola", "a.md", "§"),
        new("Markdown of Obsidian", "Obsidian", "a.md", "# h\n\na § b\n\n[[§]] ![[§]] [[x|§]] ==§=="),
        new("Markdown of Docusaurus", "Docusaurus", "a.md", "§"),
        new("MDX", "Generic", "a.mdx", "§"),
        new("MDX in an element", "Astro", "a.mdx", "<Tabs>\n\n§\n\n</Tabs>\n\n{§}\n\n<B c={§} d=\"§\" />"),
        new("a paragraph", "Jekyll", "a.md", "A § b\n§"),
        new("a link", "Generic", "a.md", "[x](§) [y](<§>) [z](/a \"§\") [§](/b)\n\n[w]\n\n[w]: §"),
        new("an image", "Generic", "a.md", "![x](§) ![§](a.png) ![z](a.png '§')"),
        new("blocks", "Generic", "a.md", "> [!§]\n> §\n\n:::tip[§]\n§\n:::\n\n:::§\nx\n:::\n\n- [x] §\n\n# § {#§}\n\n| § | b |\n|---|---|\n| § | § |\n\nx[^1]\n\n[^1]: §"),
        new("code", "Jekyll", "a.md", "```§\n§\n```\n\n`§`\n\n{% highlight § %}\n§\n{% endhighlight %}\n\n    §"),
        new("template code", "Generic", "a.md", "{{ § }} {% § %} {{< § >}} {{% § %}} <a href=\"{{ § }}\">x</a> [y]({{ § }}) <p class={% § %}>z</p> {# § #}"),
        new("tags with a meaning", "Generic", "a.md", "{{< figure src=\"§\" alt=\"§\" title=\"§\" caption=\"§\" >}} {% img § a.png \"§\" %} {% post_link § § %} {% asset_path § %} [x]({{< ref \"§\" >}}) {% raw %}§{% endraw %}\n\n<div>\n{{< figure src=\"§\" alt='§' >}}\n</div>"),
        new("formulas", "Generic", "a.md", "$§$ \\\\(§\\\\)\n\n$$\n§\n$$"),
        new("attribute lists", "Jekyll", "a.md", "## A\n{: § id=\"§\" .§ }\n\n*b*{: §} [c](/d){:target=\"§\" title=\"§\" class='§'} ![e](f.png){: width=\"§\" height='§' alt=\"§\" loading=§ §}\n\n{:g: § title=\"§\"}\n\nh\n{: g}\n\n*[i]: §\n\ni"),
        new("abbreviations", "Jekyll", "a.md", "*[§]: §\n*[api]: §\n\nHello § world api{: title=\"§\" .§}\n\n![§](a.png) ![the § api](b.png '§') [§](/c) *§* # § ![a[^1]](d.png)\n\n[^1]: api §"),
        new("callouts", "Obsidian", "a.md", "> [!tip]- §\n> §\n\n> [!§|§]+ x\n\n> [!a] [x](§) ![y](§)\n\n:::tip §\n§\n:::\n\n::: details §\n:::"),
        new("what stands behind a fence", "Generic", "a.md", "```js{§} §\n§\n```\n\n~~~ {.js §=\"§\"}\n~~~"),
        new("notes", "Obsidian", "a.md", "a^[§ [b](§)] ![c|§x§](d.png) ![[e.png|§|100]] [[f#^§]]\n\ng ^§"),
        new("values of templates", "Jekyll", "a.md", "<a href=\"{{ '§' }}\">x</a> [y]({{ \"§\" | relative_url }}) ![z]({{ '§' }}) <img src=\"{{ '§' | append: '§' }}\"> {{ '§' }} {% link § %} [w]({% link § %})\n\n`{% raw %}§{% endraw %}`"),
        new("values of MDX", "Docusaurus", "a.mdx", "import i from '§.png'\n\n<a href={'§'}>x</a> <img src={\"§\"} alt={`§`} /> <img src={i} /> <img src={require('§').default} /> {'§'}\n\n<Image src=\"§\" alt='§' title={'§'} />\n\n\\§"),
        new("Markdown in HTML", "Jekyll", "a.md", "<div markdown=\"1\" §>\n§\n</div>\n\n<p markdown=\"span\" title=\"§\">§</p>\n\nx"),
    ];

    private static List<XssVector> Read()
    {
        var vectors = new List<XssVector>();
        var kind = "";
        foreach (var line in File.ReadLines(Path.Combine(RepositoryFiles.Root, "tests", "ContentApi.TestSupport", "Xss", "vectors.txt")).SkipWhile(line => !IsKind(line)))
        {
            if (IsKind(line))
                kind = line[5..];
            else if (line.Length > 0)
                vectors.Add(new XssVector(kind, Unescape(line)));
        }

        return vectors;
    }

    private static bool IsKind(string line) => line.StartsWith("==== ", StringComparison.Ordinal);

    private static string Unescape(string line)
    {
        var text = new StringBuilder();
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != '\\' || i + 1 == line.Length)
            {
                text.Append(line[i]);
                continue;
            }

            var digits = line[++i] switch { 'x' => 2, 'u' => 4, _ => 0 };
            if (digits > 0)
                text.Append((char)int.Parse(line.AsSpan(i + 1, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            else
                text.Append(line[i] switch { 'n' => '\n', 't' => '\t', 'f' => '\f', '0' => '\0', var c => c });
            i += digits;
        }

        return text.ToString();
    }
}
