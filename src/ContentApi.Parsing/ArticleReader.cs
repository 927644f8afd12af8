using System.Globalization;
using System.Net;
using ContentApi.Parsing.Body;
using ContentApi.Parsing.Diagnostics;
using ContentApi.Parsing.Fields;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing;

/// <summary>Puts an article together from its fields and its body.</summary>
internal sealed class ArticleReader(FieldContext context)
{
    private static readonly string[] TitleKeys = ["title"];

    private FieldReader Fields => context.Fields;

    private DiagnosticBag Bag => context.Bag;

    /// <summary>Null, with an error, when the body cannot be rendered safely.</summary>
    public ParsedArticle? Read(string rawBody, int bodyLine)
    {
        var format = BodyReader.FormatOf(rawBody, context.File.Extension);
        var images = new ImageFinder(context.Options, Bag);
        CoverReader.Read(context, images);
        if (BodyReader.Read(rawBody, format, bodyLine, images, Bag) is not { } reading)
            return null;

        // Switches first: "published" is one in some files and a date in others.
        var isDraft = StatusReader.ReadDraft(context);
        var (publishedAt, sourceDate) = DateFields.ReadPublished(context);
        var (path, slug) = AddressReader.Read(context);
        ReportPassword();
        var article = new ParsedArticle
        {
            Path = path,
            Slug = slug,
            Title = ReadTitle(format) ?? FallbackTitle(reading.Body),
            Description = Fields.TakeText(context.Rules.DescriptionKeys)?.Text,
            Excerpt = ReadExcerpt() ?? reading.Excerpt,
            Kind = StatusReader.ReadKind(context),
            IsDraft = isDraft,
            PublishedAt = publishedAt,
            UpdatedAt = DateFields.ReadOther(context, context.Rules.UpdatedKeys),
            ExpiresAt = DateFields.ReadOther(context, context.Rules.ExpiresKeys),
            SourceDate = sourceDate,
            Weight = ReadWeight(),
            Locale = LocaleReader.Read(context),
            TranslationKey = path,
            Body = reading.Body,
            Images = images.Images,
            Authors = AuthorReader.Read(context),
            CategoryPaths = NameReader.ReadCategories(context),
            Tags = NameReader.ReadTags(context),
            CanonicalUrl = ReadCanonical(),
            CommentsEnabled = StatusReader.ReadCommentsEnabled(context),
            ParamsJson = "{}",
        };
        return article with { ParamsJson = ParamsWriter.Write(Fields.Rest) };
    }

    private string? ReadTitle(BodyFormat format)
    {
        foreach (var entry in Fields.Find(TitleKeys).ToArray())
        {
            if (entry.Value is not MetaScalar scalar)
                continue;
            var title = scalar.IsNull ? "" : Fold(scalar.Text);

            // Generators of HTML posts write their titles in HTML too. The source stays among the params.
            var decoded = format == BodyFormat.Html ? Fold(Wellformed.Of(WebUtility.HtmlDecode(title).Replace("\0", ""))) : title;
            if (decoded == title)
                Fields.Take(entry);
            if (decoded.Length > 0)
                return FieldLimit.Apply(decoded, FieldLimit.Title, "title", scalar.Place, Bag);
        }

        return null;
    }

    private string FallbackTitle(ParsedBody body)
    {
        var heading = body.TableOfContents.FirstOrDefault(entry => entry.Text.Length > 0)?.Text;
        var name = context.File.DisplayName;
        var title = heading ?? (string.IsNullOrWhiteSpace(name) ? "Untitled" : name);
        Bag.Warn(DiagnosticCode.NoTitle, Place.Start, $"the file has no title; '{DiagnosticBag.Show(title)}' is taken from {(heading is null ? "its name" : "its first heading")}");
        return Wellformed.Cut(title, FieldLimit.Title);
    }

    private string? ReadExcerpt()
    {
        if (Fields.TakeText(context.Rules.ExcerptKeys)?.Text is not { } excerpt)
            return null;
        var text = HtmlFinisher.TextOf(excerpt);
        return text.Length == 0 ? null : text;
    }

    private double? ReadWeight()
    {
        foreach (var entry in Fields.Find(context.Rules.WeightKeys).ToArray())
        {
            if (entry.Value is MetaScalar scalar && double.TryParse(scalar.Text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var weight)
                && double.IsFinite(weight))
            {
                Fields.Take(entry);
                return weight;
            }
        }

        return null;
    }

    private string? ReadCanonical()
    {
        foreach (var entry in Fields.Find(context.Rules.CanonicalKeys).ToArray())
        {
            if (entry.Value is not MetaScalar scalar || !WebAddress.IsHttp(scalar.Text.Trim()))
                continue;
            Fields.Take(entry);
            return scalar.Text.Trim();
        }

        return null;
    }

    // The tools that know the key encrypt the text when they build the site; here it is served.
    private void ReportPassword()
    {
        foreach (var entry in Fields.Find([FieldName.Password]))
        {
            if (entry.Value is not MetaScalar { IsNull: true })
                Bag.Warn(DiagnosticCode.Password, entry.Place, "the password is left out, and protects nothing here: the text is served in the clear", "Set draft: true to keep the article back.");
        }
    }

    private static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
