using ContentApi.Data;
using ContentApi.Data.Rows;
using ContentApi.GraphQL.Inputs;
using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Planning.Output;
using NpgsqlTypes;

namespace ContentApi.GraphQL.Schema.Fields;

/// <summary>Article and the objects that are a part of it.</summary>
internal static class ArticleFields
{
    private static readonly Table<ArticleBodyRow> BodyTable = TableMap.Of<ArticleBodyRow>();
    private static readonly string ImageRoles = Column<ArticleImageRow>.Name(x => x.Roles);
    private static readonly string ImagePosition = Column<ArticleImageRow>.Name(x => x.Position);

    public static readonly IReadOnlyDictionary<string, FieldMapping> Map = new Dictionary<string, FieldMapping>
    {
        ["id"] = Column<ArticleRow>.GlobalId("Article", x => x.Id),
        ["uuid"] = Column<ArticleRow>.Word(x => x.Id),
        ["slug"] = Column<ArticleRow>.Text(x => x.Slug),
        ["path"] = Column<ArticleRow>.Text(x => x.Path),
        ["title"] = Column<ArticleRow>.Text(x => x.Title),
        ["description"] = Column<ArticleRow>.Text(x => x.Description),
        ["excerpt"] = Excerpt,
        ["kind"] = Column<ArticleRow>.Word(x => x.Kind),
        ["status"] = scope => new OutputScalar(ArticleVisibility.Status(scope.Row, scope), JsonForm.Word, IsNullable: false),
        ["publishedAt"] = Column<ArticleRow>.Instant(x => x.PublishedAt),
        ["updatedAt"] = Column<ArticleRow>.Instant(x => x.UpdatedAt),
        ["weight"] = Column<ArticleRow>.Number(x => x.Weight),
        ["expiresAt"] = Column<ArticleRow>.Instant(x => x.ExpiresAt),
        ["sourceDate"] = scope => scope.Planner.Object(scope, "SourceDate", scope.Owner, $"{scope.Row[Column<ArticleRow>.Name(x => x.SourceDateRaw)]} is null"),
        ["locale"] = Column<ArticleRow>.Text(x => x.Locale),
        ["body"] = scope => BodyRow(scope, row => scope.Planner.Object(scope, "ArticleBody", scope.Owner with { Row = row, Parent = scope.Row })),
        ["tableOfContents"] = TableOfContents,
        ["wordCount"] = Column<ArticleRow>.Number(x => x.WordCount),
        ["readingTime"] = Column<ArticleRow>.Number(x => x.ReadingTime),
        ["cover"] = scope => Reference(scope, Entities.Image, Column<ArticleRow>.Name(x => x.CoverId)),
        ["images"] = Images,
        ["authors"] = scope => List(scope, Entities.Author, Entities.ArticleAuthor.Targets(scope, Entities.Author)),
        ["categories"] = scope => List(scope, Entities.Category, Entities.ArticleCategory.Targets(scope, Entities.Category, CategoryFields.IsLeaf)),
        ["primaryCategory"] = scope => Reference(scope, Entities.Category, Column<ArticleRow>.Name(x => x.PrimaryCategoryId)),
        ["tags"] = scope => List(scope, Entities.Tag, Entities.ArticleTag.Targets(scope, Entities.Tag)),
        ["translations"] = Translations,
        ["series"] = SeriesFields.Of,
        ["related"] = RelatedFields.Of,
        ["previous"] = NeighbourFields.Previous,
        ["next"] = NeighbourFields.Next,
        ["canonicalUrl"] = Column<ArticleRow>.Text(x => x.CanonicalUrl),
        ["commentsEnabled"] = Column<ArticleRow>.Boolean(x => x.CommentsEnabled),
        ["params"] = Params,
        ["source"] = scope => scope.Planner.Object(scope, "ContentSource", scope.Owner),
        ["version"] = Column<ArticleRow>.Number(x => x.Version),
    };

    public static readonly IReadOnlyDictionary<string, FieldMapping> Body = new Dictionary<string, FieldMapping>
    {
        ["format"] = scope => new OutputScalar(scope.Owner.Parent![Column<ArticleRow>.Name(x => x.BodyFormat)], JsonForm.Word, IsNullable: false),
        ["raw"] = Column<ArticleBodyRow>.Text(x => x.Raw),
        ["html"] = Html,
        ["text"] = Column<ArticleBodyRow>.Text(x => x.Text),
    };

