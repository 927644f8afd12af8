namespace ContentApi.Benchmarks;

/// <summary>The value in the middle; of an even number the upper of the two.</summary>
internal static class Median
{
    /// <exception cref="ArgumentOutOfRangeException">There are no values.</exception>
    public static double Of(IEnumerable<double> values)
    {
        var inOrder = values.Order().ToList();
        return inOrder[inOrder.Count / 2];
    }
}
