using System.Text.Json.Nodes;
using ContentApi.GraphQL.Schema;
using ContentApi.TestSupport;
using GraphQLParser.AST;

namespace ContentApi.GraphQL.Tests.Validation;

/// <summary>
/// The cost of operations, reckoned by hand from the specification's formulas (GraphQL Cost Directives, sections "Field Cost"
/// and "Type Cost") and the weights that the schema names.
/// </summary>
public sealed class CostTests(SampleDatabase database)
{
    // Fields: an object or a list weighs 1. Types: the query itself weighs 1 too.
    [Theory]
    [InlineData("{ __typename }", 0, 1)]
    [InlineData("{ site { title } }", 1, 2)]
    [InlineData("{ site { title articleCount } }", 6, 2)]
    [InlineData("{ a: site { title } b: site { title } a: site { url } }", 2, 3)]
    [InlineData("{ articles { nodes { id } } }", 2, 12)]
    [InlineData("{ articles(first: 3) { nodes { id title } } }", 2, 5)]
    [InlineData("{ articles(last: 4) { edges { cursor node { id } } } }", 6, 10)]
    [InlineData("{ articles(first: 0) { nodes { id } } }", 2, 2)]
    [InlineData("{ articles(first: 2) { totalCount pageInfo { hasNextPage } } }", 7, 3)]
    [InlineData("{ articles(first: 2) { nodes { authors { name } cover { url } } } }", 6, 10)]
    [InlineData("{ articles(first: 2) { nodes { ... { authors { name } } ...A } } } fragment A on Article { authors { slug } }", 4, 8)]
    [InlineData("{ categories(first: 5) { nodes { articles(first: 3) { nodes { title } } } } }", 12, 27)]
    [InlineData("{ categoryTree { articleCount } }", 501, 101)]
    [InlineData("{ articles(first: 1, where: { title: { eq: \"a\" }, or: [{ slug: { eq: \"b\" } }, { not: { slug: { neq: \"c\" } } }] }) { nodes { id } } }", 8, 3)]
    [InlineData("{ articles(first: 1, order: [{ title: ASC }]) { nodes { id } } }", 3, 3)]
    [InlineData("{ node(id: \"x\") { id ... on Article { authors { name } } ... on Category { parent { name } } } }", 2, 4)]
    [InlineData("{ __schema { types { name fields { name } } } site { title } }", 1, 2)]
    public async Task An_operation_costs_what_its_fields_and_objects_weigh(string query, double fieldCost, double typeCost) =>
        Assert.Equal($$"""{"extensions":{"operationCost":{"fieldCost":{{fieldCost}},"typeCost":{{typeCost}} } } }""".Replace(" ", string.Empty, StringComparison.Ordinal), await RunAsync(query, GraphQLCostMode.Validate));

    [Theory]
    [InlineData("""{"n":3}""", 5)]
    [InlineData("""{}""", 9)]
    [InlineData("""{"n":null}""", 12)]
    [InlineData("""{"n":3,"skip":true}""", 2)]
    public async Task Variables_count_with_their_values(string variables, double typeCost)
    {
        var body = await RunAsync("query($n: Int = 7, $skip: Boolean = false) { articles(first: $n) { nodes @skip(if: $skip) { id } } }", GraphQLCostMode.Validate, variables);

        Assert.Equal(typeCost, JsonNode.Parse(body)!["extensions"]!["operationCost"]!["typeCost"]!.GetValue<double>());
    }

    [Fact]
    public async Task What_costs_too_much_is_refused_before_anything_is_asked_of_the_database()
    {
        const string Dear = "{ categories(first: 50) { nodes { articles(first: 50) { nodes { categories { name } } } } } }";
        using var log = new StatementLog();

        var refused = await RunAsync(Dear, GraphQLCostMode.Enforce);
        var reported = await RunAsync(Dear, GraphQLCostMode.Report);
        var told = await RunAsync(Dear, GraphQLCostMode.Validate);

        // 1 + 1 + 50 × (1 + 1 + 50 × (1 + 3 × 1))
        Assert.Equal(
            """{"errors":[{"message":"The operation has a typeCost of 10102; at most 10000 is answered. Ask for smaller pages, or fewer lists inside lists.","extensions":{"code":"COST_EXCEEDED","typeCost":10102,"maxTypeCost":10000}}]}""",
            refused);
        Assert.Equal("""{"operationCost":{"fieldCost":2602,"typeCost":10102}}""", JsonNode.Parse(reported)!["extensions"]!.ToJsonString());
        Assert.Equal("COST_EXCEEDED", JsonNode.Parse(reported)!["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
        Assert.Equal("""{"extensions":{"operationCost":{"fieldCost":2602,"typeCost":10102}}}""", told);
        Assert.Empty(log.Statements);
    }

    [Fact]
    public async Task Fields_have_a_limit_of_their_own()
    {
        var counts = string.Join(' ', Enumerable.Range(0, 20).Select(n => $"c{n}: articleCount"));

        var error = await database.ErrorAsync($"{{ categoryTree {{ {counts} }} }}");

        Assert.Equal("""{"code":"COST_EXCEEDED","fieldCost":10001,"maxFieldCost":10000}""", error["extensions"]!.ToJsonString());
    }

    [Fact]
    public async Task A_report_comes_beside_the_answer() =>
        Assert.Equal(
            """{"data":{"site":{"title":"A \"blog\""}},"extensions":{"operationCost":{"fieldCost":1,"typeCost":2}}}""",
            await RunAsync("{ site { title } }", GraphQLCostMode.Report));

    [Fact]
    public void Every_list_of_objects_says_how_long_it_is_reckoned_to_be()
    {
        var objects = ContentSchema.Definitions.Definitions.OfType<GraphQLObjectTypeDefinition>().ToList();
        var sized = objects.SelectMany(type => type.Fields!.Items.Select(field => (Name: $"{type.Name.StringValue}.{field.Name.StringValue}", field.Type)))
            .Where(field => IsListOfObjects(field.Type) || Named(field.Type).EndsWith("Connection", StringComparison.Ordinal))
            .Where(field => !field.Name.EndsWith("Connection.nodes", StringComparison.Ordinal) && !field.Name.EndsWith("Connection.edges", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(sized);
        Assert.DoesNotContain(sized, field => CostDirectives.Size(field.Name) is null);

        bool IsListOfObjects(GraphQLType type) => type switch
        {
            GraphQLNonNullType nonNull => IsListOfObjects(nonNull.Type),
            GraphQLListType list => Named(list.Type) == "Node" || objects.Exists(candidate => candidate.Name.StringValue == Named(list.Type)),
            _ => false,
        };
    }

    private static string Named(GraphQLType type) => type switch
    {
        GraphQLNonNullType nonNull => Named(nonNull.Type),
        GraphQLListType list => Named(list.Type),
        _ => ((GraphQLNamedType)type).Name.StringValue,
    };

    private Task<string> RunAsync(string query, GraphQLCostMode cost, string variables = "{}") =>
        SampleDatabase.RunAsync(database.Executor, new GraphQLRequest { Query = query, Variables = SampleDatabase.Json(variables), Cost = cost });
}
