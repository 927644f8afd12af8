using System.Globalization;
using ContentApi.Data.Rows;
using ContentApi.GraphQL.Inputs;
using ContentApi.GraphQL.Planning;
using NpgsqlTypes;

namespace ContentApi.GraphQL.Schema.Fields;

/// <summary>
/// A bucket of the archive: the articles whose instant, in the caller's zone, begins the same period. Only what was asked
/// for is aggregated, from the columns of one index where the filter names no other.
/// </summary>
internal sealed class ArchiveBucketScope : RowScope
{
    private static readonly string PublishedSort = Column<ArticleRow>.Name(x => x.PublishedSort);

    // To PostgreSQL these are abbreviations of a fixed offset. The zones of that name have had summer time, and are links to
    // these since release 2024b of the time zone database.
    private static readonly Dictionary<string, string> Abbreviations = new(StringComparer.Ordinal)
    {
        ["CET"] = "Europe/Brussels", ["MET"] = "Europe/Brussels", ["EET"] = "Europe/Athens", ["WET"] = "Europe/Lisbon",
    };

    private readonly TableScope _table;
    private readonly RowScope _article;
    private readonly PageColumns _columns;
    private readonly string _zone;

    /// <param name="archive">The field whose buckets these are: of the whole archive, or of facets.</param>
    public ArchiveBucketScope(FieldScope archive)
    {
        Archive = archive;
        Period = archive.Arguments.Find("by") is EnumInput period ? period.Name : "MONTH";
        _zone = archive.Arguments.Find("timeZone") is { } zone
            ? archive.Parameters.Add(zone, NpgsqlDbType.Text, value => DatabaseZone((string)((ScalarInput)value).Value))
            : "'UTC'";
        _table = new TableScope(archive.Planner.NewAlias(Entities.Article.Alias));
        _article = Facets ?? (RowScope)_table;
        _columns = new PageColumns(archive.Planner.NewAlias("bucket"));
        Start = _columns.Add("start", StartOf(_article));
    }

    /// <summary>The field whose buckets these are.</summary>
    public FieldScope Archive { get; }

    /// <summary>The articles that are counted when the buckets are a facet; null for the archive.</summary>
    public FacetScope? Facets => Archive.Row as FacetScope;

    /// <summary>The filter of what is counted.</summary>
    public InputValue? Where => (Facets?.List ?? Archive).Arguments.Find("where");

    /// <summary>Value of the graph's <c>ArchivePeriod</c>.</summary>
    public string Period { get; }

    /// <summary>The first day, of type date.</summary>
    public string Start { get; }

    /// <summary>The number of articles.</summary>
    public string Count => _columns.Add("count", "count(*)");

    /// <inheritdoc/>
    public override string this[string column] => throw new InvalidOperationException($"A bucket has no column '{column}'.");

    /// <summary>
    /// Gives the condition that an article lies in this bucket. Its bounds are the bucket's own first and last instants, for
    /// an index; the days of a zone need not be intervals, as when its clocks go back across midnight.
    /// </summary>
    public string Holds(RowScope article)
    {
        var first = _columns.Add("first", $"min({_article[PublishedSort]})");
        var last = _columns.Add("last", $"max({_article[PublishedSort]})");
        return $"{article[PublishedSort]} between {first} and {last} and {StartOf(article)} = {Start}";
    }

    /// <summary>Gives the buckets, once everything below them is planned.</summary>
    public Rowset Rows()
    {
        var articles = new Rowset { From = Facets?.Name ?? $"{Entities.Article.Table} {_table.Alias}", Node = _table };
        if (Facets is null)
        {
            ArticleVisibility.AddListConditions(articles, _table, Archive);
        }

        articles.Conditions.Add($"{_article[PublishedSort]} > '-infinity'");
        if (Facets is null)
        {
            FilterPlanner.AddTo(articles, Entities.Article, Archive);
        }

        var buckets = $"select {_columns.SelectList} from {articles.From} where {string.Join(" and ", articles.Conditions)} group by {StartOf(_article)}";
        return new Rowset { From = $"({buckets}) {_columns.Alias}", Node = new TableScope(_columns.Alias), NaturalOrder = [$"{Start} desc"] };
    }

    private string StartOf(RowScope article) =>
        $"date_trunc('{Period.ToLowerInvariant()}', {article[PublishedSort]} at time zone {_zone})::date";

    // In a POSIX zone, which is what PostgreSQL takes an offset for, the sign tells how far west it lies.
    private static string DatabaseZone(string zone) => zone[0] switch
    {
        '+' => string.Create(CultureInfo.InvariantCulture, $"<{zone}>-{zone.AsSpan(1)}"),
        '-' => string.Create(CultureInfo.InvariantCulture, $"<{zone}>+{zone.AsSpan(1)}"),
        _ => Abbreviations.GetValueOrDefault(zone, zone),
    };
}
