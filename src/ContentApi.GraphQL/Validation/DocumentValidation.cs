using System.Text.RegularExpressions;
using ContentApi.GraphQL.Errors;
using ContentApi.GraphQL.Inputs;
using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQL.Validation.Rules;
using GraphQLParser.AST;
using ValidationError = ContentApi.GraphQL.Errors.ValidationError;

namespace ContentApi.GraphQL.Validation;

/// <summary>Applies the validation rules of the specification (section 5) with the engine's validator.</summary>
internal static partial class DocumentValidation
{
    // The engine coerces variables while it validates; a document is validated once, before any variables, so it is
    // shown an operation without them.
    private static readonly GraphQLOperationDefinition NoOperation = new(new GraphQLSelectionSet([]));

    private static readonly IReadOnlyList<IValidationRule> Rules = [.. DocumentValidator.CoreRules.Where(rule => rule is not VariablesInAllowedPosition), new VariablePositions()];

    /// <summary>Gives every fault of a document; none when it is valid.</summary>
    public static async Task<IReadOnlyList<RequestError>> FindFaultsAsync(ISchema schema, GraphQLDocument document, CancellationToken cancellationToken)
    {
        if (FragmentCycle.Find(document) is { } cycle)
        {
            return [cycle];
        }

        var conflict = new FieldConflicts(schema, document).First;
        var result = await new DocumentValidator().ValidateAsync(new ValidationOptions
        {
            Schema = schema,
            Document = document,
            Operation = NoOperation,
            Rules = RulesFor(schema, document, conflict),
            Variables = global::GraphQL.Inputs.Empty,
            Extensions = global::GraphQL.Inputs.Empty,
            UserContext = new Dictionary<string, object?>(StringComparer.Ordinal),
            CancellationToken = cancellationToken,
        });
        var faults = result.Errors.Select(error => ToRequestError(schema, document, error));
        return conflict is null ? [.. faults] : [conflict, .. faults];
    }

    // The engine cannot compare a default value with a type that takes none; that the type is wrong is said in any case.
    private static IEnumerable<IValidationRule> RulesFor(ISchema schema, GraphQLDocument document, ValidationError? conflict) => Rules.Where(rule => rule switch
    {
        DefaultValuesOfCorrectType => document.Definitions.OfType<GraphQLOperationDefinition>().All(operation => TakesInput(schema, operation)),
        OverlappingFieldsCanBeMerged => conflict is null,
        _ => true,
    });

    private static bool TakesInput(ISchema schema, GraphQLOperationDefinition operation) =>
        operation.Variables?.Items.All(variable => schema.AllTypes[NameOf(variable.Type)]?.IsInputType() ?? true) ?? true;

    private static string NameOf(GraphQLType type) => type switch
    {
        GraphQLNonNullType nonNull => NameOf(nonNull.Type),
        GraphQLListType list => NameOf(list.Type),
        _ => ((GraphQLNamedType)type).Name.StringValue,
    };

    private static ValidationError ToRequestError(ISchema schema, GraphQLDocument document, ExecutionError error)
    {
        var rule = (error as global::GraphQL.Validation.ValidationError)?.Number;
        var offsets = (error as global::GraphQL.Validation.ValidationError)?.Nodes.Select(node => node.Location.Start).ToList() ?? [];
        return new ValidationError(rule, error.Message + WhatIsExpected(schema, error.Message))
        {
            Offsets = offsets,
            DocumentOffset = offsets.Count > 0 ? offsets[0] : document.Location.Start,
        };
    }

    // The engine names the type that a literal is not of; what such values are, only the scalars know.
    private static string WhatIsExpected(ISchema schema, string message) =>
        ExpectedType().Match(message) is { Success: true } match && schema.AllTypes[match.Groups["type"].Value] is ScalarGraphType scalar
            ? $" A value of type '{scalar.Name}' is {ScalarFault.Expected(scalar)}."
            : "";

    [GeneratedRegex("Expected type '(?<type>[A-Za-z]+)', found", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ExpectedType();
}
