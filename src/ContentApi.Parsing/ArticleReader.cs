using System.Net;
using ContentApi.Parsing.Body;
using ContentApi.Parsing.Body.Templates;
using ContentApi.Parsing.CustomFields;
using ContentApi.Parsing.Diagnostics;
using ContentApi.Parsing.Fields;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing;

/// <summary>Puts an article together from its fields and its body.</summary>
internal sealed class ArticleReader(FieldContext context)
{
    private const string Title = "title";
    private const string Excerpt = "excerpt";
    private const string Weight = "weight";

    private static readonly string[] TitleKeys = [Title];
    private static readonly string[] SeparatorKeys = ["excerptseparator"];

    private FieldReader Fields => context.Fields;

    private DiagnosticBag Bag => context.Bag;

    /// <summary>Null, with an error, when the body cannot be rendered safely.</summary>
    public ParsedArticle? Read(SourceParts source)
    {
        var rawBody = source.Body;
        var format = BodyReader.FormatOf(rawBody, context.File.Extension);
        var head = format == BodyFormat.Html ? HtmlHead.Read(rawBody) : null;
        var images = new ImageFinder(context.Options, Bag, ReadPictureFolder());
        CoverReader.Read(context, images);
        if (BodyReader.Read(head?.WithoutHead(rawBody) ?? rawBody, format, source.BodyLine, OptionsOfBody(), images, Bag, source.TextStart) is not { } reading)
            return null;

        // Switches first: "published" is one in some files and a date in others.
        var isDraft = StatusReader.ReadDraft(context);
        var (publishedAt, sourceDate) = DateFields.ReadPublished(context);
        var (path, slug) = AddressReader.Read(context);
        var article = new ParsedArticle
        {
            Path = path,
            Slug = slug,
            Title = ReadTitle(format) ?? TakeHead(head?.Title, Title, FieldLimit.Title) ?? FallbackTitle(reading.Heading),
            Description = ReadText(context.Rules.DescriptionKeys, "description") ?? TakeHead(head?.Description, "description", FieldLimit.Path),
            Excerpt = ReadExcerpt(format) ?? reading.Excerpt,
            Kind = StatusReader.ReadKind(context),
            IsDraft = isDraft,
            PublishedAt = publishedAt,
            UpdatedAt = DateFields.ReadOther(context, context.Rules.UpdatedKeys, "updatedAt"),
            ExpiresAt = DateFields.ReadOther(context, context.Rules.ExpiresKeys, "expiresAt"),
            SourceDate = sourceDate,
            Weight = ReadWeight(),
            Locale = LocaleReader.Read(context) ?? TakeHead(head?.Locale, "locale", FieldLimit.Path),
            TranslationKey = TranslationReader.Read(context),
            Series = SeriesReader.Read(context),
            Aliases = AliasReader.Read(context, path),
            Body = reading.Body with { Raw = rawBody },
            Images = images.Images,
            Links = reading.Links,
            Authors = AuthorReader.Read(context),
            CategoryPaths = NameReader.ReadCategories(context),
            Tags = NameReader.ReadTags(context, reading.Tags),
            CanonicalUrl = ReadCanonical(),
            CommentsEnabled = StatusReader.ReadCommentsEnabled(context),
            CustomFields = new CustomFieldReader(context).Read(),
            UnmappedKeys = context.Options.TracksUnmappedKeys ? new UnmappedKeyReader(context).Read() : [],
            MappedKeys = context.Options.TracksUnmappedKeys ? [.. Fields.Entries().Where(x => Fields.IsTaken(x) && !FieldContext.IsEmpty(x.Value)).Select(x => FieldName.Fold(x.Key))] : [],
            Origins = context.Origins?.Items ?? [],
            ParamsJson = ParamsWriter.Write(Fields.Rest, context.Rules.AuthorKeys),   // the last, now that all fields are taken
        };
        context.Origins?.Add("body", FieldOriginKind.Body);
        return article;
    }

    /// <summary>What the front matter alone tells.</summary>
    public ArticleHead ReadHead(string rawBody)
    {
        var isDraft = StatusReader.ReadDraft(context);
        var (publishedAt, _) = DateFields.ReadPublished(context);
        return new ArticleHead(AddressReader.Read(context).Path, ReadTitle(BodyReader.FormatOf(rawBody, context.File.Extension)))
        {
            IsDraft = isDraft,
            PublishedAt = publishedAt,
            ExpiresAt = DateFields.ReadOther(context, context.Rules.ExpiresKeys, "expiresAt"),
        };
    }

    private string? ReadPictureFolder()
    {
        if (Fields.TakeText(context.Rules.PictureFolderKeys) is not { Text.Text: var written })
            return null;
        var folder = WebAddress.WithScheme(Wellformed.Of(TemplateValue.Fill(written, context.Options.Dialect))).TrimEnd('/');
        return WebAddress.SchemeOf(folder) is null ? $"/{folder.TrimStart('/')}".TrimEnd('/') : folder;
    }

