using GraphQL.Introspection;
using GraphQL.Types;

namespace ContentApi.GraphQL.Schema;

/// <summary>
/// Introspection lists every directive that the schema has, as the specification asks for (section 4.2.6); the engine by itself lists executable ones alone,
/// and tools that read the schema from it would not know what <c>@cost</c> in its text is.
/// </summary>
internal sealed class IntrospectionFilter : DefaultSchemaFilter
{
    /// <inheritdoc/>
    public override Task<bool> AllowDirective(Directive directive) => Task.FromResult(true);
}
