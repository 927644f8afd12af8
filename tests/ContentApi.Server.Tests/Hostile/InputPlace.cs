using GraphQLParser.AST;

namespace ContentApi.Server.Tests.Hostile;

/// <summary>A place of the schema where a value is given: an argument, or a field of an input object inside one.</summary>
/// <param name="Name">Fields, argument and input fields on the way.</param>
/// <param name="Type">The type of the place.</param>
/// <param name="ArgumentType">The type of the argument that it is in.</param>
/// <param name="Document">Puts a literal for the argument into a query.</param>
/// <param name="Literal">Puts a literal for the place into one for the argument.</param>
/// <param name="Json">The same for JSON.</param>
internal sealed record InputPlace(string Name, GraphQLType Type, GraphQLType ArgumentType, Func<string, string> Document, Func<string, string> Literal, Func<string, string> Json)
{
    /// <summary>The value stands in the document.</summary>
    public string Inline(string literal) => $"{{ {Document(Literal(literal))} }}";

    /// <summary>The value is that of a variable, <c>$v</c>, that stands at the place and takes no null.</summary>
    public string WithVariable() => $"query($v: {Written(Type).TrimEnd('!')}!) {{ {Document(Literal("$v"))} }}";

    /// <summary>The value is within that of a variable, <c>$v</c>, that stands for the whole argument.</summary>
    public string WithVariableForArgument() => $"query($v: {Written(ArgumentType)}) {{ {Document("$v")} }}";

    private static string Written(GraphQLType type) => type switch
    {
        GraphQLNonNullType nonNull => $"{Written(nonNull.Type)}!",
        GraphQLListType list => $"[{Written(list.Type)}]",
        _ => ((GraphQLNamedType)type).Name.StringValue,
    };
}
