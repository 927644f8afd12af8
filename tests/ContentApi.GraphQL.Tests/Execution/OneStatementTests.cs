using System.Text.Json.Nodes;
using ContentApi.GraphQL.Schema;
using ContentApi.GraphQL.Tests.Operations;
using ContentApi.GraphQL.Tests.Schema;
using ContentApi.TestSupport;

namespace ContentApi.GraphQL.Tests.Execution;

/// <summary>One operation is one statement, whatever it selects.</summary>
public sealed class OneStatementTests(SampleDatabase database)
{
    public static TheoryData<string> Names => SampleOperations.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_operation_runs_one_statement(string name)
    {
        var operation = SampleOperations.All[name];
        var variables = await operation.VariablesAsync(database);
        foreach (var executor in new[] { database.NewExecutor(), database.Executor, database.Executor })
        {
            using var log = new StatementLog();

            var body = await SampleDatabase.RunAsync(executor, operation.Query, variables, operation.IsEditor);

            Assert.Null(JsonNode.Parse(body)!["errors"]);
            Assert.Single(log.Statements);
        }
    }

    [Fact]
    public void The_operations_select_every_field_of_the_schema()
    {
        var selected = SampleOperations.All.Values.SelectMany(operation => SelectedFields.Of(operation.Query)).ToHashSet();

        Assert.Empty(SelectedFields.OfSchema(ContentSchema.Definitions).Except(selected));
    }

    [Fact]
    public void The_operations_give_every_field_of_every_input_of_the_schema()
    {
        var given = SampleOperations.All.Values.SelectMany(operation => GivenInputs.Of(operation.Query, operation.Variables)).ToHashSet();

        Assert.Empty(GivenInputs.OfSchema.Except(given));
    }

    [Theory]
    [InlineData("{ __schema { queryType { name } } }")]
    [InlineData("{ __type(name: \"Tag\") { fields { name } } t: __type(name: \"None\") { name } }")]
    public async Task Introspection_runs_no_statement(string query)
    {
        using var log = new StatementLog();

        Assert.StartsWith("{\"data\":", await database.RunAsync(query), StringComparison.Ordinal);

        Assert.Empty(log.Statements);
    }

    [Theory]
    [InlineData("{ nope }")]
    [InlineData("{ articles(first: 51) { totalCount } }")]
    [InlineData("{ articles(preview: true) { totalCount } }")]
    [InlineData("query($n: Int!) { articles(first: $n) { totalCount } }")]
    public async Task A_refused_operation_runs_no_statement(string query)
    {
        using var log = new StatementLog();

        Assert.StartsWith("{\"errors\":", await database.RunAsync(query), StringComparison.Ordinal);

        Assert.Empty(log.Statements);
    }
}
