using System.Linq.Expressions;
using ContentApi.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContentApi.Data.Configurations;

internal static class ArticleEdgeIndex
{
    /// <summary>
    /// One index for "newest of …", counts and "does anything public use it". The included columns say who may see the
    /// article, so none of the three touches the table.
    /// </summary>
    public static void HasNewestFirstIndex<TRow>(
        this EntityTypeBuilder<TRow> builder,
        Expression<Func<TRow, object?>> key,
        Expression<Func<TRow, object?>> included)
        where TRow : ArticleEdgeRow =>
        builder.HasIndex(key).IsDescending(false, true, true).IncludeProperties(included);

    /// <summary>What a count has to look at beside the number that is kept: on most sites nothing.</summary>
    public static void HasExpiringIndex<TRow>(
        this EntityTypeBuilder<TRow> builder,
        Expression<Func<TRow, object?>> key,
        Expression<Func<TRow, object?>> included)
        where TRow : ArticleEdgeRow =>
        builder.HasIndex(key).IncludeProperties(included).HasFilter(ListedArticles.Expiring);
}
