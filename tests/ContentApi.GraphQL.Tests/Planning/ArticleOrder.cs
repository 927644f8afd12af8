using System.Text;
using ContentApi.Data.Rows;

namespace ContentApi.GraphQL.Tests.Planning;

/// <summary>Sorts articles in memory as the contract says: null is lowest, text goes by code point, the id breaks ties.</summary>
internal static class ArticleOrder
{
    public static List<ArticleRow> Sort(IEnumerable<ArticleRow> articles, IReadOnlyList<(string Key, bool IsDescending)> order)
    {
        var keys = order.Count == 0 ? [("publishedAt", true)] : order.DistinctBy(key => key.Key).ToList();
        var sorted = articles.ToList();
        sorted.Sort((left, right) =>
        {
            foreach (var (key, isDescending) in keys)
            {
                if (Compare(key, left, right) is var result && result != 0)
                {
                    return isDescending ? -result : result;
                }
            }

            var byId = CompareText(left.Id.ToString(), right.Id.ToString());
            return keys[^1].IsDescending ? -byId : byId;
        });
        return sorted;
    }

    private static int Compare(string key, ArticleRow left, ArticleRow right) => key switch
    {
        "publishedAt" => Nullable.Compare(left.PublishedAt, right.PublishedAt),
        "updatedAt" => Nullable.Compare(left.UpdatedAt, right.UpdatedAt),
        "weight" => Nullable.Compare(left.Weight, right.Weight),
        "wordCount" => left.WordCount.CompareTo(right.WordCount),
        "title" => CompareText(left.Title, right.Title),
        "slug" => CompareText(left.Slug, right.Slug),
        _ => throw new ArgumentException($"'{key}' is no order.", nameof(key)),
    };

    private static int CompareText(string left, string right) => Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));
}
