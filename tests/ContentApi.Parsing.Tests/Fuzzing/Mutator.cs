using System.Text;

namespace ContentApi.Parsing.Tests.Fuzzing;

/// <summary>Makes broken files of whole ones. The same number gives the same file for ever.</summary>
internal static class Mutator
{
    private const int MaxLength = 4_000;

    // What means something to a splitter, a reader of YAML, TOML or JSON, a date reader or a cleaner of HTML.
    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "---\n", "----\n", "...\n", "+++\n", ";;;\n", "---toml\n", "---json\n", "<!--{", "}-->", "\n", "\r\n", "\r", "\t", " ", "\0", "\uFEFF", "\u2028", "\u0085", "中", "😀", "e\u0301",
            "title: ", "title = ", "\"title\": ", "date: ", "date = ", "tags: ", "[", "]", "[[", "]]", "{", "}", "{{", "}}", "(", ")", "\"", "'", "\"\"\"", "'''", ",", ":", "=", "#", "|", ">", ">-", "&a ", "*a ", "!!str ", "! ",
            "? ", "- ", "%", "@", "`", "~", "<<: ", "null", "true", "1e9999", "0x", "1_0", "inf", "-", "+", ".", "\\", "\\u0000", "\\uD800", "\\uDC00", "\\x", "\\", "2021-02-29", "T23:59:60", "+08:00", "年", "月", "下午", "pm",
            "<", ">", "</", "<div>", "</p>", "<img src=", "<a href=", "<!--", "-->", "<![CDATA[", "<svg>", "<script>", "javascript:", "onerror=", "&#x6a;", "![", "](", "```", "~~~", "$$", "[^1]", "> ", "* ", "1. ", "|-|", "{% raw %}", "<!-- more -->",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xFE, 0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
    ];

    public static byte[] Mutate(IReadOnlyList<byte[]> seeds, int number)
    {
        var random = new Random(number);
        var file = new List<byte>(seeds[random.Next(seeds.Count)]);
        for (var left = random.Next(1, 9); left > 0; left--)
            Step(file, seeds, random);
        return file.Count <= MaxLength ? [.. file] : [.. file[..MaxLength]];
    }

    private static void Step(List<byte> file, IReadOnlyList<byte[]> seeds, Random random)
    {
        var at = random.Next(file.Count + 1);
        var length = Math.Min(random.Next(1, 40), file.Count - at);
        switch (random.Next(8))
        {
            case 0 when at < file.Count:
                file[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                file.RemoveRange(at, length);
                break;
            case 2:
                file.InsertRange(at, Enumerable.Repeat(file.GetRange(at, length), random.Next(1, 30)).SelectMany(x => x).ToArray());
                break;
            case 3:
                var other = seeds[random.Next(seeds.Count)];
                var start = random.Next(other.Length);
                file.InsertRange(at, other[start..Math.Min(other.Length, start + random.Next(1, 200))]);
                break;
            case 4:
                file.RemoveRange(at, file.Count - at);
                break;
            case 5:
                var moved = file.GetRange(at, length);
                file.RemoveRange(at, length);
                file.InsertRange(random.Next(file.Count + 1), moved);
                break;
            default:
                file.InsertRange(at, Tokens[random.Next(Tokens.Length)]);
                break;
        }
    }
}
