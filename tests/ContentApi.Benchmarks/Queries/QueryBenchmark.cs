using ContentApi.Benchmarks.Importing;
using ContentApi.Benchmarks.Queries.Content;
using ContentApi.Benchmarks.Queries.Contenders;
using ContentApi.Benchmarks.Queries.Contenders.HandWritten;
using ContentApi.Benchmarks.Queries.Contenders.Projections;
using ContentApi.Benchmarks.Queries.Contenders.Resolvers;
using ContentApi.GraphQL.Execution;
using ContentApi.TestSupport;
using Npgsql;

namespace ContentApi.Benchmarks.Queries;

/// <summary>Asks the same of ContentApi and of the other ways to answer from the same tables, on one database and in turns.</summary>
/// <param name="rounds">Turns of each contender.</param>
/// <param name="duration">Length of a turn.</param>
/// <param name="clients">Requests under way at once.</param>
internal sealed class QueryBenchmark(int rounds, TimeSpan duration, int clients)
{
    private const int BodyRepeats = 50;

    /// <summary>Makes the articles, asks, and prints tables.</summary>
    /// <exception cref="InvalidOperationException">The contenders do not answer the same.</exception>
    public async Task RunAsync(int articles)
    {
        await using var database = await ContentDatabase.StartAsync();
        await GeneratedContent.AddAsync(database.ConnectionString, articles, BodyRepeats, CancellationToken.None);

        // All have the settings of the server's connections, so that they differ in nothing but the statements and the way to them. One is
        // PostgreSQL's default for those whose statements are made by others, as it is where people run them: see docs/benchmarks.md.
        await using var dataSource = ContentDataSource.Create($"{database.ConnectionString};Maximum Pool Size={clients}");
        await using var planningAnew = PlanningAnew(database.ConnectionString);
        using var contentApi = new ContentApiContender(dataSource);
        IContender[] contenders = [contentApi, new HandWrittenContender(dataSource), new ProjectionContender(planningAnew), new ResolverContender(planningAnew)];
        var questions = await new Questions(contentApi, articles).PrepareAsync(dataSource);
        foreach (var question in questions)
        {
            await AnswerCheck.RunAsync(question, contenders);
        }

        Console.WriteLine($"{articles} articles, {clients} clients, {rounds} rounds of {duration.TotalSeconds} s each, interleaved");
        var load = new Load(new ServerProcesses(database.DataDirectory), clients, duration);
        var results = new List<QuestionResult>();
        foreach (var question in questions)
        {
            results.Add(await MeasureAsync(load, question, contenders));
        }

        ResultTables.Write(Console.Out, [.. contenders.Select(contender => contender.Name)], results);
    }

    private static NpgsqlDataSource PlanningAnew(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(ContentDataSource.Settings(connectionString));
        settings.Options += " -c plan_cache_mode=auto";

        // A request of resolvers takes several connections at once.
        settings.MaxPoolSize = 60;
        return NpgsqlDataSource.Create(settings);
    }

    private async Task<QuestionResult> MeasureAsync(Load load, Question question, IContender[] contenders)
    {
        var bytes = new List<int>();
        foreach (var contender in contenders)
        {
            bytes.Add((await contender.AnswerAsync(question.Kind, question.RequestAt(1))).Length);
            await load.RunAsync(contender, question);
        }

        var turns = contenders.Select(_ => new List<Turn>()).ToList();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < contenders.Length; i++)
            {
                turns[i].Add(await load.RunAsync(contenders[i], question));
            }
        }

        return new QuestionResult(question.Name, turns, bytes);
    }
}
