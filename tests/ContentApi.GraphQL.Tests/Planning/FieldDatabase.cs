using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContentApi.Data;
using ContentApi.Data.Rows;
using ContentApi.GraphQL.Execution;
using ContentApi.TestSupport;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace ContentApi.GraphQL.Tests.Planning;

/// <summary>Articles with a custom field of every type: many nulls, many ties, and the ends of what each type holds.</summary>
public sealed class FieldDatabase : IAsyncLifetime
{
    public const int Count = 48;
    public const int Drafts = 4;

    public static readonly DateTimeOffset Now = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, object[]> Values = new()
    {
        ["String"] = ["", "a", "Ä", "a b", "A", "12_00", "=", "%", "漢字 😀", "\"q\\"],
        ["Int"] = [0, 1, -1, int.MaxValue, int.MinValue, 42],
        ["Float"] = [0.0, 0.1, -2.5, 1e300, -1e300, 5e-324, 4.0],
        ["Boolean"] = [true, false],
        ["DateTime"] = ["0001-01-01T00:00:00.001Z", "2021-09-18T15:40:34.000Z", "2021-09-18T15:40:34.567Z", "9999-12-31T23:59:59.999Z"],
        ["LocalDate"] = ["0001-01-02", "2021-09-18", "2021-12-01", "9999-12-31"],
        ["URL"] = ["https://example.org/", "https://example.org/a?b=c#d", "http://a.example/ü"],
    };

    private TestDatabase? _database;
    private NpgsqlDataSource? _dataSource;

    /// <summary>The declared fields: of every type but references one of one value and, but for JSON, one of many.</summary>
    public static IReadOnlyList<CustomField> Fields { get; } =
    [
        .. Values.Keys.Select(type => new CustomField($"one{type}", $"one-{type}", type)),
        .. Values.Keys.Select(type => new CustomField($"many{type}", $"many_{type}", $"[{type}]")),
        new("extra", "extra", "JSON"),
        new("part", "part", "Article"),
        new("seeAlso", "see-also", "[Article]"),
        new("related", "related", "[Article]"),
    ];

    public GraphQLExecutor Executor { get; private set; } = null!;

    /// <summary>What articles hold of a field, by their numbers; of drafts too, which are the last. Null, a value, or a list of values.</summary>
    public static IReadOnlyList<object?> Of(CustomField field) => [.. Enumerable.Range(0, Count).Select(n => ValueOf(field, n))];

    /// <summary>Numbers of the articles that an article names in a field, drafts and files that are not there (-1) among them.</summary>
    public static IReadOnlyList<int> TargetsOf(string field, int n) => field switch
    {
        "part" => n % 3 == 0 ? [] : [(n * 7) % (Count + 1) is var target && target < Count ? target : -1],
        "seeAlso" => [.. Enumerable.Range(1, n % 5).Select(i => (n * i * 11) % Count)],
        "related" => [.. Enumerable.Range(1, n % 4).Select(i => (n + (i * 13)) % Count)],
        _ => [],
    };

    public static bool IsDraft(int n) => n >= Count - Drafts;

    public async ValueTask InitializeAsync()
    {
        _database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        await using (var context = new ContentDbContext(ContentDbContext.OptionsFor(_database.ConnectionString)))
        {
            // The second source declares nothing.
            var sources = Enumerable.Range(0, 2).Select(n => new SourceRow
            {
                Id = SampleContent.Key(1, n), Name = $"blog{n}", Root = $"/{n}", Address = $"/{n}", Dialect = "HEXO", OptionsHash = "-", TimeZone = "UTC", DefaultLocale = "en", Fields = n == 0 ? CustomFields.Write(Fields) : null,
            }).ToList();
            context.AddRange(sources);
            context.AddRange(Enumerable.Range(0, Count).Select(n => Article(sources[0].Id, n)));
            context.Add(Article(sources[1].Id, Count, number: 0));
            await context.SaveChangesAsync();
            context.AddRange(Enumerable.Range(0, Count).SelectMany(Links));
            await context.SaveChangesAsync();
        }

        _dataSource = ContentDataSource.Create(_database.ConnectionString);
        await using var connection = await _dataSource.OpenConnectionAsync();
        var fields = await CustomFields.ReadAllAsync(connection, default);
        Assert.Equal(Fields, fields);
        Executor = new GraphQLExecutor(_dataSource, new FakeTimeProvider(Now), fields);
    }

    public async ValueTask DisposeAsync()
    {
        Executor?.Dispose();
        await (_dataSource?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_database?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    /// <summary>Runs a query that has to succeed and gives its data.</summary>
    public async Task<JsonNode> DataAsync(string query, object? variables = null, bool isEditor = false)
    {
        var body = JsonNode.Parse(await SampleDatabase.RunAsync(Executor, query, variables, isEditor))!;
        return body["errors"] is { } errors ? throw new InvalidOperationException(errors.ToJsonString()) : body["data"]!;
    }

    /// <summary>Values as the graph prints them.</summary>
    public static string Json(object? value) => value switch
    {
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IReadOnlyList<object> list => $"[{string.Join(",", list.Select(Json))}]",
        _ => JsonSerializer.Serialize(value),
    };

    private static object? ValueOf(CustomField field, int n)
    {
        if (field.Name == "extra")
            return n % 3 == 0 ? null : n % 3 == 1 ? "{\"b\":1.10,\"a\":[null]}" : "\"text\"";
        var values = Values[field.ItemType];
        var index = (n * 5) + (n / 3);
        if (!field.IsList)
            return n % 4 == 3 ? null : values[index % values.Length];
        return n % 6 == 5 ? null : Enumerable.Range(0, n % 4).Select(i => values[(index + i) % values.Length]).ToList();
    }

    private static ArticleRow Article(Guid source, int n, int? number = null) => new()
    {
        Id = SampleContent.Key(6, n), SourceId = source, FilePath = $"{number ?? n}.md", Path = $"/{number ?? n}", Slug = $"{n}", Title = $"t{n % 3}", Excerpt = "", Kind = n % 7 == 6 ? "PAGE" : "ARTICLE",
        Draft = IsDraft(n) && number is null, Locale = n % 2 == 0 ? "en" : "de", TranslationKey = "", BodyFormat = "MARKDOWN", Params = "{}", ContentHash = "-", Fields = number is null ? FieldsOf(n) : null,
    };

    private static string FieldsOf(int n) =>
        $"{{{string.Join(',', Fields.Where(x => x.ItemType != "Article").Select(x => (x.StoredName, Value: ValueOf(x, n))).Where(x => x.Value is not null).Select(x => $"{JsonSerializer.Serialize(x.StoredName)}:{Json(x.Value)}"))}}}";

    private static IEnumerable<ArticleLinkRow> Links(int n)
    {
        var position = 0;
        foreach (var field in new[] { "part", "seeAlso", CustomField.Related })
        {
            foreach (var target in TargetsOf(field, n))
            {
                yield return new ArticleLinkRow
                {
                    ArticleId = SampleContent.Key(6, n), Position = position++, Field = field, Syntax = "REFERENCE", Address = $"{target}", TargetFilePath = target < 0 ? null : $"{target}.md",
                };
            }
        }
    }
}
