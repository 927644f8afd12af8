using ContentApi.GraphQL.Planning;

namespace ContentApi.GraphQL.Schema.Fields;

/// <summary>The articles that facets count: all of a list, whatever its page.</summary>
/// <param name="list">The field that lists them.</param>
/// <param name="articles">The articles, filtered.</param>
internal sealed class FacetScope(FieldScope list, Rowset articles) : RowScope
{
    /// <summary>The field that lists them, with its filter.</summary>
    public FieldScope List => list;

    /// <summary>The articles, filtered.</summary>
    public Rowset Articles => articles;

    /// <summary>Where their columns are taken from.</summary>
    public TableScope Article { get; } = articles.Node.Again();

    /// <summary>Their name in the statement, and the columns that facets use.</summary>
    public PageColumns Columns { get; } = new(list.Planner.NewAlias("f"));

    /// <summary>Their name in the statement.</summary>
    public string Name => Columns.Alias;

    /// <inheritdoc/>
    public override string this[string column] => Columns.Add(column, Article[column]);
}
