using System.Text;

namespace ContentApi.Benchmarks.Importing;

/// <summary>An article of a technical blog in GitHub's Markdown.</summary>
internal static class EnglishMarkdown
{
    /// <summary>Writes the article of a number.</summary>
    public static GeneratedArticle Write(int number, int files)
    {
        var words = new Vocabulary(new Random(number));
        var date = GeneratedDate.Of(number, files);
        var title = words.EnglishSentence()[..^1];
        var text = new StringBuilder($"""
            ---
            title: "{title}"
            date: {date:yyyy-MM-dd'T'HH:mm:sszzz}
            lastmod: {date.AddDays(words.Number(30)):yyyy-MM-dd}
            author: {words.One("Ada Lind", "Tomas Reyne", "Mei Tanaka", "Jo Abara", "Ines Duarte")}
            categories:
              - {words.One("Engineering", "Notes", "Travel", "Kitchen")}
            tags: [{words.EnglishWords(1)}, {words.EnglishWords(1)}, {words.EnglishWords(1)} {words.EnglishWords(1)}]
            description: {words.EnglishSentence()}
            cover: /images/{words.Number(GeneratedFolder.Pictures)}.png
            draft: {(number % 50 == 1 ? "true" : "false")}
            ---

            {words.EnglishSentence()} {words.EnglishSentence()}

            <!--more-->


            """);
        AppendBody(text, words, number, files);
        return new GeneratedArticle($"posts/{date:yyyy}/{date:MM}/{Slug(number)}.md", text.ToString());
    }

    private static void AppendBody(StringBuilder text, Vocabulary words, int number, int files)
    {
        var end = text.Length + 1_400 + words.Number(2_300);
        while (text.Length < end)
        {
            text.Append($"{words.One("##", "##", "###")} {words.EnglishSentence()[..^1]}\n\n");
            AppendParagraph(text, words);
            switch (words.Number(6))
            {
                case 0:
                    AppendList(text, words, words.One("- ", "1. ", "- [ ] ", "- [x] "));
                    break;
                case 1:
                    AppendTable(text, words);
                    break;
                case 2:
                    AppendCode(text, words);
                    break;
                case 3:
                    text.Append($"> {words.EnglishSentence()}\n> {words.EnglishSentence()}\n\n");
                    break;
                case 4:
                    text.Append($"![{words.EnglishWords(3)}](/images/{words.Number(GeneratedFolder.Pictures)}.png \"{words.EnglishWords(4)}\")\n\n");
                    break;
                case 5:
                    var other = words.Number(files / 2) * 2 + 1 is var n && n < files ? n : number;
                    text.Append($"See [{words.EnglishWords(3)}](/posts/{GeneratedDate.Of(other, files):yyyy/MM}/{Slug(other)}/) for more.\n\n");
                    break;
            }
        }
    }

    private static void AppendParagraph(StringBuilder text, Vocabulary words)
    {
        var sentences = 2 + words.Number(3);
        for (var sentence = 0; sentence < sentences; sentence++)
        {
            text.Append(words.EnglishSentence()).Append(words.Number(7) switch
            {
                0 => $" It is **{words.EnglishWords(2)}** and *{words.EnglishWords(1)}*.",
                1 => $" Call `{words.EnglishWords(1)}({words.Number(100)})` first.",
                2 => $" The [{words.EnglishWords(2)}](https://docs.example/{words.EnglishWords(1)}/{words.Number(1000)}) says so.",
                3 => $" Not ~~{words.EnglishWords(1)}~~, see https://example.org/{words.Number(1000)} instead.",
                _ => "",
            });
            text.Append(words.Number(3) == 0 ? '\n' : ' ');
        }

        text.Append("\n\n");
    }

    private static void AppendList(StringBuilder text, Vocabulary words, string mark)
    {
        for (var item = 0; item < 4; item++)
        {
            text.Append(mark).Append(words.EnglishSentence()).Append('\n');
        }

        text.Append('\n');
    }

    private static void AppendTable(StringBuilder text, Vocabulary words)
    {
        text.Append($"| {words.EnglishWords(1)} | {words.EnglishWords(2)} | {words.EnglishWords(1)} |\n|---|:---:|---:|\n");
        for (var row = 0; row < 4; row++)
        {
            text.Append($"| {words.EnglishWords(2)} | `{words.EnglishWords(1)}` | {words.Number(10_000)} |\n");
        }

        text.Append('\n');
    }

    private static void AppendCode(StringBuilder text, Vocabulary words)
    {
        text.Append($"```{words.One("csharp", "go", "sql", "bash", "")}\n");
        for (var line = 0; line < 5; line++)
        {
            text.Append($"{words.EnglishWords(1)}.{words.EnglishWords(1)}(\"{words.EnglishWords(2)}\", {words.Number(100)} < {words.Number(100)});\n");
        }

        text.Append("```\n\n");
    }

    private static string Slug(int number) => $"note-{number}";
}
