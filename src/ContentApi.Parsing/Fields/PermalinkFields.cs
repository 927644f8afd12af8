using System.Globalization;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.Fields;

/// <summary>What a file has to fill a pattern with; read only when a pattern asks for it.</summary>
/// <param name="context">The file.</param>
/// <param name="slug">Its slug.</param>
internal sealed class PermalinkFields(FieldContext context, string slug)
{
    private static readonly string[] TitleKeys = ["title"];

    private DateTimeOffset? _date;

    public ContentPath File => context.File;

    /// <summary>The article's slug.</summary>
    public string Slug => slug;

    /// <summary>The slug as the front matter writes it; null when it writes none.</summary>
    public string? WrittenSlug => TextOf(context.Rules.SlugKeys);

    /// <summary>As written; null when there is none.</summary>
    public string? Title => TextOf(TitleKeys);

    public IReadOnlyList<string> Categories => NameReader.PeekCategories(context);

    public string? Fill(string name) => context.Rules.FillPermalink(name, this);

    /// <summary>A part of the date in the site's zone and in English; null when the file has no date.</summary>
    /// <param name="keys">Those that give the date.</param>
    /// <param name="format">As of .NET.</param>
    public string? Date(IReadOnlyList<string> keys, string format) =>
        DateOf(keys)?.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>The date in the site's zone; null when the file has none.</summary>
    public DateTimeOffset? DateOf(IReadOnlyList<string> keys) =>
        _date ??= DateFields.Peek(context.Apart(), keys) is { } instant ? TimeZoneInfo.ConvertTime(instant, context.Options.TimeZone) : null;

    private string? TextOf(IReadOnlyList<string> keys) => context.Fields.Find(keys)
        .Select(x => x.Value is MetaScalar { IsNull: false } scalar && !string.IsNullOrWhiteSpace(scalar.Text) ? scalar.Text.Trim() : null)
        .FirstOrDefault(x => x is not null);
}