    public static readonly IReadOnlyDictionary<string, FieldMapping> SourceDate = new Dictionary<string, FieldMapping>
    {
        ["raw"] = Column<ArticleRow>.Text(x => x.SourceDateRaw),
        ["timeZone"] = Column<ArticleRow>.Text(x => x.SourceDateZone),
        ["assumedZone"] = Column<ArticleRow>.Boolean(x => x.SourceDateZoneAssumed),
    };

    public static readonly IReadOnlyDictionary<string, FieldMapping> TocEntry = new Dictionary<string, FieldMapping>
    {
        ["id"] = scope => new OutputScalar(scope.Row["id"], JsonForm.Text, IsNullable: false),
        ["text"] = scope => new OutputScalar(scope.Row["text"], JsonForm.Text, IsNullable: false),
        ["level"] = scope => new OutputScalar(scope.Row["level"], JsonForm.Number, IsNullable: false),
    };

    public static readonly IReadOnlyDictionary<string, FieldMapping> ContentSource = new Dictionary<string, FieldMapping>
    {
        ["path"] = Column<ArticleRow>.Text(x => x.FilePath),
        ["dialect"] = Dialect,
        ["contentHash"] = Column<ArticleRow>.Word(x => x.ContentHash),
        ["importedAt"] = Column<ArticleRow>.Instant(x => x.ImportedAt),
        ["bodyStartLine"] = Column<ArticleRow>.Number(x => x.BodyStartLine),
        ["commit"] = Column<ArticleRow>.Word(x => x.Commit),
    };

    // Cut at the last blank of the final characters where there is one; Chinese is cut between characters. Plain string
    // functions on the tail alone: a regular expression made lists three times as slow.
    private static OutputValue Excerpt(FieldScope scope)
    {
        const int LongestWord = 20;
        var text = scope.Row[Column<ArticleRow>.Name(x => x.Excerpt)];
        var length = scope.Arguments.Int("maxLength", fallback: 200, minimum: 1, maximum: 10_000);
        var start = Math.Max(1, length - LongestWord);
        var dropped = $"greatest(strpos(reverse(substr({text}, {start}, {length - start + 1})), ' '), 1)";
        return new OutputScalar(
            $"case when char_length({text}) <= {length} then {text} else rtrim(left({text}, {length} - {dropped})) || '…' end",
            JsonForm.Text,
            IsNullable: false);
    }

    private static OutputRow BodyRow(FieldScope scope, Func<RowScope, OutputValue> item)
    {
        var body = new TableScope(scope.Planner.NewAlias("b"));
        var rows = new Rowset { From = $"{BodyTable.Name} {body.Alias}", Node = body };
        rows.Conditions.Add($"{body[BodyTable.Column(x => x.ArticleId)]} = {scope.Row["id"]}");
        rows.Conditions.Add($"{body[BodyTable.Column(x => x.Hash)]} = {scope.Row[Column<ArticleRow>.Name(x => x.BodyHash)]}");
        return new OutputRow(rows, item(body));
    }

    private static OutputValue TableOfContents(FieldScope scope)
    {
        var depth = scope.Arguments.Int("maxDepth", fallback: 3, minimum: 1, maximum: 6);
        return BodyRow(scope, body =>
        {
            var entry = new TableScope(scope.Planner.NewAlias("h"));
            var rows = new Rowset
            {
                From = $"rows from (json_to_recordset({body[BodyTable.Column(x => x.TableOfContents)]}) as (id text, text text, level integer)) "
                    + $"with ordinality {entry.Alias}(id, text, level, place)",
                Node = entry,
                NaturalOrder = [entry["place"]],
            };
            rows.Conditions.Add($"{entry["level"]} <= {depth}");
            return new OutputList(rows, scope.Planner.Object(scope, "TocEntry", scope.Owner with { Row = entry }));
        });
    }

