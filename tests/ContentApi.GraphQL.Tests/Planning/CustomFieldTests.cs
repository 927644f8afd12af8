using System.Text.Json.Nodes;
using ContentApi.Data;
using ContentApi.GraphQL.Schema;

namespace ContentApi.GraphQL.Tests.Planning;

/// <summary>Fields, filters and orders that sources declare. Every answer is compared with what plain code makes of the same values.</summary>
public sealed class CustomFieldTests(FieldDatabase database) : IClassFixture<FieldDatabase>
{
    private const string Everything = "kind: { in: [ARTICLE, PAGE] }";

    private static IReadOnlyList<CustomField> Fields => FieldDatabase.Fields;

    private static IEnumerable<CustomField> Ones => Fields.Where(x => !x.IsList && x.ItemType is not ("JSON" or "Article"));

    private static IEnumerable<CustomField> Manies => Fields.Where(x => x.IsList && x.ItemType != "Article");

    private static IEnumerable<int> Public => Enumerable.Range(0, FieldDatabase.Count - FieldDatabase.Drafts);

    [Fact]
    public async Task Every_value_is_printed_as_it_is_stored()
    {
        var fields = Fields.Where(field => field.ItemType != "Article").ToList();
        foreach (var n in Public)
        {
            var article = (await database.DataAsync($"{{ node(id: \"{new GlobalId("Article", SampleContent.Key(6, n))}\") {{ ... on Article {{ {string.Join(' ', fields.Select(field => field.Name))} }} }} }}"))["node"]!;
            foreach (var field in fields)
            {
                var value = FieldDatabase.Of(field)[n];
                var expected = value is null ? (field.IsList ? "[]" : "null") : field.ItemType == "JSON" ? (string)value : FieldDatabase.Json(value);
                Assert.Equal((n, field.Name, Normal(expected)), (n, field.Name, Normal(article[field.Name]?.ToJsonString() ?? "null")));
            }
        }
    }

    [Fact]
    public async Task Numbers_and_objects_keep_their_form_and_their_order()
    {
        var body = await SampleDatabase.RunAsync(database.Executor, "{ article(by: { path: \"/1\" }) { extra } }");
        Assert.Equal("{\"data\":{\"article\":{\"extra\":{\"b\":1.10,\"a\":[null]}}}}", body);
    }

    [Fact]
    public async Task An_article_of_a_source_that_declares_nothing_has_no_values()
    {
        var article = (await database.DataAsync($"{{ node(id: \"{new GlobalId("Article", SampleContent.Key(6, FieldDatabase.Count))}\") {{ ... on Article {{ {string.Join(' ', Manies.Concat(Ones).Select(field => field.Name))} extra part {{ id }} seeAlso {{ id }} }} }} }}"))["node"]!;
        Assert.All(article.AsObject(), field => Assert.Equal(field.Key.StartsWith("many", StringComparison.Ordinal) || field.Key == "seeAlso" ? "[]" : "null", field.Value?.ToJsonString() ?? "null"));
    }

    [Fact]
    public async Task Every_operator_on_one_value_finds_what_comparing_finds()
    {
        foreach (var field in Ones)
        {
            foreach (var name in OperatorsOf(field.ItemType))
            {
                foreach (var operand in FieldDatabase.Of(field).Distinct().Take(4).Where(value => value is not null || name is "in" or "nin").Concat(name is "eq" or "neq" ? [null] : []))
                {
                    var written = name is "in" or "nin" ? $"[{FieldDatabase.Json(operand)}, null]" : FieldDatabase.Json(operand);
                    await CheckAsync($"{{ {field.Name}: {{ {name}: {written} }} }}", n => CustomOperators.Holds(name, field.ItemType, FieldDatabase.Of(field)[n], operand));
                }
            }
        }
    }

    [Fact]
    public async Task Every_operator_on_many_values_finds_what_comparing_finds()
    {
        foreach (var field in Manies)
        {
            foreach (var name in OperatorsOf(field.ItemType).Where(name => name is "eq" or "neq" or "gt" or "contains" or "in"))
            {
                var operand = FieldDatabase.Of(field).OfType<List<object>>().First(list => list.Count > 0)[0];
                var written = name == "in" ? $"[{FieldDatabase.Json(operand)}]" : FieldDatabase.Json(operand);
                bool Holds(object item) => name == "in" ? Equals(item, operand) : CustomOperators.Holds(name, field.ItemType, item, operand);
                await CheckListAsync(field.Name, $"{{ {name}: {written} }}", n => [.. ((List<object>?)FieldDatabase.Of(field)[n] ?? []).Select(Holds)]);
            }
        }
    }

