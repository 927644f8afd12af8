namespace ContentApi.Importer.Scanning;

/// <summary>Finds files in lists that are in ordinal order of their paths.</summary>
internal static class OrdinalSearch
{
    /// <summary>Place of the item with this path; -1 when there is none.</summary>
    public static int IndexOf<T>(IReadOnlyList<T> items, Func<T, string> pathOf, string path)
    {
        var (low, high) = (0, items.Count - 1);
        while (low <= high)
        {
            var middle = low + ((high - low) / 2);
            var order = string.CompareOrdinal(pathOf(items[middle]), path);
            if (order == 0)
                return middle;
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }
}
