using ContentApi.Importer.Mapping;
using static ContentApi.Importer.Writing.StagingTables;

namespace ContentApi.Importer.Writing;

/// <summary>Rows of some articles as COPY takes them: all that is left of them once they are made. Not safe to call from several threads.</summary>
/// <param name="sourceBytes">Length of their files, about.</param>
internal sealed class EncodedRows(long sourceBytes) : IDisposable
{
    // A body is stored as it is written, as HTML and as text.
    private const int BodyGrowth = 4;
    private const long MaxFirstCapacity = 1024 * 1024;

    private readonly Dictionary<CopyTarget, CopyBuffer> _own = OfArticles.ToDictionary(
        x => x,
        x => x == Bodies ? new CopyBuffer((int)Math.Min(sourceBytes * BodyGrowth, MaxFirstCapacity)) : new CopyBuffer());
    private readonly CopyBuffer _shared = new();
    private readonly List<SharedRow> _sharedRows = [];

    /// <summary>Rows that other articles may give too, in the order in which they were added.</summary>
    public IReadOnlyList<SharedRow> Shared => _sharedRows;

    /// <summary>Of all buffers, in bytes.</summary>
    public int Length => _shared.Length + _own.Values.Sum(x => x.Length);

    /// <summary>Rows that belong to one article each.</summary>
    /// <param name="table">One of <see cref="OfArticles"/>.</param>
    public ReadOnlyMemory<byte> Of(CopyTarget table) => _own[table].Bytes;

    /// <summary>One of <see cref="Shared"/>.</summary>
    public ReadOnlySpan<byte> Of(SharedRow row) => _shared.Bytes.Span.Slice(row.Start, row.Length);

    /// <summary>Adds all rows of an article, or none of them.</summary>
    /// <exception cref="InvalidDataException">A text holds a NUL or half a surrogate pair; the message names the column.</exception>
    public void Add(ArticleRows rows)
    {
        var shared = _sharedRows.Count;
        try
        {
            AddOwn(rows);
            AddShared(rows);
        }
        catch
        {
            foreach (var buffer in _own.Values.Append(_shared))
                buffer.Drop();
            _sharedRows.RemoveRange(shared, _sharedRows.Count - shared);
            throw;
        }

        foreach (var buffer in _own.Values.Append(_shared))
            buffer.Keep();
    }

    /// <summary>Makes it empty for other articles, which then need no buffers of their own.</summary>
    public void Clear()
    {
        foreach (var buffer in _own.Values.Append(_shared))
            buffer.Clear();
        _sharedRows.Clear();
    }

    public void Dispose()
    {
        foreach (var buffer in _own.Values.Append(_shared))
            buffer.Dispose();
    }

    private void AddOwn(ArticleRows rows)
    {
        Add(Articles, [rows.Article]);
        Add(Bodies, [rows.Body]);
        Add(ArticleAliases, rows.Aliases);
        Add(ArticleLinks, rows.Links);
        Add(ArticleTags, rows.Tags);
        Add(ArticleAuthors, rows.Authors);
        Add(ArticleCategories, rows.Categories);
        Add(ArticleImages, rows.Images);
    }

    private void AddShared(ArticleRows rows)
    {
        AddShared(Tags, rows.SharedTags, x => (x.Id, default));
        AddShared(Authors, rows.SharedAuthors, x => (x.Id, default));
        AddShared(Categories, rows.SharedCategories, x => (x.Id, default));
        AddShared(Closure, rows.Closure, x => (x.AncestorId, x.DescendantId));
        AddShared(Images, rows.SharedImages, x => (x.Id, default));
    }

    private void Add<TRow>(StagingTable<TRow> table, IReadOnlyList<TRow> rows)
    {
        foreach (var row in rows)
            table.Encode(row, _own[table]);
    }

    private void AddShared<TRow>(StagingTable<TRow> table, IReadOnlyList<TRow> rows, Func<TRow, (Guid, Guid)> key)
    {
        foreach (var row in rows)
        {
            var start = _shared.Length;
            table.Encode(row, _shared);
            _sharedRows.Add(new SharedRow(table, key(row), start, _shared.Length - start));
        }
    }
}