    [Fact]
    public async Task References_are_filtered_as_the_articles_that_they_name_and_hidden_ones_are_none()
    {
        await CheckListAsync("seeAlso", "{ title: { eq: \"t1\" } }", n => [.. VisibleTargets("seeAlso", n).Select(target => target % 3 == 1)]);
        await CheckListAsync("seeAlso", "{ part: { title: { neq: \"t1\" } } }", n => [.. VisibleTargets("seeAlso", n).Select(target => VisibleTargets("part", target).All(part => part % 3 != 1))]);
        await CheckAsync("{ part: { title: { eq: \"t1\" } } }", n => VisibleTargets("part", n).Any(target => target % 3 == 1));
        await CheckAsync("{ part: { path: { eq: null } } }", n => VisibleTargets("part", n).Count == 0);
        await CheckAsync("{ not: { part: { } } }", _ => false);
        await CheckAsync("{ part: { tags: { none: { slug: { eq: \"x\" } } }, params: { ncontains: { a: 1 } }, title: { neq: \"t1\" } } }", n => VisibleTargets("part", n).All(target => target % 3 != 1));
        await CheckAsync("{ part: { tags: { any: true } } }", _ => false);
        await CheckAsync("{ part: { seeAlso: { any: false }, title: { neq: \"t1\" } } }", n => VisibleTargets("part", n).All(target => target % 3 != 1 && VisibleTargets("seeAlso", target).Count == 0));
        await CheckAsync("{ part: { oneString: { eq: \"a\" } } }", n => VisibleTargets("part", n).Any(target => "a".Equals(FieldDatabase.Of(Fields[0])[target])));
    }

