using ContentApi.Data;
using ContentApi.Importer.Settings;
using ContentApi.Parsing.CustomFields;

namespace ContentApi.Importer.Inferring;

/// <summary>What the files of a folder hold under one key, in all its spellings.</summary>
internal sealed class SeenKey
{
    private static readonly HashSet<ValueKind> Numbers = [ValueKind.Int, ValueKind.Float];
    private static readonly HashSet<ValueKind> Dates = [ValueKind.LocalDate, ValueKind.DateTime];
    private static readonly HashSet<ValueKind> Texts = [ValueKind.LocalDate, ValueKind.DateTime, ValueKind.URL, ValueKind.Text];

    // The values that are seen here are not all that a declared field would have.
    private const string OwnField = "articles have a field that reads it where it can; correct the values, or declare it to have all of them as written.";

    private readonly Dictionary<string, int> _spellings = [];
    private readonly SortedDictionary<ValueKind, int> _kinds = [];
    private readonly HashSet<string> _targets = [];
    private bool _areReferences = true;
    private bool _havePaths;
    private bool _hasField;
    private bool _isList;
    private int _files;
    private string? _example;

    /// <summary>That of a key, which is made for the first of its spellings.</summary>
    public static SeenKey Of(Dictionary<string, SeenKey> keys, string key)
    {
        var same = FieldDeclaration.Identity(key);
        return keys.TryGetValue(same, out var seen) ? seen : keys[same] = new SeenKey();
    }

    /// <summary>Takes what one file holds.</summary>
    public void Add(UnmappedKey key)
    {
        _files++;
        _spellings[key.Key] = _spellings.GetValueOrDefault(key.Key) + 1;
        _hasField |= key.HasField && key.Values.Count > 0;
        _isList |= key.IsList;
        _example ??= key.Example;
        foreach (var kind in key.Values)
            _kinds[kind] = _kinds.GetValueOrDefault(kind) + 1;
        if (key.Values.Count == 0)
            return;
        _areReferences &= key.Targets is not null;
        _havePaths |= key.HasPaths;
        _targets.UnionWith(key.Targets ?? []);
    }

    /// <summary>What it may be declared as.</summary>
    /// <param name="isMapped">True when fields of articles hold values of it in some files.</param>
    public InferredField Infer(bool isMapped)
    {
        var key = _spellings.OrderByDescending(x => x.Value).ThenBy(x => x.Key, StringComparer.Ordinal).First().Key;
        var name = FieldDeclaration.NameOf(key);
        var (type, reason) = FindType(name);
        var fault = FieldsReader.FaultOf(key, name, type) ?? (isMapped || _hasField ? OwnField : null);
        return new InferredField
        {
            Key = key,
            Type = fault is null ? type : null,
            Files = _files,
            Kinds = [.. _kinds.Select(x => (x.Key, x.Value))],
            Example = _example,
            Reason = fault ?? reason,
        };
    }

    private (FieldType? Type, string? Reason) FindType(string? name)
    {
        if (_kinds.Count == 0)
            return (null, "it is empty wherever it stands.");
        if (_kinds.ContainsKey(ValueKind.Object))
            return (new FieldType(FieldScalar.JSON, IsList: false), "it holds objects or lists of lists.");

        // A word that happens to be the name of a file proves nothing.
        if (_areReferences && (_havePaths || _targets.Count > 1))
            return (new FieldType(FieldScalar.Article, _isList || name == CustomField.Related), "every value leads to a file of the folder.");
        return FindScalar() is { } scalar
            ? (new FieldType(scalar, _isList), null)
            : (new FieldType(FieldScalar.JSON, IsList: false), "its values are of several types.");
    }

    private FieldScalar? FindScalar()
    {
        var kinds = _kinds.Keys.ToHashSet();
        return kinds.Count == 1 && kinds.First() is not ValueKind.Text and var only ? Enum.Parse<FieldScalar>(only.ToString())
            : kinds.IsSubsetOf(Numbers) ? FieldScalar.Float
            : kinds.IsSubsetOf(Dates) ? FieldScalar.DateTime
            : kinds.IsSubsetOf(Texts) ? FieldScalar.String
            : null;
    }
}
