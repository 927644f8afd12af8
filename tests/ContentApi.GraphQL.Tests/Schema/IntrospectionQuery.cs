namespace ContentApi.GraphQL.Tests.Schema;

/// <summary>The introspection query that tools send; they differ in what of the younger specification they ask for.</summary>
internal sealed record IntrospectionQuery
{
    public bool Descriptions { get; init; } = true;

    public bool SpecifiedByUrl { get; init; }

    public bool DirectiveIsRepeatable { get; init; }

    public bool SchemaDescription { get; init; }

    public bool InputValueDeprecation { get; init; }

    public bool OneOf { get; init; }

    /// <summary>Whether the query type alone is asked for: the schema has no mutations and subscriptions, and may say so.</summary>
    public bool AllRoots { get; init; } = true;

    /// <summary>How many list and non-null wrappers of a type are unwrapped.</summary>
    public int TypeDepth { get; init; } = 9;

    /// <summary>Everything there is to ask for.</summary>
    public static IntrospectionQuery Full { get; } = new()
    {
        SpecifiedByUrl = true,
        DirectiveIsRepeatable = true,
        SchemaDescription = true,
        InputValueDeprecation = true,
        OneOf = true,
    };

    public override string ToString()
    {
        var description = Descriptions ? "description" : string.Empty;
        var deprecated = InputValueDeprecation ? "(includeDeprecated: true)" : string.Empty;
        return $$"""
            query IntrospectionQuery {
              __schema {
                {{(SchemaDescription ? "description" : string.Empty)}}
                queryType { name kind }
                {{(AllRoots ? "mutationType { name kind } subscriptionType { name kind }" : string.Empty)}}
                types { ...FullType }
                directives { name {{description}} {{(DirectiveIsRepeatable ? "isRepeatable" : string.Empty)}} locations args{{deprecated}} { ...InputValue } }
              }
            }

            fragment FullType on __Type {
              kind name {{description}}
              {{(SpecifiedByUrl ? "specifiedByURL" : string.Empty)}}
              {{(OneOf ? "isOneOf" : string.Empty)}}
              fields(includeDeprecated: true) {
                name {{description}}
                args{{deprecated}} { ...InputValue }
                type { ...TypeRef }
                isDeprecated deprecationReason
              }
              inputFields{{deprecated}} { ...InputValue }
              interfaces { ...TypeRef }
              enumValues(includeDeprecated: true) { name {{description}} isDeprecated deprecationReason }
              possibleTypes { ...TypeRef }
            }

            fragment InputValue on __InputValue {
              name {{description}} type { ...TypeRef } defaultValue
              {{(InputValueDeprecation ? "isDeprecated deprecationReason" : string.Empty)}}
            }

            fragment TypeRef on __Type {
              kind name {{string.Concat(Enumerable.Repeat("ofType { kind name ", TypeDepth))}}{{new string('}', TypeDepth)}}
            }
            """;
    }
}
