using ContentApi.GraphQL.Errors;
using ContentApi.GraphQL.Inputs;
using ContentApi.GraphQL.Validation;
using GraphQL.Types;
using GraphQLParser.AST;
using Microsoft.Extensions.Caching.Memory;

namespace ContentApi.GraphQL.Execution;

/// <summary>Parses and validates each document once. Bounded by the characters of the documents that it keeps.</summary>
internal sealed class DocumentCache(ISchema schema) : IDisposable
{
    private const long MaximumCharacters = 16 * 1024 * 1024;

    private readonly MemoryCache _documents = new(new MemoryCacheOptions { SizeLimit = MaximumCharacters });

    /// <summary>Gives a document's operation.</summary>
    /// <exception cref="RequestErrorsException">The document is faulty.</exception>
    /// <exception cref="RequestError">The document is too large, or has no such operation.</exception>
    public async ValueTask<PreparedOperation> GetAsync(string document, string? operationName, CancellationToken cancellationToken)
    {
        if (!_documents.TryGetValue<IReadOnlyList<PreparedOperation>>(document, out var operations))
        {
            operations = await PrepareAsync(document, cancellationToken);
            _documents.Set(document, operations, new MemoryCacheEntryOptions { Size = document.Length });
        }

        return Select(operations!, operationName);
    }

    /// <inheritdoc/>
    public void Dispose() => _documents.Dispose();

    private async Task<IReadOnlyList<PreparedOperation>> PrepareAsync(string text, CancellationToken cancellationToken)
    {
        var document = Parse(text);
        RefuseUnknownKinds(document);
        var operations = document.Definitions.OfType<GraphQLOperationDefinition>().ToList();
        new SelectionLimits(document).Check(operations);
        var faults = await DocumentValidation.FindFaultsAsync(schema, document, cancellationToken);
        if (faults.Count > 0)
        {
            throw new RequestErrorsException(faults);
        }

        return [.. operations.Select(operation => new PreparedOperation(document, operation, Variables(operation)))];
    }

    // The engine's rules pass over an operation whose kind the schema does not have, and over definitions of types.
    private static void RefuseUnknownKinds(GraphQLDocument document)
    {
        foreach (var definition in document.Definitions)
        {
            switch (definition)
            {
                case GraphQLOperationDefinition { Operation: not OperationType.Query and var kind }:
                    throw new ValidationError("5.2.1.1", $"The schema has no {kind.ToString().ToLowerInvariant()}s; it answers queries only.") { DocumentOffset = definition.Location.Start };
                case not (GraphQLOperationDefinition or GraphQLFragmentDefinition):
                    throw new ValidationError("5.1.1", "A document to run has operations and fragments only.") { DocumentOffset = definition.Location.Start };
            }
        }
    }

    private static GraphQLDocument Parse(string text)
    {
        var document = DocumentReader.Read(text);
        return document.Definitions.Exists(definition => definition is GraphQLOperationDefinition)
            ? document
            : throw new OperationNotFoundError("The document has no operation.");
    }

    private List<VariableDefinition> Variables(GraphQLOperationDefinition operation) =>
        [.. (operation.Variables?.Items ?? []).Select(variable => new VariableDefinition(
            variable.Variable.Name.StringValue,
            Resolve(variable.Type),
            variable.DefaultValue,
            variable.Location.Start))];

    private IGraphType Resolve(GraphQLType type) => type switch
    {
        GraphQLNonNullType nonNull => new NonNullGraphType(Resolve(nonNull.Type)),
        GraphQLListType list => new ListGraphType(Resolve(list.Type)),
        GraphQLNamedType named => schema.AllTypes[named.Name.StringValue]!,
        _ => throw new InvalidOperationException($"{type} is no type."),
    };

    private static PreparedOperation Select(IReadOnlyList<PreparedOperation> operations, string? name) => name switch
    {
        null when operations.Count == 1 => operations[0],
        null => throw new OperationNotFoundError($"The document has {operations.Count} operations; name the one to run in 'operationName'."),
        _ => operations.FirstOrDefault(operation => operation.Operation.Name?.Value == name)
            ?? throw new OperationNotFoundError($"The document has no operation named '{name}'."),
    };
}
