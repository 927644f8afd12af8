namespace ContentApi.Cli.Arguments;

/// <summary>Guesses what a mistyped word was meant to be.</summary>
internal static class Nearest
{
    // Every word is near to one of a letter or two.
    private const int FewestLetters = 3;

    /// <summary>A sentence with a blank before it, or nothing when no word is near.</summary>
    public static string Suggest(string word, IEnumerable<string> words)
    {
        if (word.Length < FewestLetters)
        {
            return "";
        }

        var best = words.MinBy(other => other.StartsWith(word, StringComparison.Ordinal) ? 0 : Distance(word, other));
        return best is not null && (best.StartsWith(word, StringComparison.Ordinal) || Distance(word, best) <= Math.Max(1, word.Length / 3))
            ? $" Did you mean {best}?"
            : "";
    }

    /// <summary>How many letters have to be put in, left out, replaced or swapped with their neighbour to turn one word into the other.</summary>
    internal static int Distance(string left, string right)
    {
        var distance = new int[left.Length + 1, right.Length + 1];
        for (var row = 0; row <= left.Length; row++)
        {
            for (var column = 0; column <= right.Length; column++)
            {
                distance[row, column] = row == 0 || column == 0
                    ? row + column
                    : Math.Min(
                        Math.Min(distance[row - 1, column], distance[row, column - 1]) + 1,
                        distance[row - 1, column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1));
                if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1])
                {
                    distance[row, column] = Math.Min(distance[row, column], distance[row - 2, column - 2] + 1);
                }
            }
        }

        return distance[left.Length, right.Length];
    }
}
