using ContentApi.GraphQL.Errors;
using ContentApi.GraphQL.Inputs;
using ContentApi.GraphQL.Planning.Output;
using ContentApi.GraphQL.Schema;
using ContentApi.GraphQL.Schema.CustomFields;
using GraphQL.Types;
using GraphQLParser.AST;

namespace ContentApi.GraphQL.Planning;

/// <summary>Plans the fields of one operation, from the root downwards.</summary>
/// <param name="schema">The engine's schema.</param>
/// <param name="collector">Merges the operation's selections.</param>
/// <param name="coercer">Reads the operation's arguments.</param>
/// <param name="customFields">The fields that sources declare.</param>
/// <param name="isEditor">True when the caller may see what is not public.</param>
internal sealed class SelectionPlanner(ISchema schema, FieldCollector collector, InputCoercer coercer, CustomFieldSet customFields, bool isEditor)
{
    private int _aliases;

    /// <summary>Parameters of the statement.</summary>
    public PlanParameters Parameters { get; } = new();

    /// <summary>What the answer depends on.</summary>
    public Dependencies Dependencies { get; } = new();

    /// <summary>The fields that sources declare.</summary>
    public CustomFieldSet CustomFields => customFields;

    /// <summary>True when the caller may see what is not public.</summary>
    public bool IsEditor => isEditor;

    /// <summary>Gives an alias that no other table of the statement has.</summary>
    public string NewAlias(string prefix) => $"{prefix}{++_aliases}";

    /// <summary>Gives the fields that are asked for below a field, for one of its possible types.</summary>
    public IReadOnlyList<CollectedField> FieldsBelow(CollectedField field, string typeName) =>
        collector.Collect((IObjectGraphType)schema.AllTypes[typeName]!, field.Nodes.Select(node => node.SelectionSet));

    /// <summary>Gives the fields of the operation itself.</summary>
    public IReadOnlyList<CollectedField> RootFields(GraphQLOperationDefinition operation) =>
        collector.Collect(schema.Query!, [operation.SelectionSet]);

    /// <summary>Plans the object below a field.</summary>
    public OutputObject Object(FieldScope scope, string typeName, ObjectScope owner, string? nullWhen = null) =>
        new(Fields(FieldsBelow(scope.Field, typeName), owner, scope.Path), nullWhen);

    /// <summary>Plans fields of one object.</summary>
    public IReadOnlyList<OutputField> Fields(IEnumerable<CollectedField> fields, ObjectScope owner, IReadOnlyList<string> path) =>
        [.. fields.Select(field => new OutputField(field.ResponseKey, Field(field, owner, path)))];

    /// <summary>Plans one field.</summary>
    public OutputValue Field(CollectedField field, ObjectScope owner, IReadOnlyList<string> path)
    {
        if (field.Name == "__typename")
        {
            return new OutputLiteral($"\"{field.Type.Name}\"");
        }

        IReadOnlyList<string> fieldPath = [.. path, field.ResponseKey];
        try
        {
            if (!isEditor && Authorization.IsForEditors(field.Type.Name, field.Name))
            {
                throw new ForbiddenError($"Only editors may read '{field.Name}'.");
            }

            var arguments = coercer.Arguments($"{field.Type.Name}.{field.Name}", field.Definition!.Arguments, field.Nodes[0].Arguments);
            Dependencies.Note(field, arguments, isRoot: path.Count == 0);
            return (customFields.FindField(field.Type.Name, field.Name) ?? FieldMap.Find(field.Type.Name, field.Name))(new FieldScope
            {
                Planner = this,
                Field = field,
                Arguments = arguments,
                Owner = owner,
                Path = fieldPath,
            });
        }
        catch (RequestError error) when (error.Path.Count == 0)
        {
            error.Path = fieldPath;
            error.DocumentOffset ??= field.Nodes[0].Location.Start;
            throw;
        }
    }
}
