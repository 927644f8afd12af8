using GraphQL.Types;
using GraphQLParser.AST;

namespace ContentApi.GraphQL.Schema;

/// <summary>
/// A directive of the type system that introspection lists, as the specification asks for its own (section 3.13); the
/// engine lists executable directives alone.
/// </summary>
internal sealed class TypeSystemDirective : Directive
{
    /// <param name="name">Without the at sign.</param>
    /// <param name="description">What it says of the element.</param>
    /// <param name="location">Where it stands.</param>
    public TypeSystemDirective(string name, string description, DirectiveLocation location)
        : base(name, location)
    {
        Description = description;
    }

    /// <inheritdoc/>
    public override bool? Introspectable => true;
}
