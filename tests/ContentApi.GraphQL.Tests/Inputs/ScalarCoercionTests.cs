using System.Globalization;
using ContentApi.GraphQL.Errors;
using ContentApi.GraphQL.Inputs;
using ContentApi.GraphQL.Schema;
using GraphQL.Types;

namespace ContentApi.GraphQL.Tests.Inputs;

/// <summary>What each scalar takes from a JSON variable (specification, section 3.5).</summary>
public sealed class ScalarCoercionTests
{
    private static readonly ISchema Schema = ContentSchema.Build();

    [Theory]
    [InlineData("Int", "0", "0")]
    [InlineData("Int", "-1", "-1")]
    [InlineData("Int", "2147483647", "2147483647")]
    [InlineData("Int", "-2147483648", "-2147483648")]
    [InlineData("Int", "1.0", "1")]
    [InlineData("Int", "1e3", "1000")]
    [InlineData("Float", "1", "1")]
    [InlineData("Float", "-1.5", "-1.5")]
    [InlineData("Float", "1e308", "1E+308")]
    [InlineData("Boolean", "true", "True")]
    [InlineData("ID", "\"x\"", "x")]
    [InlineData("ID", "5", "5")]
    [InlineData("ID", "-3.0", "-3")]
    [InlineData("ID", "1e3", "1000")]
    [InlineData("ID", "12345678901234567890", "12345678901234567890")]
    [InlineData("String", "\"\"", "")]
    [InlineData("String", "\"\\ud83d\\ude00\"", "😀")]
    [InlineData("String", "\"\\u0001\"", "\u0001")]
    [InlineData("Locale", "\"zh-Hans\"", "zh-Hans")]
    [InlineData("Locale", "\"pt_BR\"", "pt_BR")]
    [InlineData("TimeZone", "\"Asia/Shanghai\"", "Asia/Shanghai")]
    [InlineData("TimeZone", "\"UTC\"", "UTC")]
    [InlineData("TimeZone", "\"Etc/GMT+5\"", "Etc/GMT+5")]
    [InlineData("TimeZone", "\"America/Argentina/Buenos_Aires\"", "America/Argentina/Buenos_Aires")]
    [InlineData("TimeZone", "\"CET\"", "CET")]
    [InlineData("TimeZone", "\"-09:30\"", "-09:30")]
    [InlineData("TimeZone", "\"+14:00\"", "+14:00")]
    [InlineData("DateTime", "\"2021-09-18T23:40:34+08:00\"", "2021-09-18T15:40:34.0000000+00:00")]
    [InlineData("DateTime", "\"2021-09-18T23:40:34Z\"", "2021-09-18T23:40:34.0000000+00:00")]
    [InlineData("DateTime", "\"2021-09-18t23:40:34z\"", "2021-09-18T23:40:34.0000000+00:00")]
    [InlineData("DateTime", "\"2021-09-18T23:40:34.1Z\"", "2021-09-18T23:40:34.1000000+00:00")]
    [InlineData("DateTime", "\"2021-09-18T23:40:34.123456Z\"", "2021-09-18T23:40:34.1234560+00:00")]
    [InlineData("DateTime", "\"2024-02-29T00:00:00-00:30\"", "2024-02-29T00:30:00.0000000+00:00")]
    public void A_value_that_fits_is_taken(string type, string json, string expected) =>
        Assert.Equal(expected, Text(Coerce(type, json)));

