using System.Text;

namespace ContentApi.Benchmarks.Importing;

/// <summary>An article as crawlers of news keep it: Hexo's front matter, and HTML with pictures that are loaded late.</summary>
internal static class ChineseHtml
{
    private const string Pictures = "https://static.news.example";

    /// <summary>Writes the article of a number.</summary>
    public static GeneratedArticle Write(int number, int files)
    {
        var words = new Vocabulary(new Random(number));
        var date = GeneratedDate.Of(number, files);
        var title = words.ChineseWords(4 + words.Number(5));
        var text = new StringBuilder();
        var cover = Picture(words, date);
        text.Append($"""

            ---
            title: '{title}'
            categories: 
             - {words.One("新媒体", "科技", "财经", "文化")}
             - {words.One("快讯", "周刊", "日报", "观察")}
             - {words.One("最新", "热门", "深度")}
            tags: [{words.ChineseWords(1)}, {words.ChineseWords(1)}, '{words.ChineseWords(2)}']
            headimg: '{Pictures}/thumb/{cover}'
            author: {words.One("cnNews", "科技日报", "新华观察", "周末画报", "财经网")}
            comments: false
            date: {date:R}
            thumbnail: '{Pictures}/thumb/{cover}'
            ---

            <div>   
            {words.ChineseParagraph()}<br>

            """);
        AppendBody(text, words, date);
        text.Append("   \n</div>\n            ");
        return new GeneratedArticle($"posts/{date:yyyy}/{date:MM}/{title}-{number}.md", text.ToString());
    }

    private static void AppendBody(StringBuilder text, Vocabulary words, DateTimeOffset date)
    {
        // Most characters are three bytes in UTF-8, all in all 3.5 kB on average.
        var end = text.Length + 560 + words.Number(1_300);
        while (text.Length < end)
        {
            text.Append("<p>").Append(words.ChineseParagraph());
            switch (words.Number(6))
            {
                case 0:
                    text.Append($"<strong>{words.ChineseWords(4)}</strong>");
                    break;
                case 1:
                    text.Append($"<a target=\"_blank\" href=\"https://www.news.example/articles/{words.Number(99_999)}.htm\">{words.ChineseWords(4)}</a>");
                    break;
                case 2:
                    var picture = Picture(words, date);
                    text.Append($"</p><p><a target=\"_blank\" href=\"{Pictures}/{picture}\"><img data-original=\"{Pictures}/{picture}\" src=\"{Pictures}/thumb/{picture}\" referrerpolicy=\"no-referrer\"></a> ");
                    break;
            }

            text.Append("</p>");
        }
    }

    private static string Picture(Vocabulary words, DateTimeOffset date) => $"article/{date:yyyy}/{date:MMdd}/{words.Number(int.MaxValue):x}.jpeg";
}
