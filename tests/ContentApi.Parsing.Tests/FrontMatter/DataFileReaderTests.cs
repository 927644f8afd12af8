using System.Text;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.Tests.FrontMatter;

public sealed class DataFileReaderTests
{
    [Theory]
    [InlineData("_config.yml", "title: T\nn: 1\nlist: [a, 'b']\n", "{title: T, n: 1, list: [a, \"b\"]}")]
    [InlineData("a.YAML", "a: {b: c}", "{a: {b: c}}")]
    [InlineData("hugo.toml", "title = 'T'\n[params.author]\nname = \"N\"\n[[menu]]\nn = 1\n[[menu]]\nn = 2\n", "{title: \"T\", params: {author: {name: \"N\"}}, menu: [{n: 1}, {n: 2}]}")]
    [InlineData("posts.json", "{\"tags\": [\"a\", true, null, 1.50], \"o\": {\"k\": \"v\"}}", "{tags: [\"a\", true, null, 1.50], o: {k: \"v\"}}")]
    [InlineData("list.json", "[1, [2]]", "[1, [2]]")]
    [InlineData("text.json", "\"t\"", "\"t\"")]
    [InlineData("authors.yml", "", "{}")]
    [InlineData("hugo.toml", " \n# nothing\n", "{}")]
    [InlineData("hugo.toml", "", "{}")]
    [InlineData("posts.json", "  \n", "{}")]
    [InlineData("no-extension", "a: b", "{a: b}")]
    [InlineData("bom.json", "\uFEFF{\"a\": 1}", "{a: 1}")]
    [InlineData("windows.toml", "a = 1\r\nb = '''\r\nx\r\n'''\r\n", "{a: 1, b: \"x\n\"}")]
    public void A_file_is_read_by_its_extension(string path, string text, string expected)
    {
        var reading = DataFileReader.Read(path, Encoding.UTF8.GetBytes(text));

        Assert.Equal(expected, MetaText.Of(reading.Root));
        Assert.Empty(reading.Diagnostics);
    }

    [Theory]
    [InlineData("a.yml", "a:\n  b: c\n d: e\n", "YAML_SYNTAX 3:2")]
    [InlineData("a.toml", "a = 1\nb = \n", "TOML_SYNTAX 2:5")]
    [InlineData("a.toml", "x = '中文' oops\n", "TOML_SYNTAX 1:10")]
    [InlineData("a.json", "{\n  \"a\": 1,\n}\n", "JSON_SYNTAX 3:1")]
    [InlineData("a.json", "{\"中\": \"文\", x}", "JSON_SYNTAX 1:12")]
    [InlineData("a.json", "{\"a\": 1} // note", "JSON_SYNTAX 1:10")]
    [InlineData("a.toml", "a = \"\\ude0", "TOML_SYNTAX 1:11")]
    [InlineData("a.json", "{\"a\": ", "JSON_SYNTAX 1:7")]
    public void A_mistake_is_an_error_with_its_place(string path, string text, string expected)
    {
        var reading = DataFileReader.Read(path, Encoding.UTF8.GetBytes(text));

        Assert.Null(reading.Root);
        Assert.Equal(expected, string.Join(' ', reading.Diagnostics.Select(d => $"{d.Code} {d.Line}:{d.Column}")));
    }

    [Theory]
    [InlineData("a.toml", "title = \"😀\"\n[a]\n\"b c\".d = [ 1,\n  {e = true} ]\n", "{ title@1:1 😀@1:9 a@2:2 { b c@3:1 { d@3:7 [ 1@3:13 { e@4:4 true@4:8 } ]@3:11 } } }")]
    [InlineData("a.json", "{ \"t\": \"😀\", \"a\": [\n 1, {\"b\": null}] }", "{ t@1:3 😀@1:8 a@1:14 [ 1@2:2 { b@2:6 null@2:11 } ]@1:19 }")]
    [InlineData("a.yml", "t: 😀\na: [\n 1]\n", "{ t@1:1 😀@1:4 a@2:1 [ 1@3:2 ]@2:4 }")]
    public void Every_key_and_value_has_its_place(string path, string text, string expected) =>
        Assert.Equal(expected, MetaText.PlacesOf(DataFileReader.Read(path, Encoding.UTF8.GetBytes(text)).Root!));

    [Theory]
    [InlineData("a.toml", "a = 1_000\nb = 0xff\nc = 1e9999\nd = inf\ne = 0.5\nf = -0\ng = 99999999999999999999\nh = +1_0.5\ni = 0o17\nj = 0b11\nk = 012\nl = -7", "{a: 1_000 (1000), b: 0xff (255), c: 1e9999, d: inf, e: 0.5, f: -0, g: 99999999999999999999, h: +1_0.5 (+10.5), i: 0o17 (15), j: 0b11 (3), k: 012, l: -7}")]
    [InlineData("a.toml", "a = 2021-09-18T23:40:34.123456789+08:00\nb = 2021-09-18 23:40:34\nc = 2021-09-18\nd = 23:40:34\ne = 2017-02-30\nf = 20220-20-20\n", "{a: 2021-09-18T23:40:34.123456789+08:00, b: 2021-09-18 23:40:34, c: 2021-09-18, d: 23:40:34, e: 2017-02-30, f: 20220-20-20}")]
    [InlineData("a.json", "[1e9999, -0, 1.50, 12345678901234567890]", "[1e9999, -0, 1.50, 12345678901234567890]")]
    public void Numbers_and_dates_keep_their_text(string path, string text, string expected) =>
        Assert.Equal(expected, MetaText.Of(DataFileReader.Read(path, Encoding.UTF8.GetBytes(text)).Root));

