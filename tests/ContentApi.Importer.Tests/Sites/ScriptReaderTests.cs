using ContentApi.Importer.Sites;
using ContentApi.Parsing.FrontMatter;
using CsCheck;

namespace ContentApi.Importer.Tests.Sites;

/// <summary>Settings files that are scripts: literals are read, nothing is run.</summary>
public sealed class ScriptReaderTests
{
    [Theory]
    [InlineData("export default { a: 'x' };", "{a:x}")]
    [InlineData("export default defineConfig({ a: \"x\", 'b-c': `y`, 3: 4 })", "{a:x,b-c:y,3:4}")]
    [InlineData("module.exports = { a: { b: ['x', 'y',], c: true }, d: null, }", "{a:{b:[x,y],c:true},d:null}")]
    [InlineData("const config: Config = { a: 'x' };\nexport default config;", "{a:x}")]
    [InlineData("/** @type {import('x').Config} */\nconst config = { a: 'x' }\nmodule.exports = config", "{a:x}")]
    [InlineData("export default { a: 'x' } satisfies Config;", "{a:x}")]
    [InlineData("export default { a: 'x' as const, b: y as string, c: 'z' }", "{a:x,c:z}")]
    [InlineData("module.exports = function (c) { c.addFilter('f', (x) => { return { no: 'n' } }); return { dir: { input: 'in' } }; };", "{dir:{input:in}}")]
    [InlineData("export default async function (c) { return { a: 'x' } }", "{a:x}")]
    [InlineData("module.exports = () => ({ a: 'x' });", "{a:x}")]
    [InlineData("module.exports = (c) => { return { a: 'x' } };", "{a:x}")]
    [InlineData("export default withTheme(defineConfig({ a: 'x' }));", "{a:x}")]
    [InlineData("export default function (c) { c.setInputDirectory('in'); }\nexport const config = { a: 'x' };", "{a:x,setInputDirectory:in}")]
    [InlineData("export default { list: [starlight({ title: 'T' }), mdx(), ...more] }", "{list:[{starlight:{title:T}},{mdx:{}}]}")]
    [InlineData("module.exports = { list: [['classic', /** @type {Options} */ ({ a: 'x' })]], b: ('y') }", "{list:[[classic,{a:x}]],b:y}")]
    [InlineData("module.exports = { a: `${__dirname}/x`, b: path.join(__dirname, 'x', `y`), c: path.resolve('z') }", "{a:./x,b:x/y,c:z}")]
    [InlineData("module.exports = (c) => { c.ignores.add('README.md'); c.other.add('no'); c.ignores.add(x); c.ignores.add('y'); }", "{ignores:[README.md,y]}")]
    [InlineData("module.exports = { a: !0, b: !1, c: !12 }", "{a:true,b:false}")]
    public void What_a_script_exports_is_read(string script, string expected) => Assert.Equal(expected, Read(script));

    [Theory]
    [InlineData("a: name")]
    [InlineData("a: process.env.A")]
    [InlineData("a: 'x' + 'y'")]
    [InlineData("a: `x${y}`")]
    [InlineData("a: `x${`}`}`")]
    [InlineData("a: isNew ? 'x' : 'y'")]
    [InlineData("a() { return 'x' }")]
    [InlineData("get a() { return 'x' }")]
    [InlineData("async a() { return 'x' }")]
    [InlineData("['a']: 'x'")]
    [InlineData("...a")]
    [InlineData("a")]
    [InlineData("a: /'[/']}/g")]
    [InlineData("a: (x) => { return { z: 'no' } }")]
    [InlineData("a: function () { return 'x' }")]
    [InlineData("a: new URL('x')")]
    [InlineData("a: -1")]
    [InlineData("a: path.join(x, 'y')")]
    [InlineData("a: path.join(__dirname, 'y').replace('y', 'z')")]
    [InlineData("a: path.sep")]
    [InlineData("a: `${__dirname}/${x}`")]
    [InlineData("a: !b")]
    [InlineData("// a: 'x'\n")]
    [InlineData("/* a: 'x' */")]
    public void What_only_running_it_could_tell_is_left_out(string property)
    {
        Assert.Equal("{z:1}", Read($"export default {{ {property}, z: 1 }}"));
        Assert.Equal("{z:1}", Read($"export default {{ z: 1, {property} }}"));
    }

    [Theory]
    [InlineData("'a\\'b'", "a'b")]
    [InlineData("\"a // b\"", "a // b")]
    [InlineData("'a } , b'", "a } , b")]
    [InlineData("'\\u4e2d\\u{6587}\\x41\\n'", "中文A\n")]
    [InlineData("`a\nb`", "a\nb")]
    [InlineData("'a\\\nb'", "ab")]
    public void Strings_stand_for_what_they_say(string literal, string expected) =>
        Assert.Equal(expected, ((MetaScalar)ScriptReader.Read($"export default {{ a: {literal} }}").Find("a")!).Text);

    [Theory]
    [InlineData("")]
    [InlineData("const a = { b: 'x' }")]
    [InlineData("export default config")]
    [InlineData("const a = b, b = a; export default a")]
    [InlineData("export default { a: 'x")]
    [InlineData("export default { a: `x")]
    [InlineData("export default [")]
    [InlineData("export default { a: (")]
    [InlineData("export default { a: (1, 2 }")]
    [InlineData("export default { a: (1, 2, b() {")]
    public void A_script_without_literals_says_nothing(string script) => Assert.Equal("{}", Read(script));

    [Fact]
    public void Deep_nesting_ends_and_what_stands_around_it_is_read() =>
        Assert.Equal("x", ((MetaScalar)ScriptReader.Read($"export default {{ a: {new string('[', 100_000)}{new string(']', 100_000)}, b: 'x' }}").Find("b")!).Text);

    [Fact]
    public void No_text_throws() =>
        Gen.Char["{}[]()'\"`$\\/*:,;=>ab \nexport"].Array[0, 60].Sample(x => ScriptReader.Read($"export default {{{new string(x)}") is not null);

    private static string Read(string script) => Show(ScriptReader.Read(script));

    private static string Show(MetaNode node) => node switch
    {
        MetaScalar scalar => scalar.Text,
        MetaList list => $"[{string.Join(',', list.Items.Select(Show))}]",
        MetaMap map => $"{{{string.Join(',', map.Entries.Select(x => $"{x.Key}:{Show(x.Value)}"))}}}",
        _ => "?",
    };
}