    [Fact]
    public async Task References_are_listed_in_the_order_of_the_file_and_hidden_ones_are_not()
    {
        foreach (var n in Public)
        {
            var article = (await database.DataAsync("query($path: String!) { article(by: { path: $path }) { part { path } seeAlso { path title } } }", new { path = $"/{n}" }))["article"]!;
            Assert.Equal(VisibleTargets("part", n).Select(target => $"/{target}").FirstOrDefault(), article["part"]?["path"]!.GetValue<string>());
            Assert.Equal(VisibleTargets("seeAlso", n).Select(target => $"/{target} t{target % 3}"), article["seeAlso"]!.AsArray().Select(target => $"{target!["path"]} {target["title"]}"));
        }

        // 46 is a draft, which a preview shows.
        var one = Public.First(n => FieldDatabase.TargetsOf("seeAlso", n).Any(FieldDatabase.IsDraft));
        var preview = await database.DataAsync($"{{ article(by: {{ path: \"/{one}\" }}, preview: true) {{ seeAlso {{ path }} }} }}", isEditor: true);
        Assert.Equal(FieldDatabase.TargetsOf("seeAlso", one).Select(target => $"/{target}"), preview["article"]!["seeAlso"]!.AsArray().Select(target => target!["path"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Articles_that_are_named_as_related_come_in_the_order_of_the_file_whatever_their_language()
    {
        foreach (var n in Public)
        {
            var article = (await database.DataAsync("query($path: String!) { article(by: { path: $path }) { related(first: 20) { article { path } reasons } } }", new { path = $"/{n}" }))["article"]!;
            var expected = VisibleTargets(CustomField.Related, n).Where(target => target != n && target % 7 != 6).Select(target => $"/{target} EXPLICIT");
            Assert.Equal(expected, article["related"]!.AsArray().Select(related => $"{related!["article"]!["path"]} {related["reasons"]!.AsArray().Single()}"));
        }
    }

    [Fact]
    public async Task Every_order_has_nulls_at_its_low_end_and_can_be_walked_both_ways()
    {
        foreach (var field in Ones)
        {
            var values = FieldDatabase.Of(field);
            foreach (var isDescending in new[] { false, true })
            {
                var list = new PagedList($"articles(where: {{ {Everything}, sourcePath: {{ neq: \"x\" }} }})", null, "ArticleSortInput");
                (string, bool)[] order = [(field.Name, isDescending), ("title", false)];
                var all = Public.Append(FieldDatabase.Count).Select(n => (Value: n < FieldDatabase.Count ? values[n] : null, Title: n < FieldDatabase.Count ? $"t{n % 3}" : "t0", Id: SampleContent.Key(6, n)));
                var byValue = isDescending ? all.OrderByDescending(x => x.Value, CustomOperators.Order) : all.OrderBy(x => x.Value, CustomOperators.Order);
                var expected = byValue.ThenBy(x => x.Title, StringComparer.Ordinal).ThenBy(x => x.Id.ToString(), StringComparer.Ordinal).Select(x => new GlobalId("Article", x.Id).ToString()).ToList();

                Assert.Equal(expected, await WalkAsync(list, order, (cursor, variables) => variables(7, cursor, null, null), page => page.HasNext ? page.End : null, isBackward: false));
                Assert.Equal(expected, await WalkAsync(list, order, (cursor, variables) => variables(null, null, 7, cursor), page => page.HasPrevious ? page.Start : null, isBackward: true));
            }
        }
    }

    [Theory]
    [InlineData("oneLocalDate: { eq: \"2021-02-30\" }")]
    [InlineData("oneLocalDate: { eq: \"18.9.2021\" }")]
    [InlineData("oneFloat: { eq: \"4.5\" }")]
    [InlineData("oneFloat: { eq: 1e999 }")]
    [InlineData("oneBoolean: { eq: 1 }")]
    [InlineData("oneDateTime: { gt: \"2021-09-18\" }")]
    [InlineData("manyInt: { some: { eq: 2147483648 } }")]
    [InlineData("manyString: { any: \"yes\" }")]
    [InlineData("extra: { eq: 1 }")]
    [InlineData("related: { any: true }")]
    public async Task A_mistake_is_the_client_s(string filter)
    {
        var body = JsonNode.Parse(await SampleDatabase.RunAsync(database.Executor, $"{{ articles(where: {{ {filter} }}) {{ totalCount }} }}"))!;
        Assert.Contains(body["errors"]![0]!["extensions"]!["code"]!.GetValue<string>(), new[] { "INVALID_ARGUMENT", "VALIDATION_FAILED" });
    }

    [Fact]
    public async Task Variables_of_any_shape_fit()
    {
        const string Query = "query($where: ArticleFilterInput, $order: [ArticleSortInput!]) { articles(where: $where, order: $order, first: 50) { totalCount } }";
        async Task<int> CountAsync(string variables) => (await database.DataAsync(Query, SampleDatabase.Json(variables)))["articles"]!["totalCount"]!.GetValue<int>();
        var all = await CountAsync("{}");
        Assert.Equal(all, await CountAsync("""{"where":{"manyFloat":{"any":null},"oneInt":null,"seeAlso":{"some":null}},"order":[{"oneFloat":"DESC","oneURL":null}]}"""));
        Assert.Equal(all, await CountAsync("""{"where":{"manyFloat":{"any":true}}}""") + await CountAsync("""{"where":{"manyFloat":{"any":false}}}"""));
        Assert.Equal(await CountAsync("""{"where":{"oneBoolean":{"eq":true}}}"""), await CountAsync("""{"where":{"oneBoolean":{"neq":false},"not":{"oneBoolean":{"eq":null}}}}"""));
    }

    private static IReadOnlyList<int> VisibleTargets(string field, int n) => [.. FieldDatabase.TargetsOf(field, n).Where(target => target >= 0 && !FieldDatabase.IsDraft(target))];

    private static string[] OperatorsOf(string type) => type switch
    {
        "String" => ["eq", "neq", "in", "nin", "contains", "ncontains", "startsWith", "nstartsWith", "endsWith", "nendsWith"],
        "Boolean" => ["eq", "neq"],
        _ => ["eq", "neq", "in", "nin", "gt", "ngt", "gte", "ngte", "lt", "nlt", "lte", "nlte"],
    };

    private async Task CheckListAsync(string field, string filter, Func<int, IReadOnlyList<bool>> items)
    {
        await CheckAsync($"{{ {field}: {{ some: {filter} }} }}", n => items(n).Any(x => x));
        await CheckAsync($"{{ {field}: {{ none: {filter} }} }}", n => !items(n).Any(x => x));
        await CheckAsync($"{{ {field}: {{ all: {filter} }} }}", n => items(n).All(x => x));
        await CheckAsync($"{{ {field}: {{ any: true }} }}", n => items(n).Count > 0);
        await CheckAsync($"{{ {field}: {{ any: false }} }}", n => items(n).Count == 0);
        await CheckAsync($"{{ {field}: {{ some: {{ }}, all: {{ }} }} }}", n => items(n).Count > 0);
    }

    private async Task CheckAsync(string where, Func<int, bool> holds)
    {
        var query = $"{{ articles(first: 50, where: {{ {Everything}, sourcePath: {{ neq: \"x\" }}, and: [{where}] }}) {{ nodes {{ slug }} }} }}";
        var found = (await database.DataAsync(query))["articles"]!["nodes"]!.AsArray().Select(node => int.Parse(node!["slug"]!.GetValue<string>(), null)).Where(n => n < FieldDatabase.Count).Order();
        Assert.Equal($"{where}: {string.Join(' ', Public.Where(holds))}", $"{where}: {string.Join(' ', found)}");
    }

    private async Task<List<string>> WalkAsync(
        PagedList list,
        (string, bool)[] order,
        Func<string?, Func<int?, string?, int?, string?, JsonObject>, JsonObject> ask,
        Func<Page, string?> next,
        bool isBackward)
    {
        var ids = new List<string>();
        string? cursor = null;
        do
        {
            var page = PagedList.Read(await database.DataAsync(list.Query, SampleDatabase.Json(ask(cursor, (first, after, last, before) => PagedList.Variables(order, first, after, last, before)).ToJsonString())));
            ids.InsertRange(isBackward ? 0 : ids.Count, page.Ids);
            cursor = next(page);
        }
        while (cursor is not null);

        return ids;
    }

    // The same value may be written in two ways: 1e300 and 1E+300, "😀" and its escapes.
    private static string Normal(string json) => string.Concat(json.Where(c => c != ' ')) is var text && JsonNode.Parse(text) is { } node
        ? string.Join(',', (node as JsonArray ?? [node.DeepClone()]).Select(item => item!.GetValueKind() == System.Text.Json.JsonValueKind.Number ? item.GetValue<double>().ToString("R", null) : item.ToJsonString()))
        : text;
}
