using ContentApi.GraphQL.Inputs;
using GraphQL.Types;
using GraphQLParser.AST;
using GraphQLParser.Visitors;

namespace ContentApi.GraphQL.Execution;

/// <summary>Tells numbers that filters compare with from numbers that are page sizes, depths or lengths and stand in the SQL.</summary>
internal sealed class OperandVariableFinder : ASTVisitor<OperandVariableFinder.Context>
{
    private static readonly OperandVariableFinder Instance = new();

    /// <summary>Gives the Int variables that are used inside input objects and nowhere else.</summary>
    public static IReadOnlySet<string> Find(GraphQLDocument document, IReadOnlyList<VariableDefinition> variables)
    {
        var numbers = variables.Where(variable => variable.Type is ScalarGraphType { Name: "Int" } or NonNullGraphType { ResolvedType.Name: "Int" }).Select(variable => variable.Name).ToHashSet();
        if (numbers.Count == 0)
        {
            return numbers;
        }

        var context = new Context();
        foreach (var definition in document.Definitions)
        {
            // Nothing in the visitor waits, so the task is complete when it comes back.
            Instance.VisitAsync(definition, context).AsTask().GetAwaiter().GetResult();
        }

        numbers.ExceptWith(context.DirectlyUsed);
        return numbers;
    }

    /// <inheritdoc/>
    protected override ValueTask VisitArgumentAsync(GraphQLArgument argument, Context context)
    {
        if (argument.Value is GraphQLVariable variable)
        {
            context.DirectlyUsed.Add(variable.Name.StringValue);
        }

        return default;
    }

    internal sealed class Context : IASTVisitorContext
    {
        public HashSet<string> DirectlyUsed { get; } = [];

        public CancellationToken CancellationToken => CancellationToken.None;
    }
}
