using ContentApi.Data;
using ContentApi.GraphQL.Schema;
using GraphQLParser;
using Npgsql;

namespace ContentApi.Server.Tests.Hostile;

/// <summary>Values of the wrong kind at every place of the schema where a value is given, custom fields included.</summary>
public sealed class ArgumentTests(HostileSite site) : IClassFixture<HostileSite>
{
    private static readonly string?[] OfGoodValues = [null, "INVALID_CURSOR"];
    private static readonly string[] OfLiterals = ["VALIDATION_FAILED", "INVALID_ARGUMENT", "SYNTAX_ERROR"];
    private static readonly string[] OfVariables = ["INVALID_VARIABLE"];

    // Without this one the others would pass, too, if the places were none.
    [Fact]
    public async Task A_good_value_is_taken_in_every_argument()
    {
        await site.AttackAsync(await EachAsync(HostileValue.Good, OfGoodValues, (place, value) => (place.WithVariable(), $$"""{"v":{{value.Json}}}""")));
        await site.AttackAsync(await EachAsync(HostileValue.Good, OfGoodValues, (place, value) => (place.Inline(value.Literal!), null)));
    }

    [Fact]
    public async Task A_wrong_literal_is_refused_in_every_argument() =>
        await site.AttackAsync(await EachAsync(HostileValue.Wrong, OfLiterals, (place, value) => value.Literal is { } literal ? (place.Inline(literal), null) : null));

    [Fact]
    public async Task A_variable_with_a_wrong_value_is_refused_in_every_argument() =>
        await site.AttackAsync(await EachAsync(HostileValue.Wrong, OfVariables, (place, value) => value.Json is { } json ? (place.WithVariable(), $$"""{"v":{{json}}}""") : null));

    [Fact]
    public async Task A_variable_with_a_wrong_value_inside_is_refused_in_every_argument() =>
        await site.AttackAsync(await EachAsync(HostileValue.Wrong, OfVariables, (place, value) => value.Json is { } json && place.Type != place.ArgumentType ? (place.WithVariableForArgument(), $$"""{"v":{{place.Json(json)}}}""") : null));

    [Fact]
    public async Task A_value_that_nobody_sends_is_answered_in_every_argument()
    {
        await site.AttackAsync(await EachAsync(HostileValue.Odd, [], (place, value) => value.Json is { } json ? (place.WithVariable(), $$"""{"v":{{json}}}""") : null));
        await site.AttackAsync(await EachAsync(HostileValue.Odd, [], (place, value) => value.Literal is { } literal ? (place.Inline(literal), null) : null));
    }

    private async Task<IReadOnlyList<HostileRequest>> EachAsync(
        Func<InputPlaces, GraphQLParser.AST.GraphQLType, IEnumerable<HostileValue>> values,
        string?[] codes,
        Func<InputPlace, HostileValue, (string Query, string? Variables)?> request)
    {
        await using var connection = new NpgsqlConnection(site.Database.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var sdl = ContentSchema.SdlWith(await CustomFields.ReadAllAsync(connection, TestContext.Current.CancellationToken));
        var schema = new InputPlaces(Parser.Parse(sdl));
        return
        [
            .. from place in schema.All()
               from value in values(schema, place.Type)
               let sent = request(place, value)
               where sent is not null
               select HostileRequest.Query($"{place.Name} {value.Name}", sent.Value.Query, sent.Value.Variables) with { Codes = codes },
        ];
    }
}