    // The file's own mark comes before the site's.
    private ParseOptions OptionsOfBody()
    {
        if (!context.Rules.HasExcerptSeparator || Fields.TakeText(SeparatorKeys) is not { } separator)
            return context.Options;
        return context.Options with { Site = context.Options.Site with { ExcerptSeparator = separator.Text.Text } };
    }

    private string? ReadTitle(BodyFormat format)
    {
        foreach (var entry in Fields.Find(TitleKeys))
        {
            if (entry.Value is not MetaScalar scalar)
                continue;
            var title = scalar.IsNull ? "" : Fold(scalar.Text);

            // Generators of HTML posts write their titles in HTML too. The source stays among the params.
            var decoded = format == BodyFormat.Html ? Fold(Wellformed.Of(WebUtility.HtmlDecode(title).Replace("\0", ""))) : title;
            if (decoded == title)
                Fields.Take(entry);
            if (decoded.Length == 0)
                continue;
            context.Origins?.Add(Title, entry, decoded == title ? null : "HTML entities decoded");
            return FieldLimit.Apply(decoded, FieldLimit.Title, Title, scalar.Place, Bag);
        }

        return null;
    }

    private string? TakeHead(string? text, string field, int limit)
    {
        if (text is not null)
            context.Origins?.Add(field, FieldOriginKind.Body, note: "the head of the page");
        return text is null ? null : Wellformed.Cut(text, limit);
    }

    private string FallbackTitle(string? heading)
    {
        if (context.Rules.TitlesByFileName)
            heading = null;
        var name = context.Rules.TitlesByFileName ? context.File.FileName : context.File.DisplayName;
        var title = heading ?? (string.IsNullOrWhiteSpace(name) ? "Untitled" : name);
        var isUsual = context.Rules.TitlesByFileName || (heading is not null && context.Rules.TitlesByHeading);
        if (!isUsual)
            Bag.Warn(DiagnosticCode.NoTitle, Fields.Find(TitleKeys).FirstOrDefault()?.Value.Place ?? Place.Start, $"the file has no title; '{DiagnosticBag.Show(title)}' is taken from {(heading is null ? "its name" : "its first heading")}");
        if (heading is null)
            context.Origins?.Add(Title, context.File.IsIndex && !context.Rules.TitlesByFileName ? FieldOriginKind.Folder : FieldOriginKind.FileName);
        else
            context.Origins?.Add(Title, FieldOriginKind.Body, note: "the first heading");
        return Wellformed.Cut(title, FieldLimit.Title);
    }

    // Tools render it as they do the body; its pictures and links are not the article's.
    private string? ReadExcerpt(BodyFormat format)
    {
        if (ReadText(context.Rules.ExcerptKeys, Excerpt) is { } excerpt)
        {
            var options = context.Options with { ResolveImage = null, ResolveLink = null };
            var bag = new DiagnosticBag(Bag.Path);
            if (BodyReader.Read(excerpt, format, 1, options, new ImageFinder(options, bag), bag)?.Body.Text is { Length: > 0 } text)
                return text;
        }

        context.Origins?.Add(Excerpt, FieldOriginKind.Body);
        return null;
    }

    private string? ReadText(IReadOnlyList<string> keys, string field)
    {
        if (Fields.TakeText(keys) is not { } found)
            return null;
        context.Origins?.Add(field, found.Entry);
        return found.Text.Text;
    }

    private double? ReadWeight()
    {
        foreach (var entry in Fields.Find(context.Rules.WeightKeys))
        {
            if (SeriesReader.NumberOf(entry.Value) is not { } weight)
                continue;
            Fields.Take(entry);
            context.Origins?.Add(Weight, entry);
            return weight;
        }

        if (context.File.Number is not null)
            context.Origins?.Add(Weight, FieldOriginKind.FileName);
        return context.File.Number;
    }

    private string? ReadCanonical()
    {
        foreach (var entry in Fields.Find(context.Rules.CanonicalKeys))
        {
            if (entry.Value is not MetaScalar scalar || !WebAddress.IsHttp(scalar.Text.Trim()))
                continue;
            Fields.Take(entry);
            context.Origins?.Add("canonicalUrl", entry);
            return scalar.Text.Trim();
        }

        return null;
    }

    private static string Fold(string text) => IsFolded(text) ? text : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // One blank between words and none around them.
    private static bool IsFolded(string text)
    {
        var isBlank = true;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) && (isBlank || c != ' '))
                return false;
            isBlank = c == ' ';
        }

        return !isBlank || text.Length == 0;
    }
}
