using ContentApi.Server.FirstPage;
using CsCheck;

namespace ContentApi.Server.Tests.FirstPage;

public sealed class CategoryChartTests
{
    private static readonly CategoryNode[] Tree =
    [
        new("a", "a", 0, 9),
        new("b", "a/b", 1, 8),
        new("c", "a/b/c", 2, 8),
        new("d", "a/d", 1, 1),
        new("e", "e", 0, 3),
    ];

    // A depth sequence of a tree in which each node is at most one level deeper than the one before.
    private static readonly Gen<CategoryNode[]> Trees = Gen.Select(Gen.Int[0, 4], Gen.Int[1, 9]).Array[0, 30].Select(steps =>
    {
        var path = new List<string>();
        var nodes = new List<CategoryNode>();
        foreach (var (depth, count) in steps)
        {
            path.RemoveRange(Math.Min(depth, path.Count), path.Count - Math.Min(depth, path.Count));
            path.Add($"{nodes.Count}");
            nodes.Add(new CategoryNode(path[^1], string.Join('/', path), path.Count - 1, count));
        }

        // A category counts what is below it.
        return nodes.Select(node => node with { ArticleCount = nodes.Where(other => other == node || other.Path.StartsWith(node.Path + "/", StringComparison.Ordinal)).Max(other => other.ArticleCount) }).ToArray();
    });

    [Fact]
    public void The_largest_are_kept_in_the_order_of_the_tree()
    {
        Assert.Equal(["a", "a/b", "e"], CategoryChart.Choose([.. Tree.Where(node => node.Name != "c")], 3).Select(node => node.Path));
        Assert.Equal(["a", "a/b"], CategoryChart.Choose(Tree, 2).Select(node => node.Path));
    }

    [Fact]
    public void Who_is_kept_has_its_ancestors_with_it() =>
        Gen.Select(Trees, Gen.Int[1, 30]).Sample((tree, limit) =>
        {
            var kept = CategoryChart.Choose(tree, limit).Select(node => node.Path).ToHashSet();

            Assert.Equal(Math.Min(limit, tree.Length), kept.Count);
            Assert.All(kept.Where(path => path.Contains('/', StringComparison.Ordinal)), path => Assert.Contains(path[..path.LastIndexOf('/')], kept));
        });

    [Fact]
    public void Branches_hold_every_node_once_in_its_order() =>
        Trees.Sample(tree => Assert.Equal(tree, Flatten(tree)));

    private static IEnumerable<CategoryNode> Flatten(IReadOnlyList<CategoryNode> nodes) =>
        CategoryChart.Branches(nodes).SelectMany(branch => Flatten(branch.Below).Prepend(branch.Node));
}
