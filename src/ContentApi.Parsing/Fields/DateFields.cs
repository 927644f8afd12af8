using ContentApi.Parsing.Diagnostics;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.Fields;

/// <summary>Reads the dates of a file.</summary>
internal static class DateFields
{
    /// <summary>The publication date: of the front matter, or of the file name when the front matter gives none.</summary>
    public static (DateTimeOffset? Instant, SourceDate? Source) ReadPublished(FieldContext context)
    {
        var isGiven = false;
        foreach (var entry in Given(context, context.Rules.PublishedKeys))
        {
            // "published: false" is a switch; the status has been read from it already.
            if (FieldReader.ToBoolean(entry.Value) is not null && FieldName.Fold(entry.Key) == StatusReader.PublishedKey)
                continue;
            isGiven = true;
            if (Read(entry, context) is { Instant: { } instant } reading)
                return (instant, new SourceDate(TextOf(entry), reading.Zone, reading.AssumedZone));
        }

        // Never the time of the file: a clone gives all files the same.
        if (isGiven || context.File.Date is not { } name)
            return (null, null);
        var named = DateReader.Read(name, context.Options.TimeZone, null);
        return (named.Instant, named.Instant is null ? null : new SourceDate(name, named.Zone, named.AssumedZone));
    }

    /// <summary>The first of these keys with a readable date.</summary>
    public static DateTimeOffset? ReadOther(FieldContext context, IEnumerable<string> keys)
    {
        foreach (var entry in Given(context, keys))
        {
            if (Read(entry, context) is { Instant: { } instant })
                return instant;
        }

        return null;
    }

    private static MetaEntry[] Given(FieldContext context, IEnumerable<string> keys)
    {
        var entries = context.Fields.Find(keys).ToArray();
        foreach (var entry in entries.Where(IsEmpty))
            context.Fields.Take(entry);
        return [.. entries.Where(entry => !IsEmpty(entry))];
    }

    // An unreadable date stays among the params.
    private static DateReading Read(MetaEntry entry, FieldContext context)
    {
        var raw = TextOf(entry);
        var place = entry.Value.Place;

        // Microsoft's documentation writes the month first.
        var order = FieldName.Fold(entry.Key) == "ms.date" ? DateOrder.Mdy : context.Options.DateOrder;
        var reading = entry.Value is MetaScalar ? DateReader.Read(raw, context.Options.TimeZone, order) : new DateReading();
        if (reading.IsAmbiguous)
            context.Bag.Warn(DiagnosticCode.Ambiguous, place, $"'{raw}' could be day first or month first; {entry.Key} left empty", "Write 2026-01-31, or set --date-order.");
        else if (reading.Instant is null)
            context.Bag.Warn(DiagnosticCode.BadDate, place, $"'{DiagnosticBag.Show(raw)}' is no date we know, or does not exist; {entry.Key} left empty", "Write 2026-01-31 20:15:00 +08:00.");
        else
            context.Fields.Take(entry);
        if (reading is { Instant: not null, Inferred: { } how })
            context.Bag.Warn(DiagnosticCode.DateInferred, place, $"'{raw}' was read as {how}");
        return reading;
    }

    private static string TextOf(MetaEntry entry) => entry.Value is MetaScalar scalar ? scalar.Text.Trim() : "a list or an object";

    private static bool IsEmpty(MetaEntry entry) =>
        entry.Value is MetaScalar scalar && (scalar.IsNull || string.IsNullOrWhiteSpace(scalar.Text));
}
