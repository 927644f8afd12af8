using System.Globalization;
using System.Text.Json.Nodes;

namespace ContentApi.Parsing.Tests;

/// <summary>A result as JSON, in the words of the specification files.</summary>
internal static class ArticleJson
{
    public static JsonObject Of(ParseResult result)
    {
        var json = result.Article is { } article ? OfArticle(article) : new JsonObject { ["article"] = null };
        json["codes"] = new JsonArray([.. result.Diagnostics.Select(d => JsonValue.Create($"{d.Code} {d.Line}:{d.Column}"))]);
        return json;
    }

    private static JsonObject OfArticle(ParsedArticle article) => new()
    {
        ["path"] = article.Path,
        ["slug"] = article.Slug,
        ["title"] = article.Title,
        ["description"] = article.Description,
        ["excerpt"] = article.Excerpt,
        ["kind"] = article.Kind.ToString(),
        ["isDraft"] = article.IsDraft,
        ["publishedAt"] = Instant(article.PublishedAt),
        ["updatedAt"] = Instant(article.UpdatedAt),
        ["expiresAt"] = Instant(article.ExpiresAt),
        ["sourceDate"] = article.SourceDate is { } date ? $"{date.Raw} | {date.TimeZone}{(date.AssumedZone ? " assumed" : "")}" : null,
        ["weight"] = article.Weight,
        ["locale"] = article.Locale,
        ["translationKey"] = article.TranslationKey,
        ["aliases"] = Texts(article.Aliases),
        ["series"] = article.Series is { } series ? $"{series.Title}{(series.Position is { } position ? $" | {position.ToString(CultureInfo.InvariantCulture)}" : "")}" : null,
        ["format"] = article.Body.Format.ToString(),
        ["raw"] = article.Body.Raw,
        ["html"] = article.Body.Html,
        ["text"] = article.Body.Text,
        ["toc"] = new JsonArray([.. article.Body.TableOfContents.Select(e => JsonValue.Create($"{e.Level} {e.Id}: {e.Text}"))]),
        ["words"] = article.Body.WordCount,
        ["minutes"] = article.Body.ReadingMinutes,
        ["startLine"] = article.Body.StartLine,
        ["images"] = new JsonArray([.. article.Images.Select(Image)]),
        ["imagePlaces"] = new JsonArray([.. article.Images.Select(i => JsonValue.Create($"{i.Address} {i.Line}:{i.Column}"))]),
        ["links"] = new JsonArray([.. article.Links.Select(l => JsonValue.Create($"{l.Syntax} {l.Address} {l.Line}:{l.Column}"))]),
        ["authors"] = new JsonArray([.. article.Authors.Select(a => JsonValue.Create(string.Join(" | ", new[] { a.Name, a.Url, a.AvatarAddress, a.Bio, a.Email, a.ParamsJson }.OfType<string>())))]),
        ["categories"] = new JsonArray([.. article.CategoryPaths.Select(path => JsonValue.Create(string.Join(" > ", path.Select(Name))))]),
        ["tags"] = Texts(article.Tags.Select(Name)),
        ["canonicalUrl"] = article.CanonicalUrl,
        ["commentsEnabled"] = article.CommentsEnabled,
        ["params"] = JsonNode.Parse(article.ParamsJson),
        ["origins"] = new JsonArray([.. article.Origins.Select(Origin)]),
    };

    private static JsonNode Origin(FieldOrigin origin) => JsonValue.Create(string.Join(
        " ",
        new[] { $"{origin.Field}:", origin.Kind.ToString(), origin.Key, origin.Line > 0 ? $"{origin.Line}:{origin.Column}" : null, origin.Note is { } note ? $"({note})" : null }
            .OfType<string>()));

    private static JsonNode Image(ParsedImage image)
    {
        var json = new JsonObject { ["address"] = image.Address, ["roles"] = string.Join(' ', image.Roles) };
        if (image.Alt is not null)
            json["alt"] = image.Alt;
        if (image.Title is not null)
            json["title"] = image.Title;
        if (image.ThumbnailAddress is not null)
            json["thumbnail"] = image.ThumbnailAddress;
        return json;
    }

    private static string Name(ParsedName name) => name.Slug is { } slug ? $"{name.Name} | {slug}" : name.Name;

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    private static string? Instant(DateTimeOffset? instant) =>
        instant?.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFK", CultureInfo.InvariantCulture).Replace("+00:00", "Z");
}
