namespace ContentApi.Server.FirstPage;

/// <summary>The category tree as bars.</summary>
internal static class CategoryChart
{
    /// <summary>
    /// Keeps the largest categories, in the order of the tree. A category counts what is below it, so the ancestors of
    /// every category that is kept are kept too.
    /// </summary>
    /// <param name="tree">Every parent directly before its descendants.</param>
    /// <param name="limit">How many at most.</param>
    public static IReadOnlyList<CategoryNode> Choose(IReadOnlyList<CategoryNode> tree, int limit)
    {
        var chosen = tree.OrderByDescending(node => node.ArticleCount).ThenBy(node => node.Depth).Take(limit).ToHashSet();
        return [.. tree.Where(chosen.Contains)];
    }

    /// <summary>Divides a tree, or a part of one, into its topmost nodes, each with what is below it.</summary>
    /// <param name="nodes">Every parent directly before its descendants.</param>
    public static IEnumerable<(CategoryNode Node, IReadOnlyList<CategoryNode> Below)> Branches(IReadOnlyList<CategoryNode> nodes)
    {
        for (var i = 0; i < nodes.Count;)
        {
            var node = nodes[i];
            var below = nodes.Skip(i + 1).TakeWhile(next => next.Depth > node.Depth).ToArray();
            yield return (node, below);
            i += 1 + below.Length;
        }
    }
}
