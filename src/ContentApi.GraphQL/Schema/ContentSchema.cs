using ContentApi.Data;
using ContentApi.GraphQL.Schema.CustomFields;
using ContentApi.GraphQL.Schema.Scalars;
using GraphQL;
using GraphQL.Types;
using GraphQL.Utilities;
using GraphQLParser;
using GraphQLParser.AST;

namespace ContentApi.GraphQL.Schema;

/// <summary>Loads <c>schema/schema.graphql</c>, the single source of the graph, into the GraphQL engine.</summary>
public static class ContentSchema
{
    private static readonly Lazy<string> Text = new(ReadText);
    private static readonly Lazy<GraphQLDocument> Parsed = new(() => Parser.Parse(Text.Value));

    private static readonly Lazy<HashSet<string>> OwnNames = new(() =>
    [
        .. Definitions.Definitions.OfType<GraphQLObjectTypeDefinition>().Single(type => type.Name.StringValue == "Article").Fields!.Select(field => field.Name.StringValue),
        .. Definitions.Definitions.OfType<GraphQLInputObjectTypeDefinition>().Where(type => type.Name.StringValue is "ArticleFilterInput" or "ArticleSortInput")
            .SelectMany(type => type.Fields!.Select(field => field.Name.StringValue)),
    ]);

    /// <summary>The schema as written, in the schema definition language.</summary>
    public static string Sdl => Text.Value;

    /// <summary>The parsed schema; for what the engine does not keep, such as default values as they are written.</summary>
    internal static GraphQLDocument Definitions => Parsed.Value;

    /// <summary>Loads the schema into the engine, which finds whatever is wrong with it.</summary>
    /// <exception cref="InvalidOperationException">The schema file is not valid.</exception>
    public static void Check() => Build();

    /// <summary>The schema with the fields that sources declare.</summary>
    /// <param name="customFields">As <see cref="Data.CustomFields.ReadAllAsync"/> gives them.</param>
    public static string SdlWith(IReadOnlyList<CustomField> customFields) => CustomFieldSchema.Extend(Sdl, Definitions, new CustomFieldSet(customFields).All);

    /// <summary>True when articles have a field, a filter or an order of this name without anybody declaring it.</summary>
    internal static bool HasOwn(string name) => OwnNames.Value.Contains(name);

    /// <summary>Builds the schema for the engine.</summary>
    /// <param name="customFields">The declared fields that it takes; null for none.</param>
    /// <exception cref="InvalidOperationException">The schema file is not valid.</exception>
    internal static ISchema Build(IReadOnlyList<CustomField>? customFields = null)
    {
        var schema = global::GraphQL.Types.Schema.For(CustomFieldSchema.Extend(Sdl, Definitions, customFields ?? []), ResolveAbstractTypes);
        schema.Directives.Register(new Directive("specifiedBy", DirectiveLocation.Scalar)
        {
            Description = "Where the specification of a custom scalar is found.",
            Arguments = new QueryArguments(new QueryArgument<NonNullGraphType<StringGraphType>> { Name = "url", Description = "Address of the specification." }),
        });
        schema.Directives.Register(new Directive("oneOf", DirectiveLocation.InputObject)
        {
            Description = "Exactly one of the input object's fields has to be given, with a value.",
        });
        schema.Filter = new IntrospectionFilter();
        foreach (var definition in Definitions.Definitions.OfType<GraphQLScalarTypeDefinition>())
        {
            schema.RegisterType(BuildScalar(definition));
        }

        schema.Features.RepeatableDirectives = true;
        schema.Features.DeprecationOfInputValues = true;
        schema.Features.AppliedDirectives = true;
        schema.Initialize();
        IntrospectionAdditions.AddTo(schema);
        return schema;
    }

    // Nothing is ever resolved by the engine but introspection; it only refuses to start without this.
    private static void ResolveAbstractTypes(SchemaBuilder builder)
    {
        foreach (var definition in Definitions.Definitions)
        {
            if (definition is GraphQLUnionTypeDefinition or GraphQLInterfaceTypeDefinition)
            {
                builder.Types.For(((GraphQLTypeDefinition)definition).Name.StringValue).ResolveType = _ => null!;
            }
        }
    }

    private static ScalarGraphType BuildScalar(GraphQLScalarTypeDefinition definition)
    {
        ScalarGraphType scalar = definition.Name.StringValue switch
        {
            "DateTime" => new DateTimeScalar(),
            "UUID" => new UuidScalar(),
            "JSON" => new JsonScalar(),
            "Long" => new LongScalar(),
            "LocalDate" => new LocalDateScalar(),
            "TimeZone" => new TimeZoneScalar(),
            "Locale" => new LocaleScalar(),
            _ => new TextScalar(),
        };
        scalar.Name = definition.Name.StringValue;
        scalar.Description = definition.Description?.Value.ToString();
        var specifiedBy = definition.Directives?.FirstOrDefault(d => d.Name.StringValue == "specifiedBy");
        if (specifiedBy?.Arguments?[0].Value is GraphQLStringValue url)
        {
            scalar.ApplyDirective("specifiedBy", "url", url.Value.ToString());
        }

        return scalar;
    }

    private static string ReadText()
    {
        using var stream = typeof(ContentSchema).Assembly.GetManifestResourceStream("schema.graphql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
