using System.Globalization;
using ContentApi.Parsing;

namespace ContentApi.Importer.Explaining;

/// <summary>Writes the fields of an article as one line each.</summary>
internal static class FieldPrinter
{
    private const int MaxLength = 160;
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>Names and values in the order of the graph; what has no value is left out.</summary>
    /// <param name="article">What the parser made of the file.</param>
    /// <param name="defaultLocale">The language of articles that name none.</param>
    public static IEnumerable<KeyValuePair<string, string>> Print(ParsedArticle article, string defaultLocale)
    {
        (string Name, string? Value)[] fields =
        [
            ("slug", article.Slug),
            ("path", article.Path),
            ("title", article.Title),
            ("description", article.Description),
            ("excerpt", article.Excerpt),
            ("kind", article.Kind.ToString().ToUpperInvariant()),
            ("status", article.IsDraft ? "DRAFT" : "PUBLISHED"),
            ("publishedAt", Date(article.PublishedAt)),
            ("updatedAt", Date(article.UpdatedAt)),
            ("expiresAt", Date(article.ExpiresAt)),
            ("weight", article.Weight?.ToString(CultureInfo.InvariantCulture)),
            ("locale", article.Locale ?? defaultLocale),
            ("translations", article.TranslationKey),
            ("authors", string.Join(", ", article.Authors.Select(Author))),
            ("categories", string.Join(", ", article.CategoryPaths.Select(names => string.Join(" > ", names.Select(x => x.Name))))),
            ("tags", string.Join(", ", article.Tags.Select(x => x.Name))),
            ("series", Series(article.Series)),
            ("aliases", string.Join(", ", article.Aliases)),
            ("cover", article.Images.FirstOrDefault(image => image.Roles.Contains(ImageRole.Cover))?.Address),
            ("images", string.Join(", ", article.Images.Select(image => image.Address))),
            ("links", string.Join(", ", article.Links.Select(link => link.Address))),
            ("canonicalUrl", article.CanonicalUrl),
            ("commentsEnabled", article.CommentsEnabled ? null : "false"),
            .. article.CustomFields.Select(field => (field.Declaration.Name, (string?)field.Json)),
            ("params", article.ParamsJson is "{}" ? null : article.ParamsJson),
            ("body", Body(article.Body)),
        ];
        return fields.Where(field => !string.IsNullOrEmpty(field.Value)).Select(field => KeyValuePair.Create(field.Name, Line(field.Value!)));
    }

    private static string? Date(DateTimeOffset? instant) => instant?.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture);

    private static string Author(ParsedAuthor author) => author.Url is { } url ? $"{author.Name} ({url})" : author.Name;

    private static string? Series(ParsedSeries? series) =>
        series is { Position: { } position } ? $"{series.Title}, {position.ToString(CultureInfo.InvariantCulture)}" : series?.Title;

    private static string Body(ParsedBody body)
    {
        var headings = body.TableOfContents.Count;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{body.Format.ToString().ToUpperInvariant()}, {body.WordCount} word{(body.WordCount == 1 ? "" : "s")}, {headings} heading{(headings == 1 ? "" : "s")}");
    }

    private static string Line(string value)
    {
        var line = value.ReplaceLineEndings(" ");
        if (line.Length <= MaxLength)
            return line;
        var length = char.IsHighSurrogate(line[MaxLength - 2]) ? MaxLength - 2 : MaxLength - 1;
        return line[..length] + "…";
    }
}
