using System.Threading.Channels;
using ContentApi.Importer.Mapping;
using ContentApi.Importer.Scanning;
using ContentApi.Importer.Writing;

namespace ContentApi.Importer;

/// <summary>
/// Reads files on all cores while one writer stages their rows. At most a batch of articles and a full channel are in
/// memory, however many files there are.
/// </summary>
internal sealed class FilePipeline(FileReader reader, Staging staging, IProgress<ImportProgress>? progress)
{
    private const int ChannelCapacity = 128;
    private const int BatchArticles = 500;
    private const int BatchCharacters = 8_000_000;

    /// <param name="files">To be read.</param>
    /// <param name="counts">Takes what they give.</param>
    /// <param name="ct">Ends the run early.</param>
    public async Task RunAsync(IReadOnlyList<PlannedFile> files, ImportCounts counts, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var outcomes = Channel.CreateBounded<FileOutcome>(new BoundedChannelOptions(ChannelCapacity) { SingleReader = true });
        var reading = ReadAllAsync(files, outcomes.Writer, stop.Token);
        try
        {
            await StageAllAsync(outcomes.Reader, files.Count, counts, ct);
        }
        finally
        {
            // A writer that failed leaves readers waiting for room in the channel.
            await stop.CancelAsync();
            await reading;
        }
    }

    private async Task ReadAllAsync(IReadOnlyList<PlannedFile> files, ChannelWriter<FileOutcome> outcomes, CancellationToken ct)
    {
        try
        {
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = ct };
            await Parallel.ForEachAsync(files, parallel, async (file, token) => await outcomes.WriteAsync(reader.Read(file), token));
            outcomes.Complete();
        }
        catch (Exception e)
        {
            outcomes.Complete(e);   // comes out where the channel is read
        }
    }

    private async Task StageAllAsync(ChannelReader<FileOutcome> outcomes, int total, ImportCounts counts, CancellationToken ct)
    {
        var batch = new List<ArticleRows>();
        var characters = 0;
        var done = 0;
        await foreach (var outcome in outcomes.ReadAllAsync(ct))
        {
            counts.Add(outcome);
            progress?.Report(new ImportProgress(++done, total));
            if (outcome.Rows is not { } rows)
                continue;
            batch.Add(rows);
            characters += rows.Body.Raw.Length + rows.Body.Html.Length + rows.Body.Text.Length;
            if (batch.Count < BatchArticles && characters < BatchCharacters)
                continue;
            await staging.AddAsync(batch, ct);
            batch.Clear();
            characters = 0;
        }

        await staging.AddAsync(batch, ct);
    }
}
