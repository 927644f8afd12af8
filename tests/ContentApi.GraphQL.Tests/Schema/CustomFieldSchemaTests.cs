using ContentApi.Data;
using ContentApi.GraphQL.Schema;
using ContentApi.GraphQL.Tests.Planning;
using ContentApi.GraphQL.Tests.Sql;
using ContentApi.TestSupport;
using GraphQLParser;

namespace ContentApi.GraphQL.Tests.Schema;

public sealed class CustomFieldSchemaTests(FieldDatabase database) : IClassFixture<FieldDatabase>
{
    [Fact]
    public void Declared_fields_come_into_the_schema_with_the_inputs_that_they_need()
    {
        var own = ContentSchema.Sdl.Split('\n');
        var all = ContentSchema.SdlWith(FieldDatabase.Fields).Split('\n');

        // Everything that was there is there, in its order.
        var next = 0;
        var added = new List<string>();
        foreach (var line in all)
        {
            if (next < own.Length && line == own[next])
                next++;
            else
                added.Add(line);
        }

        Assert.Equal(own.Length, next);
        Approved.Check(string.Join('\n', added));
    }

    [Fact]
    public void Without_declared_fields_the_schema_is_the_file() => Assert.Same(ContentSchema.Sdl, ContentSchema.SdlWith([]));

    [Fact]
    public void Only_the_inputs_that_are_needed_come_along()
    {
        var added = ContentSchema.SdlWith([new CustomField("level", "level", "Int"), new CustomField("extra", "extra", "JSON")])[ContentSchema.Sdl.Length..];
        Assert.DoesNotContain("input ", added, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_the_graph_has_itself_stays_the_graph_s() =>
        Assert.Same(ContentSchema.Sdl, ContentSchema.SdlWith([new CustomField("title", "title", "Int"), new CustomField("sourcePath", "source-path", "String"), new CustomField("related", "related", "[Article]")]));

    [Fact]
    public async Task Introspection_says_what_is_printed()
    {
        var introspected = (await database.DataAsync(IntrospectionQuery.Full.ToString()))["__schema"]!;

        Assert.Equal(SchemaOutline.Of(Parser.Parse(ContentSchema.SdlWith(FieldDatabase.Fields))), SchemaOutline.Of(introspected));
    }

    [Fact]
    public async Task Everything_is_one_statement()
    {
        const string Query = """
            {
              articles(
                first: 2
                where: { oneFloat: { gt: 0.5 }, manyURL: { some: { gt: "https:" } }, seeAlso: { none: { oneString: { eq: "a" } } } }
                order: [{ oneString: ASC }, { oneBoolean: DESC }]
              ) { nodes { oneString oneDateTime oneFloat manyURL extra part { path } seeAlso { path } } pageInfo { endCursor } }
            }
            """;
        using var log = new StatementLog();

        var data = await database.DataAsync(Query);

        Approved.Check($"{Query}\n\n{SqlLayout.Of(Assert.Single(log.Statements))}\n\n{data.ToJsonString()}");
    }
}
