using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>
/// Hands out the keys of a front matter to those who know them, and remembers what was taken: the rest, and every known
/// key whose value could not be used in full, ends up in the params, so that nothing is lost.
/// </summary>
internal sealed class FieldReader
{
    private readonly MetaMap _map;
    private readonly Dictionary<string, MetaEntry> _byName = [];
    private readonly HashSet<MetaEntry> _taken = new(ReferenceEqualityComparer.Instance);

    public FieldReader(MetaMap map, DiagnosticBag bag)
    {
        _map = map;
        foreach (var entry in map.Entries)
        {
            var name = FieldName.Fold(entry.Key);
            if (_byName.TryGetValue(name, out var earlier) && string.Equals(earlier.Key, entry.Key, StringComparison.OrdinalIgnoreCase))
                bag.Warn(DiagnosticCode.DupKey, entry.Place, $"key '{DiagnosticBag.Show(entry.Key)}' appears twice; the last value counts");
            _byName[name] = entry;
        }
    }

    /// <summary>Entries that nobody took, in the order of the file.</summary>
    public IEnumerable<MetaEntry> Rest => _map.Entries.Where(entry => !_taken.Contains(entry));

    /// <summary>The entries of these keys, in the order of the names; folded names as of <see cref="FieldName.Fold"/>.</summary>
    public IEnumerable<MetaEntry> Find(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (_byName.TryGetValue(name, out var entry))
                yield return entry;
        }
    }

    /// <summary>Keeps the entry out of the params.</summary>
    public void Take(MetaEntry entry) => _taken.Add(entry);

    /// <summary>The first text of these keys that is not empty, trimmed, and its entry taken; null when there is none.</summary>
    public MetaScalar? TakeText(IEnumerable<string> names)
    {
        foreach (var entry in Find(names))
        {
            if (entry.Value is not MetaScalar scalar)
                continue;
            Take(entry);
            if (!scalar.IsNull && !string.IsNullOrWhiteSpace(scalar.Text))
                return scalar with { Text = scalar.Text.Trim() };
        }

        return null;
    }

    /// <summary>Reads every usual spelling of yes and no; null for anything else.</summary>
    public static bool? ToBoolean(MetaNode node) => node is not MetaScalar scalar ? null : scalar.Text.Trim().ToLowerInvariant() switch
    {
        "true" or "yes" or "on" or "y" or "t" or "1" => true,
        "false" or "no" or "off" or "n" or "f" or "0" => false,
        _ => null,
    };
}
