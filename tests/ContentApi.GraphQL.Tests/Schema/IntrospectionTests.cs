using System.Text.Json.Nodes;
using ContentApi.GraphQL.Schema;

namespace ContentApi.GraphQL.Tests.Schema;

/// <summary>Introspection says what the file says, to the tools of today.</summary>
public sealed class IntrospectionTests(SampleDatabase database)
{
    public static TheoryData<string> Tools => ["graphql-js", "graphql-js, all options", "GraphiQL", "Apollo", "Insomnia", "Altair", "old"];

    [Fact]
    public async Task Introspection_equals_the_file()
    {
        var data = await database.DataAsync(IntrospectionQuery.Full.ToString());

        Assert.Equal(SchemaOutline.Of(ContentSchema.Definitions), SchemaOutline.Of(data["__schema"]!));
        Assert.Equal("Articles read from a folder of front-matter files, with their categories, authors, tags and images.", data["__schema"]!["description"]!.GetValue<string>());
        Assert.Equal("Query", data["__schema"]!["queryType"]!["name"]!.GetValue<string>());
        Assert.Null(data["__schema"]!["mutationType"]);
        Assert.Null(data["__schema"]!["subscriptionType"]);
    }

    [Theory]
    [MemberData(nameof(Tools))]
    public async Task The_query_of_a_tool_is_answered(string tool)
    {
        var query = tool switch
        {
            "graphql-js" => new IntrospectionQuery(),
            "GraphiQL" => new IntrospectionQuery { SchemaDescription = true, InputValueDeprecation = true, SpecifiedByUrl = true, DirectiveIsRepeatable = true },
            "Apollo" => new IntrospectionQuery { SchemaDescription = true, SpecifiedByUrl = true, DirectiveIsRepeatable = true, InputValueDeprecation = true, OneOf = true, TypeDepth = 10 },
            "Insomnia" => new IntrospectionQuery { InputValueDeprecation = true, TypeDepth = 7 },
            "Altair" => new IntrospectionQuery { SpecifiedByUrl = true, DirectiveIsRepeatable = true, OneOf = true },
            "old" => new IntrospectionQuery { Descriptions = false, AllRoots = false, TypeDepth = 7 },
            _ => IntrospectionQuery.Full,
        };

        var schema = (await database.DataAsync(query.ToString()))["__schema"]!;

        Assert.Contains(schema["types"]!.AsArray(), type => type!["name"]!.GetValue<string>() == "ArticlesConnection");
        Assert.Equal(query.Descriptions, schema["types"]![0]!.AsObject().ContainsKey("description"));
        Assert.Equal(query.OneOf, schema["types"]![0]!.AsObject().ContainsKey("isOneOf"));
    }

    [Fact]
    public async Task Every_type_that_is_referred_to_is_listed()
    {
        var schema = (await database.DataAsync(IntrospectionQuery.Full.ToString()))["__schema"]!;
        var names = schema["types"]!.AsArray().Select(type => type!["name"]!.GetValue<string>()).ToHashSet();

        Assert.Empty(Referred(schema).Except(names));
        Assert.Equal(names.Count, schema["types"]!.AsArray().Count);

        static IEnumerable<string> Referred(JsonNode? node) => node switch
        {
            JsonObject members when members.ContainsKey("ofType") && members["ofType"] is null => [members["name"]!.GetValue<string>()],
            JsonObject members => members.SelectMany(member => Referred(member.Value)),
            JsonArray items => items.SelectMany(Referred),
            _ => [],
        };
    }

    [Fact]
    public async Task The_directives_of_the_specification_and_of_the_file_are_listed()
    {
        var schema = (await database.DataAsync(IntrospectionQuery.Full.ToString()))["__schema"]!;

        var directives = schema["directives"]!.AsArray().ToDictionary(
            directive => directive!["name"]!.GetValue<string>(),
            directive => $"({string.Join(", ", directive!["args"]!.AsArray().Select(argument => argument!["name"]))}) on {string.Join('|', directive["locations"]!.AsArray().Select(location => location!.GetValue<string>()).Order(StringComparer.Ordinal))} {directive["isRepeatable"]}");

        Assert.Equal("(if) on FIELD|FRAGMENT_SPREAD|INLINE_FRAGMENT false", directives["skip"]);
        Assert.Equal("(if) on FIELD|FRAGMENT_SPREAD|INLINE_FRAGMENT false", directives["include"]);
        Assert.Equal("(reason) on ARGUMENT_DEFINITION|ENUM_VALUE|FIELD_DEFINITION|INPUT_FIELD_DEFINITION false", directives["deprecated"]);
        Assert.Equal("(url) on SCALAR false", directives["specifiedBy"]);
        Assert.Equal("() on INPUT_OBJECT false", directives["oneOf"]);
        Assert.Equal("(policy) on FIELD_DEFINITION|OBJECT false", directives["authorize"]);
        Assert.Equal("(weight) on ARGUMENT_DEFINITION|ENUM|FIELD_DEFINITION|INPUT_FIELD_DEFINITION|OBJECT|SCALAR false", directives["cost"]);
        Assert.Equal("(assumedSize, slicingArguments, slicingArgumentDefaultValue, sizedFields, requireOneSlicingArgument) on FIELD_DEFINITION false", directives["listSize"]);
        Assert.Equal(8, directives.Count);
    }

    [Fact]
    public async Task A_directive_of_the_file_is_told_as_it_is_declared()
    {
        var schema = (await database.DataAsync(IntrospectionQuery.Full.ToString()))["__schema"]!;
        var listSize = schema["directives"]!.AsArray().Single(directive => directive!["name"]!.GetValue<string>() == "listSize")!;
        var required = listSize["args"]!.AsArray().Single(argument => argument!["name"]!.GetValue<string>() == "requireOneSlicingArgument")!;

        Assert.Equal("How many items a list is reckoned to have when the cost of an operation is told before it runs.", listSize["description"]!.GetValue<string>());
        Assert.Equal("""["Boolean","true","True when exactly one of the arguments has to be given."]""", new JsonArray([required["type"]!["name"]!.DeepClone(), required["defaultValue"]!.DeepClone(), required["description"]!.DeepClone()]).ToJsonString());
    }

    [Fact]
    public async Task Introspection_takes_fragments_directives_and_aliases_like_any_field()
    {
        var data = await database.DataAsync(
            "query($more: Boolean = false) { a: __schema { ...S } ... @include(if: $more) { __type(name: \"TocEntry\") { name } } b: __type(name: \"TocEntry\") { n: name fields @skip(if: $more) { name } } b: __type(name: \"TocEntry\") { kind } } fragment S on __Schema { queryType { name } }");

        Assert.Equal(
            """{"a":{"queryType":{"name":"Query"}},"b":{"n":"TocEntry","fields":[{"name":"id"},{"name":"text"},{"name":"level"}],"kind":"OBJECT"}}""",
            data.ToJsonString());
    }
}
