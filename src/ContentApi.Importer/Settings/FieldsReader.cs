using ContentApi.Data;
using ContentApi.Parsing.CustomFields;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ContentApi.Importer.Settings;

/// <summary>Reads the declarations of fields.</summary>
/// <param name="tell">Takes mistakes.</param>
internal sealed class FieldsReader(Action<Mark, string> tell)
{
    /// <summary>What is said where something else stands.</summary>
    public const string Rule = "fields are keys of the front matter, one 'key: Type' a line.";

    // Each is a field, a filter and an order of the graph.
    private const int MaxFields = 500;

    private readonly List<FieldDeclaration> _fields = [];

    /// <summary>Those that make sense, in the order of the file.</summary>
    /// <param name="parser">At the beginning of the mapping; behind its end afterwards.</param>
    public IReadOnlyList<FieldDeclaration> Read(IParser parser)
    {
        var start = parser.Consume<MappingStart>().Start;
        while (!parser.Accept<MappingEnd>(out _))
            ReadOne(parser);
        parser.Consume<MappingEnd>();
        if (_fields.Count > MaxFields)
            tell(start, $"these are {_fields.Count} fields, and {MaxFields} at most can be told apart; leave out those that nobody asks for.");
        return _fields.Count == 0 ? [] : _fields;
    }

    private void ReadOne(IParser parser)
    {
        if (!parser.TryConsume<Scalar>(out var key))
        {
            tell(parser.Current!.Start, "the key of a field is a text.");
            parser.SkipThisAndNestedEvents();
            parser.SkipThisAndNestedEvents();
            return;
        }

        var start = parser.Current!.Start;
        var (type, what) = ReadType(parser);
        var name = FieldDeclaration.NameOf(key.Value);
        var fault = FaultOf(key.Value, name, type)
            ?? (_fields.Find(field => field.Name == name || FieldDeclaration.Identity(field.Key) == FieldDeclaration.Identity(key.Value)) is { } twin
                ? $"{ContentSettingsReader.Printed(key.Value)} is the field {name}, and so is {ContentSettingsReader.Printed(twin.Key)}; delete one."
                : null);
        if (fault is not null)
            tell(key.Start, fault);
        if (type is null)
            tell(start, what);
        else if (fault is null)
            _fields.Add(new FieldDeclaration(key.Value, name!, type.Value));
    }

    /// <summary>What is wrong with a key; null when nothing is.</summary>
    /// <param name="key">The key.</param>
    /// <param name="name">Name of its field; null when it makes none.</param>
    /// <param name="type">Its type; null when it is not known.</param>
    public static string? FaultOf(string key, string? name, FieldType? type)
    {
        var shown = ContentSettingsReader.Printed(key);
        if (FieldDeclaration.IsSecret(key))
            return $"{shown} is never served; delete the line.";
        if (name is null)
            return $"'{shown}' makes no name of the graph, which has letters and digits of ASCII and begins with a letter; call the key otherwise.";
        if (!ReservedNames.Contains(name) || (name == CustomField.Related && (type is null || type == new FieldType(FieldScalar.Article, IsList: true))))
            return null;
        var hint = name == CustomField.Related ? "declare it as [Article], whose articles come first in it" : "call the key otherwise";
        return $"articles have {name} already{(name == shown ? "" : $", as which {shown} would be known")}; {hint}.";
    }

    private (FieldType? Type, string What) ReadType(IParser parser)
    {
        if (parser.TryConsume<Scalar>(out var scalar))
            return Find(scalar.Value.Trim());
        if (!parser.TryConsume<SequenceStart>(out _))
        {
            parser.SkipThisAndNestedEvents();
            return (null, $"a type is one of {Types}.");
        }

        var items = new List<string?>();
        while (!parser.Accept<SequenceEnd>(out _))
        {
            items.Add(parser.Accept<Scalar>(out var item) ? item.Value.Trim() : null);
            parser.SkipThisAndNestedEvents();
        }

        parser.Consume<SequenceEnd>();
        return items is [{ } only] ? Find($"[{only}]") : (null, "a list is of one type, such as [String].");
    }

    private static (FieldType? Type, string What) Find(string written)
    {
        if (FieldType.Find(written) is { } type)
            return (type, "");
        var hint = NearestName.Find(written, FieldType.Names) is { } near ? $"did you mean {near}?" : $"a type is one of {Types}.";
        return (null, written.Length == 0 ? $"a type is missing; {hint}" : $"'{ContentSettingsReader.Printed(written)}' is no type; {hint}");
    }

    private static string Types => $"{string.Join(", ", Enum.GetNames<FieldScalar>())}, or a list of one, such as [String], but of JSON";
}
