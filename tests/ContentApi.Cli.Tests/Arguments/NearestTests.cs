using ContentApi.Cli.Arguments;
using CsCheck;

namespace ContentApi.Cli.Tests.Arguments;

public sealed class NearestTests
{
    private static readonly Gen<string> Word = Gen.String[Gen.Char['a', 'd'], 0, 6];

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("port", "port", 0)]
    [InlineData("prot", "port", 1)]
    [InlineData("databse", "database", 1)]
    [InlineData("sorce", "source", 1)]
    [InlineData("kitten", "sitting", 3)]
    public void Distance_counts_single_slips(string left, string right, int distance) => Assert.Equal(distance, Nearest.Distance(left, right));

    [Fact]
    public void Distance_is_the_same_both_ways_and_zero_only_for_equal_words() =>
        Gen.Select(Word, Word).Sample((left, right) =>
            Nearest.Distance(left, right) == Nearest.Distance(right, left)
            && (Nearest.Distance(left, right) == 0) == (left == right)
            && Nearest.Distance(left, right) <= Math.Max(left.Length, right.Length));
}
