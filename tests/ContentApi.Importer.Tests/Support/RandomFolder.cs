using CsCheck;

namespace ContentApi.Importer.Tests.Support;

/// <summary>Small folders of articles that share names, change from one folder to the next, and use files beside them.</summary>
internal static class RandomFolder
{
    private static readonly Gen<string> Name = Gen.OneOf("News", "news", "NEWS", "Film", "Caf\u00e9", "Cafe\u0301", "C#", "C++", "!!", "\u65b0\u95fb");

    private static readonly Gen<string> Path = Gen.OneOf(
        "a.md", "b.md", "source/_posts/c.md", "source/_posts/d.md", "docs/g.html", "docs/e.md", "docs/index.md", "docs/f.markdown",
        "docs/a.md", "fr/a.md", "de/a.md");

    private static readonly Gen<string> Image = Gen.OneOf(
        "x.png", "/img/y.png", "./x.png", "https://e.org/z.png", "//e.org/z.png", "missing.png", "../x.png");

    // By path, by name, dead for lack of a file, and from places where they lead elsewhere.
    private static readonly Gen<string> Link = Gen.OneOf(
        "[l](a.md)", "[l](../a.md)", "[l](b.md#h)", "[l](/docs/e.md)", "[l](g.html)", "<a href=\"../docs/f.markdown\">l</a>", "{% post_link c %}", "[[d]]", "[[index|l]]", "[l](gone.md)");

    private static readonly Gen<string> Article = Gen.Select(
        Gen.Select(Gen.Int[0, 1_000], Link.Array[0, 3], Gen.Int[0, 5]),
        Name.Array[0, 4],
        Name.Array[0, 3].Array[0, 3],
        Name.Array[0, 2],
        Image.Array[0, 4],
        Gen.Bool,
        Gen.OneOf("", "date: 2021-09-18 23:40:34\n", "date: 2031-01-01\n", "date: 2017-02-30\n", "expires: 2031-01-01\n"),
        (head, tags, categories, authors, images, draft, date) =>
            $"""
            ---
            title: Title {head.Item1}
            {(head.Item3 < 2 ? $"permalink: /p{head.Item3}/FILE" : "x: y")}
            tags: [{Quote(tags)}]
            categories: [{string.Join(", ", categories.Where(x => x.Length > 0).Select(x => $"[{Quote(x)}]"))}]
            authors: [{string.Join(", ", authors.Select((name, i) => Author(name, i < images.Length ? images[i] : null)))}]
            draft: {(draft ? "yes" : "no")}
            {date}---
            ## Heading {head.Item1}

            {string.Join(' ', head.Item2)}

            {string.Join('\n', images.Select((image, i) => $"![alt {head.Item1 + i}]({image})"))}

            """);

    private static readonly Gen<string> Registry = Gen.Select(Name, Image, Gen.Int[0, 3]).Array[0, 3]
        .Select(people => string.Concat(people.Select(x => $"- {{key: '{x.Item1}', name: 'Film {x.Item3}', avatar: '{x.Item2}', bio: Bio {x.Item3}}}\n")));

    private static readonly Gen<string> ImageFile = Gen.OneOf("x.png", "img/y.png", "source/x.png", "source/img/y.png", "source/_posts/c/x.png", "docs/x.png");

    /// <summary>Texts by path. No two articles ask for the same path, and no file has the bytes of another, which would be a move.</summary>
    public static readonly Gen<Dictionary<string, string>> Files = Gen.Select(
        Gen.Dictionary(Gen.Const("_data/authors.yml"), Registry)[0, 1],
        Gen.Dictionary(Path, Article)[1, 8],
        Gen.Dictionary(ImageFile, Gen.Int[0, 3].Select(i => new string('p', i + 1)))[0, 4],
        (registry, articles, images) => articles.Select(x => KeyValuePair.Create(x.Key, $"{x.Value.Replace("FILE", x.Key)}<!-- {x.Key} -->\n")).Concat(images).Concat(registry).ToDictionary());

    private static string Author(string name, string? avatar) => avatar is null ? $"'{name}'" : $"{{name: '{name}', avatar: '{avatar}'}}";

    private static string Quote(string[] names) => string.Join(", ", names.Select(name => $"'{name}'"));
}