    [Theory]
    [InlineData("Int", "\"5\"", "1.5", "2147483648", "-2147483649", "1e400", "true", "[1]", "{}", "\"\"")]
    [InlineData("Float", "\"1\"", "1e309", "-1e309", "true", "[1.5]", "{}")]
    [InlineData("Boolean", "\"true\"", "0", "1", "[true]", "{}", "\"\"")]
    [InlineData("ID", "5.5", "true", "[\"x\"]", "{}", "1e400", "\"\\u0000\"", "\"\\ud800\"")]
    [InlineData("String", "5", "true", "[\"x\"]", "{}", "\"a\\u0000b\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\ud800x\"")]
    [InlineData("Locale", "\"not a locale\"", "\"\"", "\"en-\"", "\"中文\"", "\"en\\n\"", "\"a-b-c-d-e-f-g-h-i-j-k\"")]
    [InlineData("Locale", "5", "\"\\u0000\"", "\"\\ud800\"", "{}")]
    [InlineData("TimeZone", "\"Asia/Shangai\"", "\"asia/shanghai\"", "\"China Standard Time\"", "\"UTC+12\"", "\"posix/Asia/Shanghai\"", "\"localtime\"", "\"../UTC\"", "\"Etc/../UTC\"", "\"/etc/passwd\"", "\"UTC \"", "\"\"")]
    [InlineData("TimeZone", "\"+8\"", "\"+0800\"", "\"+14:01\"", "\"-15:00\"", "\"08:00\"", "\"+08:60\"", "\"+08:00\\n\"", "8", "\"foo5\"", "\"\\u0000\"", "\"\\ud800\"")]
    [InlineData("SortEnumType", "\"asc\"", "1", "\"\"", "true", "\"\\ud800\"", "\"\\u0000\"", "[\"ASC\"]", "{}")]
    [InlineData("DateTime", "\"2021-09-18T23:40:34\"", "\"2021-09-18\"", "\"2021-09-18 23:40:34Z\"", "\"2021-09-18T23:40:34+0800\"", "\"2021-09-18T23:40:34Z\\n\"", "\" 2021-09-18T23:40:34Z\"")]
    [InlineData("DateTime", "\"2021-13-01T00:00:00Z\"", "\"2021-02-29T00:00:00Z\"", "\"2021-01-01T25:00:00Z\"", "\"2021-01-01T00:00:00+99:99\"", "\"0000-01-01T00:00:00Z\"", "\"０００１-01-01T00:00:00Z\"")]
    [InlineData("DateTime", "\"0001-01-01T00:00:00+14:00\"", "\"9999-12-31T23:59:59-14:00\"", "1632000000", "\"\"", "\"now\"", "\"infinity\"", "true")]
    public void A_value_that_does_not_fit_is_refused(string type, params string[] values)
    {
        foreach (var json in values)
        {
            var error = Assert.Throws<InvalidVariableError>(() => Coerce(type, json));
            Assert.StartsWith("Variable '$v' ", error.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("[String]", "\"a\"", "[a]")]
    [InlineData("[String]", "[]", "[]")]
    [InlineData("[String]", "[\"a\",null]", "[a,-]")]
    [InlineData("[String]", "null", "-")]
    [InlineData("[String!]!", "\"a\"", "[a]")]
    [InlineData("[ArticleSortInput!]", """{"title":"ASC"}""", "[{title:ASC}]")]
    [InlineData("ArticleByInput", """{"path":"/a"}""", "{path:/a}")]
    [InlineData("ArticleByInput", """{"slug":{"slug":"s"}}""", "{slug:{slug:s}}")]
    [InlineData("ArticleFilterInput", """{"and":{"title":{"eq":null}}}""", "{and:[{title:{eq:-}}]}")]
    [InlineData("ArticleFilterInput", """{"wordCount":{"in":7},"kind":{"eq":"PAGE"}}""", "{wordCount:{in:[7]},kind:{eq:PAGE}}")]
    public void A_single_value_stands_for_a_list_of_one_and_null_is_not_absence(string type, string json, string expected) =>
        Assert.Equal(expected, Text(Coerce(type, json)));

    [Theory]
    [InlineData("[String]", "[5]", "$v[0]")]
    [InlineData("[String]", """["a",["b"]]""", "$v[1]")]
    [InlineData("[String!]", """["a",null]""", "$v[1]")]
    [InlineData("[String!]!", "null", "$v")]
    [InlineData("[ArticleSortInput!]", """[{"title":"UP"}]""", "$v[0].title")]
    [InlineData("ArticleFilterInput", """{"and":[{"not":{"wordCount":{"lt":"1"}}}]}""", "$v.and[0].not.wordCount.lt")]
    [InlineData("ArticleFilterInput", """{"nope":1}""", "$v")]
    [InlineData("ArticleFilterInput", """[{}]""", "$v")]
    [InlineData("ArticleFilterInput", "\"title\"", "$v")]
    [InlineData("LocalizedSlugInput", """{"locale":"en"}""", "$v")]
    [InlineData("LocalizedSlugInput", """{"slug":null}""", "$v.slug")]
    [InlineData("ArticleByInput", "{}", "$v")]
    [InlineData("ArticleByInput", """{"path":null}""", "$v")]
    [InlineData("ArticleByInput", """{"path":"/a","id":null}""", "$v")]
    [InlineData("ArticleByInput", """{"path":"/a","id":"x"}""", "$v")]
    public void The_fault_names_the_place(string type, string json, string place)
    {
        var error = Assert.Throws<InvalidVariableError>(() => Coerce(type, json));

        Assert.StartsWith($"Variable '{place}' ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_repeats_no_long_input()
    {
        var json = $$"""{"nope":"{{new string('x', 100_000)}}"}""";

        var error = Assert.Throws<InvalidVariableError>(() => Coerce("ArticleFilterInput", json));

        Assert.InRange(error.Message.Length, 1, 300);
        Assert.Contains("nope", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_variables_are_ignored() =>
        Assert.Equal("a", Text(CoerceAll("String", """{"other":{"\u0000":[1]},"v":"a"}""")));

    private static InputValue Coerce(string type, string json) => CoerceAll(type, $$"""{"v":{{json}}}""");

    private static InputValue CoerceAll(string type, string variables)
    {
        var definition = new VariableDefinition("v", TypeOf(type), Default: null, Offset: 0);
        return new VariableCoercer(new SchemaDefaults(ContentSchema.Definitions)).Coerce([definition], SampleDatabase.Json(variables)).Find("v")!;
    }

    private static IGraphType TypeOf(string text) => text switch
    {
        [.. var inner, '!'] => new NonNullGraphType(TypeOf(inner)),
        ['[', .. var item, ']'] => new ListGraphType(TypeOf(item)),
        _ => Schema.AllTypes[text]!,
    };

    private static string Text(InputValue value) => value switch
    {
        NullInput => "-",
        ScalarInput { Value: DateTimeOffset instant } => instant.ToString("O", CultureInfo.InvariantCulture),
        ScalarInput scalar => Convert.ToString(scalar.Value, CultureInfo.InvariantCulture)!,
        EnumInput name => name.Name,
        ListInput list => $"[{string.Join(',', list.Items.Select(Text))}]",
        ObjectInput input => $"{{{string.Join(',', input.Fields.Select(field => $"{field.Key}:{Text(field.Value)}"))}}}",
        _ => throw new InvalidOperationException(value.GetType().Name),
    };
}