    // The importer points local images at this server by path; front ends live elsewhere and need the whole address.
    private static OutputScalar Html(FieldScope scope)
    {
        var html = scope.Row[BodyTable.Column(x => x.Html)];
        var absolute = $"regexp_replace({html}, '(=\"|, )(/images/[0-9a-f]{{32}}/)', '\\1' || {scope.Parameters.PublicBaseUrl()} || '\\2', 'g')";
        return new OutputScalar($"case when strpos({html}, '/images/') > 0 then {absolute} else {html} end", JsonForm.Text, IsNullable: false);
    }

    private static OutputConnection Images(FieldScope scope)
    {
        var rows = Entities.ArticleImage.Targets(scope, Entities.Image);
        var edge = rows.Edge!;
        if (scope.Arguments.Find("roles") is ListInput roles)
        {
            var wanted = scope.Parameters.Add(
                roles,
                NpgsqlDbType.Array | NpgsqlDbType.Text,
                value => ((ListInput)value).Items.Select(role => ((EnumInput)role).Name).ToArray());
            rows.Conditions.Add($"{edge[ImageRoles]} && {wanted}");
        }

        return ConnectionPlanner.Plan(scope, Entities.Image, rows, list =>
        [
            new SortKey(edge[ImagePosition], "sort_0", SortKeyType.Integer, IsDescending: false),
            new SortKey(list.Node["id"], "sort_id", SortKeyType.Uuid, IsDescending: false),
        ]);
    }

    private static OutputList Translations(FieldScope scope)
    {
        const int MostLanguages = 50;
        var (locale, path) = (Column<ArticleRow>.Name(x => x.Locale), Column<ArticleRow>.Name(x => x.Path));
        var all = Entities.Article.Rows(scope);
        foreach (var shared in new[] { Column<ArticleRow>.Name(x => x.TranslationKey), Column<ArticleRow>.Name(x => x.SourceId) })
        {
            all.Conditions.Add($"{all.Node[shared]} = {scope.Row[shared]}");
        }

        all.Conditions.Add($"{all.Node[locale]} <> {scope.Row[locale]}");
        var first = $"select distinct on ({all.Node[locale]}) {all.Node.Alias}.* from {all.From} where {string.Join(" and ", all.Conditions)} "
            + $"order by {all.Node[locale]}, {all.Node[path]} limit {MostLanguages}";
        var node = new TableScope(scope.Planner.NewAlias(Entities.Article.Alias));
        return List(scope, Entities.Article, new Rowset { From = $"({first}) {node.Alias}", Node = node, NaturalOrder = [node[locale]] });
    }

    private static OutputValue Params(FieldScope scope)
    {
        var column = scope.Row[Column<ArticleRow>.Name(x => x.Params)];
        if (scope.Arguments.Find("keys") is not ListInput keys)
        {
            return new OutputScalar(column, JsonForm.Json, IsNullable: false);
        }

        var wanted = scope.Parameters.Add(
            keys,
            NpgsqlDbType.Array | NpgsqlDbType.Text,
            value => ((ListInput)value).Items.Select(key => (string)((ScalarInput)key).Value).ToArray());
        var member = scope.Planner.NewAlias("m");
        var members = $"select string_agg(concat(to_json({member}.key), ':', {member}.value), ',' order by {member}.place) "
            + $"from json_each({column}) with ordinality {member}(key, value, place) where {member}.key = any({wanted})";
        return new OutputScalar($"concat('{{', ({members}), '}}')", JsonForm.Json, IsNullable: false);
    }

    private static OutputValue Dialect(FieldScope scope)
    {
        var source = TableMap.Of<SourceRow>();
        var alias = scope.Planner.NewAlias("s");
        var sourceId = scope.Row[Column<ArticleRow>.Name(x => x.SourceId)];
        return new OutputScalar(
            $"(select {alias}.{source.Column(x => x.Dialect)} from {source.Name} {alias} where {alias}.{source.Column(x => x.Id)} = {sourceId})",
            JsonForm.Word,
            IsNullable: false);
    }

    private static OutputRow Reference(FieldScope scope, Entity entity, string foreignKey) => References.One(scope, entity, scope.Row[foreignKey]);

    private static OutputList List(FieldScope scope, Entity entity, Rowset rows) =>
        new(rows, scope.Planner.Object(scope, entity.TypeName, scope.Owner with { Row = rows.Node, Parent = null }));
}
