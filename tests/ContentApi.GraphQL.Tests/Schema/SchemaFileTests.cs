using ContentApi.GraphQL.Schema;
using ContentApi.TestSupport;
using GraphQLParser.AST;

namespace ContentApi.GraphQL.Tests.Schema;

public sealed class SchemaFileTests
{
    [Fact]
    public void The_schema_that_runs_is_the_file() =>
        Assert.Equal(File.ReadAllText(Path.Combine(RepositoryFiles.Root, "schema", "schema.graphql")), ContentSchema.Sdl);

    [Fact]
    public void Everything_in_the_schema_is_described()
    {
        var bare = SchemaOutline.Of(ContentSchema.Definitions)
            .Where(line => line.EndsWith(" \"\"", StringComparison.Ordinal));

        Assert.Empty(bare);
    }

    [Fact]
    public void Every_field_says_what_it_compiles_to()
    {
        var fields = SelectedFields.OfSchema(ContentSchema.Definitions).Where(field => !field.StartsWith("Node.", StringComparison.Ordinal));

        Assert.DoesNotContain(fields, field => !IsPlannedByConnections(field) && !FieldMap.All.Contains(field));
    }

    [Fact]
    public void Every_mapping_is_of_a_field()
    {
        var fields = SelectedFields.OfSchema(ContentSchema.Definitions).ToHashSet();

        Assert.Empty(FieldMap.All.Except(fields));
        Assert.DoesNotContain(FieldMap.All, IsPlannedByConnections);
    }

    [Fact]
    public void Every_order_and_every_filter_of_the_schema_is_mapped_and_no_other()
    {
        foreach (var entity in ContentApi.GraphQL.Schema.Fields.Entities.All)
        {
            Assert.Equal(InputFields($"{entity.TypeName}SortInput"), entity.Orders.Keys.Concat(entity.ReferenceOrders.Keys).Order(StringComparer.Ordinal));
            Assert.Equal(InputFields($"{entity.TypeName}FilterInput").Except(["and", "or", "not"]), entity.Filters.Keys.Order(StringComparer.Ordinal));
        }
    }

    private static IEnumerable<string> InputFields(string type) =>
        ContentSchema.Definitions.Definitions.OfType<GraphQLInputObjectTypeDefinition>()
            .Where(definition => definition.Name.StringValue == type)
            .SelectMany(definition => definition.Fields!.Items)
            .Select(field => field.Name.StringValue)
            .Order(StringComparer.Ordinal);

    // What ConnectionPlanner and PageInfoPlanner know; OneStatementTests runs all of it.
    private static bool IsPlannedByConnections(string field) => field.Split('.') switch
    {
        ["PageInfo", "hasNextPage" or "hasPreviousPage" or "startCursor" or "endCursor"] => true,
        [var type, "pageInfo" or "edges" or "nodes" or "totalCount"] => type.EndsWith("Connection", StringComparison.Ordinal),
        [var type, "cursor" or "node"] => type.EndsWith("Edge", StringComparison.Ordinal),
        _ => false,
    };
}
