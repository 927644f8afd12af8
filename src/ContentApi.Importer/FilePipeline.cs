using System.Collections.Concurrent;
using System.Threading.Channels;
using ContentApi.Importer.Scanning;
using ContentApi.Importer.Writing;

namespace ContentApi.Importer;

/// <summary>
/// Reads files and encodes their rows on all cores, while one writer stages them. At most a batch and a full channel are in
/// memory, however many files there are.
/// </summary>
internal sealed class FilePipeline(FileReader reader, Staging staging, IProgress<ImportProgress>? progress)
{
    // What a core takes at once: enough that handing it over costs nothing, little enough that no core is left with the last of it.
    private const int ChunkFiles = 64;
    private const long ChunkBytes = 1024 * 1024;

    // What the cores read while a batch is sent, about: the rows of more would wait in memory.
    private const int WaitingChunks = 8;

    // Each batch is one COPY a table, which costs as much as some dozen rows.
    private const int BatchChunks = 16;
    private const int BatchBytes = 16 * 1024 * 1024;

    private readonly ConcurrentStack<EncodedRows> _free = [];   // their buffers are large

    /// <param name="places">Of the files to be read.</param>
    /// <param name="fileAt">Gives the file of a place; it is asked when the file's turn comes.</param>
    /// <param name="counts">Takes what they give.</param>
    /// <param name="ct">Ends the run early.</param>
    public async Task RunAsync(IReadOnlyList<int> places, Func<int, PlannedFile> fileAt, ImportCounts counts, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var chunks = Channel.CreateBounded<FileChunk>(new BoundedChannelOptions(WaitingChunks) { SingleReader = true });
        var reading = ReadAllAsync(Divide(places.Select(fileAt), places.Count), chunks.Writer, stop.Token);
        try
        {
            await StageAllAsync(chunks.Reader, places.Count, counts, ct);
        }
        finally
        {
            // A writer that failed leaves readers waiting for room in the channel.
            await stop.CancelAsync();
            await reading;
            foreach (var rows in _free)
                rows.Dispose();
            _free.Clear();
        }
    }

    private async Task ReadAllAsync(IEnumerable<List<PlannedFile>> files, ChannelWriter<FileChunk> chunks, CancellationToken ct)
    {
        try
        {
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = ct };
            await Parallel.ForEachAsync(files, parallel, async (some, token) => await chunks.WriteAsync(Read(some, token), token));
            chunks.Complete();
        }
        catch (Exception e)
        {
            chunks.Complete(e);   // comes out where the channel is read
        }
    }

    private FileChunk Read(List<PlannedFile> files, CancellationToken ct)
    {
        var rows = _free.TryPop(out var free) ? free : new EncodedRows(files.Sum(x => Math.Max(0, x.File.Length)));
        var outcomes = new List<FileOutcome>(files.Count);
        foreach (var file in files)
        {
            ct.ThrowIfCancellationRequested();
            outcomes.Add(reader.Read(file, rows));
        }

        return new FileChunk(outcomes, rows);
    }

    private static IEnumerable<List<PlannedFile>> Divide(IEnumerable<PlannedFile> files, int count)
    {
        var most = Math.Clamp(count / (4 * Environment.ProcessorCount), 1, ChunkFiles);
        var chunk = new List<PlannedFile>(most);
        long bytes = 0;
        foreach (var file in files)
        {
            if (chunk.Count == most || (chunk.Count > 0 && bytes + file.File.Length > ChunkBytes))
            {
                yield return chunk;
                chunk = new List<PlannedFile>(most);
                bytes = 0;
            }

            chunk.Add(file);
            bytes += file.File.Length;
        }

        if (chunk.Count > 0)
            yield return chunk;
    }

    private async Task StageAllAsync(ChannelReader<FileChunk> chunks, int total, ImportCounts counts, CancellationToken ct)
    {
        var batch = new List<EncodedRows>();
        var bytes = 0L;
        var done = 0;
        await foreach (var chunk in chunks.ReadAllAsync(ct))
        {
            foreach (var outcome in chunk.Outcomes)
            {
                counts.Add(outcome);
                progress?.Report(new ImportProgress(++done, total));
            }

            batch.Add(chunk.Rows);
            bytes += chunk.Rows.Length;
            if (batch.Count < BatchChunks && bytes < BatchBytes)
                continue;
            await StageAsync(batch, ct);
            bytes = 0;
        }

        await StageAsync(batch, ct);
    }

    private async Task StageAsync(List<EncodedRows> batch, CancellationToken ct)
    {
        await staging.AddAsync(batch, ct);
        batch.ForEach(x => x.Clear());
        _free.PushRange([.. batch]);
        batch.Clear();
    }
}
