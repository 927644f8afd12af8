using System.Text;
using CsCheck;

namespace ContentApi.Parsing.Tests;

/// <summary>H19: what people see of the lines of a file.</summary>
public sealed class SourceLinesTests
{
    [Theory]
    [InlineData("---\ntitle: T\npassword: x\ndate: y\n---\npassword: z", "---\ntitle: T\npassword: …\ndate: y\n---\npassword: z")]
    [InlineData("---\npassword:\ndate: y\n---\n", "---\npassword:\ndate: y\n---\n")]
    [InlineData("---\npassword: 'a\nb: c' # d\ndate: y\n---\n", "---\npassword: …\n…\ndate: y\n---\n")]
    [InlineData("---\npassword: |\n  a: b\n\n  c\ndate: y\n---\n", "---\npassword: …\n…\n\n…\ndate: y\n---\n")]
    [InlineData("---\npassword:\n- a\n- b: c\n# d\ndate: y\n---\n", "---\npassword:\n…\n…\n…\ndate: y\n---\n")]
    [InlineData("---\npassword: &x !y [\na: b,\n'c]']\ndate: y\n---\n", "---\npassword: …\n…\n…\ndate: y\n---\n")]
    [InlineData("---\ntags:\n  - name: a\n    password: b\n  - name: c\n    password: d\n    e: f\n---\n", "---\ntags:\n  - name: a\n    password: …\n  - name: c\n    password: …\n    e: f\n---\n")]
    [InlineData("---\ntags: [a, password]\ndate: y\n---\n", "---\ntags: [a, password]\ndate: y\n---\n")]
    [InlineData("---\ntitle: A passwordless life\nwith: no password yet\n---\n", "---\ntitle: A passwordless life\nwith: no password yet\n---\n")]
    [InlineData("{\n\"password\": {\n\"a\": 1\n},\n\"title\": \"T\"\n}\nB", "{\n\"password\": …\n…\n…\n\"title\": \"T\"\n}\nB")]
    [InlineData("+++\npassword = '''\na = b\n'''\ntitle = 'T'\n+++\n", "+++\npassword = …\n…\n…\ntitle = 'T'\n+++\n")]
    [InlineData("+++\n[a.password]\nb = 1\n[c]\nd = 2\n+++\n", "+++\n[a.password]\n…\n[c]\nd = 2\n+++\n")]
    [InlineData("{\"title\": \"T\"} password: x\npassword: y", "{\"title\": \"T\"} password: x\npassword: y")]
    [InlineData("{\"password\": \"a\"} x\ny", "{\"password\": …\ny")]
    [InlineData("user: a\npassword: b\nhost: c\n", "user: a\npassword: …\nhost: c\n")]
    public void Passwords_are_hidden_and_nothing_else(string text, string shown) =>
        Assert.Equal(shown, string.Join('\n', SourceLines.Read(Encoding.UTF8.GetBytes(text), null).Select(x => x.Text)));

    [Fact]
    public void Whatever_a_file_holds_its_lines_are_there_or_cut() =>
        Gen.OneOf("password", "password: ", "\"password\": ", "password = ", "[password]\n", "? password\n", "title: T\n", "\n", "---\n", "+++\n", ";;;\n", "\"", "'", "[", "]", "{", "}", "- ", "  ", "|\n", "!t ", "\\", "x")
            .Array[0, 30].Sample(pieces =>
            {
                var lines = string.Concat(pieces).Split('\n');
                var shown = SourceLines.Read(Encoding.UTF8.GetBytes(string.Join('\n', lines)), null);
                Assert.Equal(lines.Length, shown.Count);
                Assert.All(lines.Zip(shown), x => Assert.True(x.First == x.Second.Text || (x.Second.Text.EndsWith('…') && x.First.StartsWith(x.Second.Text[..^1], StringComparison.Ordinal))));
            });

    [Theory]
    [InlineData("password", " ", "x")]
    [InlineData("p", " ", "x")]
    [InlineData("", "password] ", "")]
    [InlineData("", "password.", "")]
    [InlineData("password:\n ", "- ", "")]
    public void Long_lines_do_not_keep_it_busy_for_hours(string before, string repeated, string after)
    {
        var text = $"---\ntitle: T\n{before}{string.Concat(Enumerable.Repeat(repeated, 400_000 / repeated.Length))}{after}\n---\nB";

        Assert.Equal(text.Count(x => x == '\n') + 1, SourceLines.Read(Encoding.UTF8.GetBytes(text), null).Count);
    }

    [Fact]
    public void Only_the_value_is_hidden()
    {
        var line = SourceLines.Read("---\npassword: x\n---\n"u8, null)[1];

        Assert.Equal((false, true), (line.Hides(1), line.Hides(11)));
    }
}
