using System.Text.Json.Nodes;

namespace ContentApi.GraphQL.Tests.Validation;

/// <summary>Documents that are too large are refused with a code of their own, and soon.</summary>
public sealed class LimitTests(SampleDatabase database)
{
    // Thousands of times what the answer takes; the work that the limits prevent takes minutes to ages.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_document_with_more_characters_than_the_limit_is_too_long()
    {
        var query = "{ site { title } }";

        Assert.Equal("""{"data":{"site":{"title":"A \"blog\""}}}""", await database.RunAsync(query.PadRight(256 * 1024)));
        Assert.Equal("DOCUMENT_TOO_LONG", await database.ErrorCodeAsync(query.PadRight((256 * 1024) + 1)));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[")]
    [InlineData("(")]
    [InlineData("{a(b:[")]
    [InlineData("{a(b:{c:")]
    [InlineData("query($a:[")]
    [InlineData("{...{")]
    public async Task A_hundred_thousand_brackets_are_too_deep(string open) =>
        Assert.Equal("DOCUMENT_TOO_DEEP", await database.ErrorCodeAsync(string.Concat(Enumerable.Repeat(open, 100_000 / open.Length))));

    [Theory]
    [InlineData("query($a: {0}Int{1}) {{ site {{ title }} }}", "[", "]")]
    [InlineData("{{ articles(where: {0}{1}) {{ totalCount }} }}", "{not:", "}")]
    [InlineData("{{ articles(where: {0}{1}) {{ totalCount }} }}", "[", "]")]
    [InlineData("{{ site {0} {{ title }} {1} }}", "{ ...", "}")]
    public async Task Closed_brackets_are_counted_too(string frame, string open, string close)
    {
        var text = string.Format(null, frame, string.Concat(Enumerable.Repeat(open, 70)), string.Concat(Enumerable.Repeat(close, 70)));

        Assert.Equal("DOCUMENT_TOO_DEEP", await database.ErrorCodeAsync(text));
    }

    [Theory]
    [InlineData("}")]
    [InlineData("]")]
    [InlineData("!")]
    [InlineData("\"")]
    [InlineData("\"\"\"")]
    [InlineData("#")]
    [InlineData("...")]
    [InlineData("@")]
    [InlineData("$")]
    [InlineData("-")]
    [InlineData("9")]
    [InlineData("\\")]
    [InlineData("\ufeff")]
    [InlineData("\0")]
    public async Task Repeated_characters_are_a_fault_of_the_client(string text)
    {
        var code = await database.ErrorCodeAsync(string.Concat(Enumerable.Repeat(text, 30_000)));

        Assert.Contains(code, new[] { "SYNTAX_ERROR", "TOO_MANY_TOKENS", "OPERATION_NOT_FOUND" });
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n\t,,, ")]
    [InlineData("# only a remark")]
    [InlineData("fragment F on Article { id }")]
    [InlineData("type A { b: Int }")]
    public async Task A_document_without_an_operation_is_a_fault_of_the_client(string query) =>
        Assert.Contains(await database.ErrorCodeAsync(query), new[] { "SYNTAX_ERROR", "OPERATION_NOT_FOUND", "VALIDATION_FAILED" });

    [Fact]
    public async Task Too_many_tokens_are_refused() =>
        Assert.Equal("TOO_MANY_TOKENS", await database.ErrorCodeAsync($"{{ {string.Concat(Enumerable.Repeat("site ", 20_001))} }}"));

    [Fact]
    public async Task Fields_may_be_sixteen_levels_deep_and_no_more()
    {
        Assert.Equal("""{"data":{"category":null}}""", await database.RunAsync(Nested(16)));
        Assert.Equal("DOCUMENT_TOO_DEEP", await database.ErrorCodeAsync(Nested(17)));

        static string Nested(int levels) =>
            $"{{ category(by: {{ path: \"none\" }}) {{ {string.Concat(Enumerable.Repeat("parent { ", levels - 2))} id {new string('}', levels)}";
    }

    [Fact]
    public async Task Depth_counts_through_fragments()
    {
        var fragments = string.Join(' ', Enumerable.Range(0, 17).Select(n => $"fragment F{n} on Category {{ parent {{ {(n < 16 ? $"...F{n + 1}" : "id")} }} }}"));

        Assert.Equal("DOCUMENT_TOO_DEEP", await database.ErrorCodeAsync($"{{ category(by: {{ path: \"a\" }}) {{ ...F0 }} }} {fragments}"));
    }

    [Fact]
    public async Task Two_thousand_fields_are_answered_and_no_more()
    {
        // 180 objects of 10 fields, one below the root, and 19 more.
        Assert.Equal(2_000, 1 + (180 * 11) + 19);
        var data = await database.DataAsync(Fields(19));
        Assert.Equal(180 + 19, data["article"]!.AsObject().Count);
        Assert.Equal("TOO_MANY_FIELDS", await database.ErrorCodeAsync(Fields(20)));

        static string Fields(int more)
        {
            var objects = string.Join(' ', Enumerable.Range(0, 180).Select(n => $"o{n}: body {{ {string.Join(' ', Enumerable.Range(0, 10).Select(_ => "raw"))} }}"));
            var rest = string.Join(' ', Enumerable.Range(0, more).Select(n => $"x{n}: title"));
            return $"{{ article(by: {{ path: \"/posts/000\" }}) {{ {objects} {rest} }} }}";
        }
    }

    [Fact]
    public async Task Two_hundred_aliases_are_answered_and_no_more()
    {
        Assert.Equal(200, (await database.DataAsync(Aliases(200)))["site"]!.AsObject().Count);
        Assert.Equal("TOO_MANY_ALIASES", await database.ErrorCodeAsync(Aliases(201)));

        static string Aliases(int count) => $"{{ site {{ {string.Join(' ', Enumerable.Range(0, count).Select(n => $"a{n}: title"))} }} }}";
    }

    [Fact]
    public async Task Two_hundred_directives_are_answered_and_no_more()
    {
        Assert.Equal("""{"data":{"site":{"title":"A \"blog\""}}}""", await database.RunAsync(Directives(200)));
        Assert.Equal("TOO_MANY_DIRECTIVES", await database.ErrorCodeAsync(Directives(201)));

        static string Directives(int count) => $"{{ site {{ {string.Join(' ', Enumerable.Range(0, count).Select(_ => "title @include(if: true)"))} }} }}";
    }

    [Fact]
    public async Task Directives_on_one_place_and_on_the_operation_are_refused_as_well()
    {
        var many = string.Concat(Enumerable.Repeat("@include(if: true) ", 300));

        Assert.Contains(await database.ErrorCodeAsync($"{{ site {many} {{ title }} }}"), new[] { "TOO_MANY_DIRECTIVES", "VALIDATION_FAILED" });
        Assert.Contains(await database.ErrorCodeAsync($"query {many} {{ site {{ title }} }}"), new[] { "TOO_MANY_DIRECTIVES", "VALIDATION_FAILED" });
    }

    [Fact]
    public async Task A_fragment_bomb_is_refused_soon()
    {
        var fragments = string.Join(' ', Enumerable.Range(0, 60).Select(n => $"fragment F{n} on Site {{ {(n < 59 ? $"...F{n + 1} ...F{n + 1}" : "title url")} }}"));

        Assert.Equal("TOO_MANY_FIELDS", await SoonAsync($"{{ site {{ ...F0 }} }} {fragments}"));
    }

    [Fact]
    public async Task A_bomb_of_nested_fields_is_refused_soon()
    {
        var fragments = string.Join(' ', Enumerable.Range(0, 12).Select(n => $"fragment F{n} on Category {{ {(n < 11 ? $"parent {{ ...F{n + 1} ...F{n + 1} ...F{n + 1} }} ancestors {{ ...F{n + 1} }}" : "id name")} }}"));

        Assert.Equal("TOO_MANY_FIELDS", await SoonAsync($"{{ category(by: {{ path: \"a\" }}) {{ ...F0 }} }} {fragments}"));
    }

    [Fact]
    public async Task Thousands_of_equal_fields_are_refused_soon() =>
        Assert.Equal("TOO_MANY_FIELDS", await SoonAsync($"{{ site {{ {string.Concat(Enumerable.Repeat("title ", 19_000))} }} }}"));

    [Fact]
    public async Task Thousands_of_equal_nested_fields_are_refused_soon() =>
        Assert.Equal("TOO_MANY_FIELDS", await SoonAsync($"{{ {string.Concat(Enumerable.Repeat("site { title } ", 4_900))} }}"));

    [Fact]
    public async Task Two_hundred_fragments_are_answered_and_no_more()
    {
        Assert.Equal("""{"data":{"site":{"title":"A \"blog\""}}}""", await Task.Run(() => database.RunAsync(Fragments(200))).WaitAsync(Soon, TestContext.Current.CancellationToken));
        Assert.Equal("TOO_MANY_FRAGMENTS", await SoonAsync(Fragments(201)));
        Assert.Equal("TOO_MANY_FRAGMENTS", await SoonAsync(Fragments(2_100)));

        static string Fragments(int count)
        {
            var numbers = Enumerable.Range(0, count).ToList();
            return $"{{ site {{ {string.Join(' ', numbers.Select(n => $"...F{n}"))} }} }} {string.Join(' ', numbers.Select(n => $"fragment F{n} on Site {{ title }}"))}";
        }
    }

    [Fact]
    public async Task A_hundred_operations_are_read_and_no_more()
    {
        Assert.Equal("OPERATION_NOT_FOUND", await SoonAsync(Operations(100)));
        Assert.Equal("TOO_MANY_OPERATIONS", await SoonAsync(Operations(101)));
        Assert.Equal("TOO_MANY_OPERATIONS", await SoonAsync(Operations(2_500)));

        static string Operations(int count) => string.Join(' ', Enumerable.Range(0, count).Select(n => $"query Q{n} {{ site {{ title }} }}"));
    }

    [Fact]
    public async Task A_field_with_arguments_may_be_repeated_a_hundred_times_and_no_more()
    {
        Assert.Equal("""{"data":{"articles":{"totalCount":24}}}""", await database.RunAsync(Repeated(100)));
        Assert.Equal("TOO_MANY_FIELDS", await SoonAsync(Repeated(101)));
        Assert.Equal("TOO_MANY_FIELDS", await SoonAsync(Repeated(600)));

        static string Repeated(int times) => $"{{ {string.Concat(Enumerable.Repeat("articles(where: { not: { slug: { in: [\"a\" \"b\" \"c\"] } } }) { totalCount } ", times))} }}";
    }

    [Fact]
    public async Task Fields_that_differ_are_told_once() =>
        Assert.Single(await database.ErrorsAsync($"{{ articles {{ nodes {{ {string.Join(' ', Enumerable.Range(1, 1_900).Select(n => $"excerpt(maxLength: {n})"))} }} }} }}"));

    [Fact]
    public async Task A_circle_of_fragments_is_told_once()
    {
        var all = string.Join(' ', Enumerable.Range(0, 90).Select(n => $"...F{n}"));

        Assert.Single(await database.ErrorsAsync($"{{ {all} }} {string.Join(' ', Enumerable.Range(0, 90).Select(n => $"fragment F{n} on Query {{ {all} }}"))}"));
    }

    [Fact]
    public async Task Thousands_of_variables_are_refused_soon()
    {
        var numbers = Enumerable.Range(0, 2_500).ToList();
        var query = $"query({string.Join(' ', numbers.Select(n => $"$v{n}: ID"))}) {{ articles(where: {{ id: {{ in: [{string.Join(' ', numbers.Select(n => $"$v{n}"))}] }} }}) {{ totalCount }} }}";

        Assert.Equal("INPUT_TOO_LARGE", await SoonAsync(query));
    }

    [Fact]
    public async Task Thousands_of_unknown_fields_are_refused_soon() =>
        Assert.Equal("VALIDATION_FAILED", await SoonAsync($"{{ {string.Join(' ', Enumerable.Range(0, 2_000).Select(n => $"articles{n}"))} }}"));

    [Fact]
    public async Task Limits_come_before_validation_whose_work_they_bound()
    {
        Assert.Equal("TOO_MANY_FIELDS", await database.ErrorCodeAsync($"{{ {string.Join(' ', Enumerable.Range(0, 2_001).Select(n => $"articles{n}"))} }}"));
        Assert.Equal("TOO_MANY_FRAGMENTS", await database.ErrorCodeAsync($"{{ nope }} {string.Join(' ', Enumerable.Range(0, 201).Select(n => $"fragment F{n} on Nope {{ x }}"))}"));
        Assert.Equal("TOO_MANY_ALIASES", await database.ErrorCodeAsync($"{{ {string.Join(' ', Enumerable.Range(0, 201).Select(n => $"a{n}: nope"))} }}"));
    }

    [Fact]
    public async Task Fragments_in_a_circle_fail_validation()
    {
        Assert.Equal("VALIDATION_FAILED", await SoonAsync("{ site { ...A } } fragment A on Site { ...A }"));
        Assert.Equal("VALIDATION_FAILED", await SoonAsync("{ site { ...A } } fragment A on Site { ...B } fragment B on Site { title ...A }"));
        Assert.Equal("VALIDATION_FAILED", await SoonAsync("{ category(by: { path: \"a\" }) { ...A } } fragment A on Category { parent { ...A } }"));
    }

    [Fact]
    public async Task Introspection_in_circles_is_refused()
    {
        Assert.Equal("DOCUMENT_TOO_DEEP", await SoonAsync("{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }"));
        Assert.Equal("DOCUMENT_TOO_DEEP", await SoonAsync("{ __type(name: \"Node\") { possibleTypes { interfaces { possibleTypes { interfaces { name } } } } } }"));
    }

    [Fact]
    public async Task Wide_introspection_is_answered_within_bounds()
    {
        // As wide as the other limits allow: 190 aliases of every field of every type's fields' types.
        var fields = string.Join(' ', Enumerable.Range(0, 190).Select(n => $"a{n}: fields {{ type {{ ofType {{ fields {{ type {{ ofType {{ fields {{ args {{ name }} }} }} }} }} }} }} }}"));

        var body = await database.RunAsync($"{{ __schema {{ types {{ {fields} }} }} }}");

        Assert.InRange(body.Length, 1, 30_000_000);
    }

    [Fact]
    public async Task Fifty_ids_are_answered_and_no_more()
    {
        const string Query = "query($ids: [ID!]!) { nodes(ids: $ids) { id } }";

        Assert.Equal(50, (await database.DataAsync(Query, new { ids = Ids(50) }))["nodes"]!.AsArray().Count);
        Assert.Equal("PAGE_SIZE_EXCEEDED", await database.ErrorCodeAsync(Query, new { ids = Ids(51) }));
        Assert.Equal("PAGE_SIZE_EXCEEDED", await database.ErrorCodeAsync($"{{ nodes(ids: {new JsonArray([.. Ids(51)]).ToJsonString()}) {{ id }} }}"));

        static JsonNode[] Ids(int count) => [.. Enumerable.Range(0, count).Select(n => JsonValue.Create($"id{n}"))];
    }

    // On another thread: most of the work is done before the first await.
    private async Task<string> SoonAsync(string query) =>
        await Task.Run(() => database.ErrorCodeAsync(query)).WaitAsync(Soon, TestContext.Current.CancellationToken);
}
