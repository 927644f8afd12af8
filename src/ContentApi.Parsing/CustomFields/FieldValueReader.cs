using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using ContentApi.Parsing.Body;
using ContentApi.Parsing.Fields;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.CustomFields;

/// <summary>
/// Turns one value as written into JSON of a type. A value in quotes is text and no number, though a date or an address; whole numbers are numbers, and the
/// words for yes and no are those of every other switch.
/// </summary>
internal static partial class FieldValueReader
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The value as JSON; null when it does not fit.</summary>
    /// <param name="scalar">What it is to be: none that is read in another way, such as a reference.</param>
    /// <param name="value">As written; not null.</param>
    /// <param name="context">The file.</param>
    public static string? Read(FieldScalar scalar, MetaScalar value, FieldContext context) => scalar switch
    {
        FieldScalar.String => Text(value.Text),
        FieldScalar.Int => IntegerOf(value)?.ToString(CultureInfo.InvariantCulture),
        FieldScalar.Float => NumberOf(value) is { } number ? JsonSerializer.Serialize(number) : null,
        FieldScalar.Boolean => value.IsPlain && FieldReader.ToBoolean(value) is { } flag ? JsonSerializer.Serialize(flag) : null,
        FieldScalar.DateTime => DateOf(value, context).Instant is { } instant ? InstantText(instant) : null,
        FieldScalar.LocalDate => DateOf(value, context).Day is { } day ? Text(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null,
        FieldScalar.URL => value.Text.Trim() is var address && WebAddress.IsHttp(address) ? Text(address) : null,
        _ => throw new ArgumentOutOfRangeException(nameof(scalar), scalar, "It is read in another way."),
    };

    /// <summary>What the date reader makes of a value.</summary>
    public static DateReading DateOf(MetaScalar value, FieldContext context) => DateReader.Read(value.Text.Trim(), context.Options.TimeZone, context.Options.DateOrder);

    /// <summary>A text as JSON.</summary>
    public static string Text(string text) => JsonSerializer.Serialize(text, Json);

    private static int? IntegerOf(MetaScalar value) => value.IsPlain && Integer().IsMatch(Written(value))
        && int.TryParse(Written(value), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    // Minus zero is printed as zero by some and not by others.
    private static double? NumberOf(MetaScalar value) => value.IsPlain && Number().IsMatch(Written(value))
        && double.TryParse(Written(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number + 0.0 : null;

    private static string Written(MetaScalar value) => value.Number ?? value.Text;

    // Whole milliseconds are what the graph prints, and filters compare what the graph prints.
    private static string InstantText(DateTimeOffset instant) => Text(instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    // What has a leading zero is a code, as in the params.
    [GeneratedRegex(@"^[-+]?(0|[1-9][0-9]*)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Integer();

    [GeneratedRegex(@"^[-+]?((0|[1-9][0-9]*)(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
