using System.Text.Encodings.Web;
using System.Text.Json;
using ContentApi.GraphQL.Tests.Operations;
using ContentApi.TestSupport;

namespace ContentApi.GraphQL.Tests.Sql;

/// <summary>
/// The exact SQL of every shape, as the driver sent it, beside the question and the answer. A change of the SQL shows in
/// the approved files; run the tests with CONTENTAPI_APPROVE=1 to write them anew.
/// </summary>
public sealed class SqlBaselineTests(SampleDatabase database)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Names => SampleOperations.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_shape_has_its_approved_statement(string name)
    {
        var operation = SampleOperations.All[name];
        var variables = await operation.VariablesAsync(database);
        using var log = new StatementLog();

        var data = await database.DataAsync(operation.Query, variables, operation.IsEditor);

        Approved.Check(
            $"""
            {operation.Query.TrimEnd()}

            {variables.GetRawText()}

            {SqlLayout.Of(Assert.Single(log.Statements))}

            {data.ToJsonString(Indented)}
            """,
            name);
    }

    [Fact]
    public void No_approved_file_is_left_over()
    {
        var folder = Path.Combine(RepositoryFiles.Root, "tests", "ContentApi.GraphQL.Tests", "Sql");
        var approved = Directory.EnumerateFiles(folder, "*.approved.txt").Select(path => Path.GetFileName(path).Split('.')[1]);

        Assert.Equal(SampleOperations.All.Keys.Order(StringComparer.Ordinal), approved.Order(StringComparer.Ordinal));
    }
}
