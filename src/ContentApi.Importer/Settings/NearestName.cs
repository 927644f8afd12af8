namespace ContentApi.Importer.Settings;

/// <summary>Finds the word that was meant.</summary>
internal static class NearestName
{
    /// <summary>The word that is most like the one given; null when none is. Case, <c>-</c> and <c>_</c> do not count.</summary>
    public static string? Find(string given, IEnumerable<string> known)
    {
        var plain = Fold(given);
        var (distance, word) = known.Select(word => (Distance: Distance(plain, Fold(word)), Word: word)).MinBy(x => x.Distance);
        return distance <= plain.Length / 3 ? word : null;
    }

    private static string Fold(string word) => string.Concat(word.Where(c => c is not ('-' or '_'))).ToLowerInvariant();

    // Letters that have to be put in, left out or replaced (Levenshtein).
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 0; i < a.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 0; j < b.Length; j++)
            {
                var replaced = diagonal + (a[i] == b[j] ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(replaced, Math.Min(diagonal, row[j]) + 1);
            }
        }

        return row[^1];
    }
}
