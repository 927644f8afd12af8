using System.Data;
using ContentApi.Data;
using ContentApi.GraphQL.Execution;
using ContentApi.Server.Caching;
using ContentApi.Server.Documents;
using ContentApi.Server.Requests;
using Npgsql;

namespace ContentApi.Server.Freezing;

/// <summary>
/// Writes the answers of trusted documents as files, at addresses that the server answers alike: a host of files can stand in for it. All answers are of one
/// version of the content and of one instant, and those that an anonymous reader gets.
/// </summary>
/// <param name="options">What is frozen, and where to.</param>
public sealed class ContentFreezer(FreezeOptions options)
{
    // An import a minute leaves room for all but the largest; where they come faster, a freeze would be old at once.
    private const int Attempts = 5;

    private const int AnswersBetweenReports = 100;

    /// <summary>Writes everything, or nothing.</summary>
    /// <exception cref="FreezeRefusedException">It cannot be done; the folder holds what it held before.</exception>
    /// <exception cref="NpgsqlException">The database cannot be reached, or was not migrated.</exception>
    public async Task<FreezeReport> FreezeAsync(IProgress<FreezeProgress>? progress, CancellationToken cancellationToken)
    {
        var begun = options.Clock.GetTimestamp();
        using var target = new TargetFolder(options.TargetFolder);
        var (documents, plan) = ReadPlan();
        var report = FreezeReport.Of(plan);
        if (plan.Findings.Count == 0)
        {
            try
            {
                report = await WriteAsync(documents, plan, target, progress, cancellationToken);
                target.Exchange();
            }
            catch (FreezeFindingException fault)
            {
                report = report with { Findings = [fault.Finding] };
            }
        }

        return report with { Elapsed = options.Clock.GetElapsedTime(begun) };
    }

    private async Task<FreezeReport> WriteAsync(
        TrustedDocuments documents, FreezePlan plan, TargetFolder target, IProgress<FreezeProgress>? progress, CancellationToken cancellationToken)
    {
        await using var database = ContentDataSource.Create(options.ConnectionString);
        for (var attempt = 1; ; attempt++)
        {
            target.Clear();
            try
            {
                return await WriteOnceAsync(database, documents, plan, target, progress, cancellationToken);
            }
            catch (ContentChangedException change)
            {
                if (attempt == Attempts)
                    throw new FreezeRefusedException($"{change.Message}, for the {attempt}th time: freeze when nothing is imported.");
                progress?.Report(new FreezeProgress(0, $"{change.Message}: beginning again."));
            }
        }
    }

    private async Task<FreezeReport> WriteOnceAsync(
        NpgsqlDataSource database, TrustedDocuments documents, FreezePlan plan, TargetFolder target, IProgress<FreezeProgress>? progress, CancellationToken cancellationToken)
    {
        var now = options.Clock.GetUtcNow();
        var (snapshot, fields) = await ReadContentAsync(database, now, cancellationToken);
        using var executor = new GraphQLExecutor(database, new FixedClock(now), fields);
        var answers = new SnapshotExecutor(executor, snapshot, RequestContextReader.ReadPublicUrl(options.PublicUrl));
        var files = new FrozenFiles(target.Draft);
        var written = 0L;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = 2 * Environment.ProcessorCount, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(new FrozenRequests(documents, plan, answers).ReadAsync(cancellationToken), parallel, async (request, ended) =>
        {
            var body = await answers.AnswerAsync(request.Request, request.File, ended);
            foreach (var address in request.Addresses)
            {
                files.Write(address, body.Span);
            }

            if (Interlocked.Increment(ref written) is var count && count % AnswersBetweenReports == 0)
                progress?.Report(new FreezeProgress(count));
        });

        // The clock of the answers stood still.
        if (!snapshot.HoldsAt(options.Clock.GetUtcNow()))
            throw new ContentChangedException("An article was published or expired");
        return FreezeReport.Of(plan) with { Answers = written, Files = files.Count, Bytes = files.Bytes, ContentVersion = snapshot.Version, CurrentUntil = snapshot.Until };
    }

    // Of one moment.
    private static async Task<(ContentSnapshot Snapshot, IReadOnlyList<CustomField> Fields)> ReadContentAsync(NpgsqlDataSource database, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        return (await ContentStateReader.ReadSnapshotAsync(connection, now, cancellationToken), await CustomFields.ReadAllAsync(connection, cancellationToken));
    }

    private (TrustedDocuments Documents, FreezePlan Plan) ReadPlan()
    {
        try
        {
            var documents = TrustedDocuments.Read(options.DocumentFolder);
            var plan = new FreezePlanner(options.DocumentFolder).Plan(documents);
            return plan is { Documents: [], Findings: [], Skipped: [] }
                ? throw new FreezeRefusedException($"The folder '{options.DocumentFolder}' holds no documents: files whose name ends with {TrustedDocuments.Extension}.")
                : (documents, plan);
        }
        catch (ArgumentException fault) when (fault.ParamName is "file" or "folder")
        {
            throw new FreezeRefusedException(fault.Message.Split(" (Parameter", 2)[0]);
        }
    }
}
