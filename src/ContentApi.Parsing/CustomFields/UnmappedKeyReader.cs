using ContentApi.Parsing.Body;
using ContentApi.Parsing.Fields;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.CustomFields;

/// <summary>Looks at the keys that no field has taken, by the rules by which declared keys are read: what is found here fits when it is declared so.</summary>
internal sealed class UnmappedKeyReader(FieldContext context)
{
    private const int MaxExample = 60;

    private static readonly string[] YesAndNo = ["true", "false", "yes", "no", "on", "off"];

    /// <summary>Each key once, in the order of the file, but for passwords; to be called when all fields have been read.</summary>
    public IReadOnlyList<UnmappedKey> Read() => [.. context.Fields.Entries().Where(entry => !context.Fields.IsTaken(entry) && !FieldDeclaration.IsSecret(entry.Key) && !IsRead(entry)).Select(Look)];

    // Their fields leave them among the params.
    private bool IsRead(MetaEntry entry)
    {
        var name = FieldName.Fold(entry.Key);
        return context.Rules.SeriesKeys.Contains(name) || context.Rules.TranslationKeys.Contains(name) || context.Rules.AliasKeys.Contains(name);
    }

    private UnmappedKey Look(MetaEntry entry)
    {
        var nodes = (entry.Value is MetaList list ? list.Items : [entry.Value]).Where(node => node is MetaMap || !FieldContext.IsEmpty(node)).ToList();
        var scalars = nodes.OfType<MetaScalar>().ToList();
        var targets = scalars.Count == nodes.Count ? scalars.Select(scalar => TargetOf(entry.Key, scalar)).ToList() : [null];
        var kinds = nodes.Select(KindOf).ToList();
        return new UnmappedKey(entry.Key, entry.Value is MetaList, kinds, scalars.FirstOrDefault() is { } first ? Shorten(first.Text) : null)
        {
            Targets = targets.Count > 0 && targets.TrueForAll(target => target is not null) ? [.. targets.OfType<string>()] : null,
            HasField = HasField(FieldName.Fold(entry.Key), kinds),
            HasPaths = scalars.Exists(scalar => scalar.Text.Contains('/') || scalar.Text.StartsWith("[[", StringComparison.Ordinal) || ArticleExtensions.Has(scalar.Text.Trim())),
        };
    }

    // A readable date that is left is one of several, of which another one counts.
    private bool HasField(string name, List<ValueKind> kinds) => OwnKeys().Any(keys => keys.Contains(name))
        || (kinds.Exists(kind => kind is not (ValueKind.LocalDate or ValueKind.DateTime)) && DateKeys().Any(keys => keys.Contains(name)));

    private IEnumerable<IReadOnlyList<string>> OwnKeys()
    {
        var rules = context.Rules;
        return [StatusReader.DraftKeys, rules.KindKeys, rules.LocaleKeys, rules.TagKeys, rules.CategoryKeys, rules.AuthorKeys, rules.PathKeys, rules.SlugKeys, rules.CanonicalKeys, rules.CommentKeys];
    }

    private IEnumerable<IReadOnlyList<string>> DateKeys() =>
        [context.Rules.PublishedKeys, context.Rules.LastPublishedKeys, context.Rules.UpdatedKeys, context.Rules.ExpiresKeys];

    private ValueKind KindOf(MetaNode node) => node switch
    {
        MetaScalar { IsPlain: true } plain when YesAndNo.Contains(plain.Text, StringComparer.OrdinalIgnoreCase) => ValueKind.Boolean,
        MetaScalar scalar when Fits(FieldScalar.Int, scalar) => ValueKind.Int,
        MetaScalar scalar when Fits(FieldScalar.Float, scalar) => ValueKind.Float,
        MetaScalar scalar when Fits(FieldScalar.URL, scalar) => ValueKind.URL,
        MetaScalar scalar => DateKindOf(scalar) ?? ValueKind.Text,
        _ => ValueKind.Object,
    };

    // Digits alone are as likely a number or a code, and what has to be inferred is told at every import.
    private ValueKind? DateKindOf(MetaScalar scalar) =>
        scalar.Text.Any(c => !char.IsAsciiDigit(c)) && FieldValueReader.DateOf(scalar, context) is { Day: not null, Instant: not null, Inferred: null } date
            ? date.HasTime ? ValueKind.DateTime : ValueKind.LocalDate
            : null;

    private bool Fits(FieldScalar type, MetaScalar scalar) => FieldValueReader.Read(type, scalar, context) is not null;

    private string? TargetOf(string key, MetaScalar scalar)
    {
        var address = CustomFieldReader.AddressOf(Wellformed.Of(scalar.Text.Trim()));
        return address.Length is > 0 and <= WebAddress.MaxLength
            ? context.Options.ResolveLink?.Invoke(new ParsedLink(LinkSyntax.Reference, address, scalar.Place.Line, scalar.Place.Column) { Field = key })?.Path
            : null;
    }

    private static string Shorten(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length <= MaxExample ? line : Wellformed.Cut(line, MaxExample - 1) + "…";
    }
}