    [Theory]
    [InlineData("a.yml", "a: 1\nA: 2\na: 3\n", "{a: 3, A: 2}", "DUP_KEY 3:1")]
    [InlineData("a.toml", "a = 1\nA = 2\na = 3\n", "{a: 3, A: 2}", "DUP_KEY 3:1")]
    [InlineData("a.toml", "[t]\na = 1\n[t]\nb = 2\n", "{t: {a: 1, b: 2}}", "DUP_KEY 3:2")]
    [InlineData("a.toml", "t = 1\n[t]\nb = 2\n", "{t: {b: 2}}", "DUP_KEY 2:2")]
    [InlineData("a.toml", "t = 1\nt.b = 2\n", "{t: {b: 2}}", "DUP_KEY 2:1")]
    [InlineData("a.toml", "[t]\na = 1\n[[t]]\nb = 2\n", "{t: [{b: 2}]}", "DUP_KEY 3:3")]
    [InlineData("a.toml", "[t.u]\na = 1\n[t]\nb = 2\n", "{t: {u: {a: 1}, b: 2}}", "")]
    [InlineData("a.toml", "[[t]]\na = 1\n[t.u]\nb = 2\n[[t]]\na = 3\n", "{t: [{a: 1, u: {b: 2}}, {a: 3}]}", "")]
    [InlineData("a.toml", "a.b = 1\na.c = 2\n[a.d]\ne = 3\n", "{a: {b: 1, c: 2, d: {e: 3}}}", "")]
    [InlineData("a.json", "{\"a\": 1, \"A\": 2, \"a\": 3}", "{a: 3, A: 2}", "DUP_KEY 1:18")]
    public void The_last_of_equal_keys_counts(string path, string text, string expected, string codes)
    {
        var reading = DataFileReader.Read(path, Encoding.UTF8.GetBytes(text));

        Assert.Equal(expected, MetaText.Of(reading.Root));
        Assert.Equal(codes, string.Join(' ', reading.Diagnostics.Select(d => $"{d.Code} {d.Line}:{d.Column}")));
    }

    [Theory]
    [InlineData("a.json", """{"a": "\ud800x \\ud800 \ud83d\ude00", "b": "\u0000c"}""", "{a: \"\uFFFDx \\ud800 😀\", b: \"c\"}", "SURROGATE 1:8 NUL 1:44")]
    [InlineData("a.toml", "a = \"\\ud800x \\\\ud800\"\nb = \"\\u0000c\"", "{a: \"\uFFFDx \\ud800\", b: \"c\"}", "SURROGATE 1:6 NUL 2:5")]
    [InlineData("a.toml", "a = 'C:\\ud800'", "{a: \"C:\\ud800\"}", "")]
    [InlineData("a.yml", "a: \"\\ud800x \\\\ud800 \\ud83d\\ude00\"\n", "{a: \"\uFFFDx \\ud800 😀\"}", "SURROGATE 1:5")]
    public void What_a_database_cannot_hold_is_replaced(string path, string text, string expected, string codes)
    {
        var reading = DataFileReader.Read(path, Encoding.UTF8.GetBytes(text));

        Assert.Equal(expected, MetaText.Of(reading.Root));
        Assert.Equal(codes, string.Join(' ', reading.Diagnostics.Select(d => $"{d.Code} {d.Line}:{d.Column}")));
    }

    [Theory]
    [InlineData("a.yml", "x: ", "YAML_LIMIT")]
    [InlineData("a.toml", "x = ", "META_LIMIT")]
    [InlineData("a.json", "", "META_LIMIT")]
    public void Sixty_four_levels_are_read_and_no_more(string path, string lead, string code)
    {
        // The object around the lists of JSON, as the mapping of the others is level zero.
        DataFileReading Nest(int depth)
        {
            var lists = new string('[', depth) + new string(']', depth);
            return DataFileReader.Read(path, Encoding.UTF8.GetBytes(lead.Length > 0 ? lead + lists : $"{{\"x\": {lists}}}"));
        }

        Assert.NotNull(Nest(64).Root);
        Assert.Equal(code, Assert.Single(Nest(65).Diagnostics).Code);
        Assert.Equal(code, Assert.Single(Nest(10_000).Diagnostics).Code);
    }

    [Fact]
    public void Dotted_keys_and_tables_count_as_levels()
    {
        string CodesOf(string toml) => string.Join(' ', DataFileReader.Read("a.toml", Encoding.UTF8.GetBytes(toml)).Diagnostics.Select(d => d.Code));
        var dots = string.Join('.', Enumerable.Repeat("a", 50));

        Assert.Equal("", CodesOf($"{dots} = 1"));
        Assert.Equal("", CodesOf($"[{dots}]\nb = 1"));
        Assert.Equal("META_LIMIT", CodesOf($"{dots}.{dots} = 1"));
        Assert.Equal("META_LIMIT", CodesOf($"[{dots}]\n{dots} = 1"));
        Assert.Equal("META_LIMIT", CodesOf($"{dots} = {{{dots} = 1}}"));
    }

    [Theory]
    [InlineData("a.yml", "YAML_LIMIT")]
    [InlineData("a.toml", "META_LIMIT")]
    [InlineData("a.json", "META_LIMIT")]
    public void A_huge_file_is_refused(string path, string code)
    {
        var bytes = Encoding.UTF8.GetBytes(new string('1', (512 * 1024) + 1));

        Assert.Equal(code, Assert.Single(DataFileReader.Read(path, bytes).Diagnostics).Code);
    }
}
