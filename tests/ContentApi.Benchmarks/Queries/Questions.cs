using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ContentApi.GraphQL.Schema;
using Npgsql;

namespace ContentApi.Benchmarks.Queries;

/// <summary>Prepares the questions over generated articles.</summary>
/// <param name="contentApi">Walks to the pages of which a cursor is needed.</param>
/// <param name="articles">How many there are.</param>
internal sealed class Questions(IContender contentApi, int articles)
{
    private const int RequestsEach = 4096;
    private const int MostPairs = 64;

    private const string Pairs = """
        select c.path, t.slug, count(*)::int
        from article_tag x join tag t on t.id = x.tag_id join article_category e on e.article_id = x.article_id join category c on c.id = e.category_id
        where x.position = 0 and not x.draft
        group by c.path, t.slug having count(*) >= 25
        order by md5(c.path || t.slug)
        limit @pairs
        """;

    /// <summary>Gives all questions.</summary>
    /// <exception cref="InvalidOperationException">No category and tag have enough articles in common.</exception>
    public async Task<IReadOnlyList<Question>> PrepareAsync(NpgsqlDataSource dataSource) =>
    [
        new(QuestionKind.Newest, "Q1 list of 20 with authors, categories, cover", [NoValues]),
        new(QuestionKind.ByPath, "Q2 article by path, everything", [.. Enumerable.Range(0, RequestsEach).Select(ByPath)]),
        new(QuestionKind.Filtered, "Q3 page further back, by category subtree and tag", await FilteredAsync(dataSource)),
        new(QuestionKind.Tree, "Q4 category tree with counts and 3 newest each", [NoValues]),
        new(QuestionKind.Title, "Q5 title by id", [.. Enumerable.Range(0, RequestsEach).Select(ById)]),
    ];

    private static Request NoValues => new Request { Values = new Dictionary<string, object?>() }.Prepared();

    private Request ByPath(int n)
    {
        var path = "/posts/article-" + Number(n).ToString(CultureInfo.InvariantCulture);
        return new Request { Values = new Dictionary<string, object?> { ["path"] = path }, Path = path }.Prepared();
    }

    private Request ById(int n)
    {
        var id = new Guid(MD5.HashData(Encoding.ASCII.GetBytes("a" + Number(n).ToString(CultureInfo.InvariantCulture))), bigEndian: true);
        return new Request { Values = new Dictionary<string, object?> { ["id"] = new GlobalId("Article", id).ToString() }, Id = id }.Prepared();
    }

    // Every 50th article is a draft; the one after it is not.
    private int Number(int n) => (int)(n * 7919L % articles) is var number && number % 50 == 0 ? number + 1 : number;

    private async Task<IReadOnlyList<Request>> FilteredAsync(NpgsqlDataSource dataSource)
    {
        var pairs = new List<(string Category, string Tag, int Articles)>();
        await using (var command = dataSource.CreateCommand(Pairs))
        {
            command.Parameters.AddWithValue("pairs", MostPairs);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                pairs.Add((reader.GetString(0), reader.GetString(1), reader.GetInt32(2)));
            }
        }

        var requests = new List<Request>();
        foreach (var (category, tag, count) in pairs)
        {
            requests.Add(await WalkAsync(category, tag, pages: Math.Max(1, count / 20 / 2)));
        }

        return requests.Count > 0 ? requests : throw new InvalidOperationException("No category and tag have 25 articles in common: make more articles.");
    }

    private async Task<Request> WalkAsync(string category, string tag, int pages)
    {
        string? cursor = null;
        for (var page = 0; page < pages; page++)
        {
            cursor = await CursorAfterAsync(category, tag, cursor);
        }

        // A fingerprint, then the sort keys.
        var keys = JsonSerializer.Deserialize<string[]>(Convert.FromBase64String(cursor!))!;
        return new Request
        {
            Values = Values(category, tag, cursor),
            Category = category,
            Tag = tag,
            AfterPublished = DateTimeOffset.Parse(keys[1], CultureInfo.InvariantCulture),
            AfterId = Guid.Parse(keys[2]),
        }.Prepared();
    }

    private async Task<string> CursorAfterAsync(string category, string tag, string? cursor)
    {
        var body = await contentApi.AnswerAsync(QuestionKind.Filtered, new Request { Values = Values(category, tag, cursor) }.Prepared());
        using var answer = JsonDocument.Parse(body);
        return answer.RootElement.GetProperty("data").GetProperty("articles").GetProperty("pageInfo").GetProperty("endCursor").GetString()!;
    }

    private static Dictionary<string, object?> Values(string category, string tag, string? cursor) =>
        new() { ["category"] = category, ["tag"] = tag, ["after"] = cursor };
}
