namespace ContentApi.GraphQL.Tests.Operations;

/// <summary>
/// Operations that together select every field of the schema, each with a shape of its own. Every one of them is run as
/// one statement, and its SQL and answer are approved. A new field or operator goes into one of these or into a new one.
/// </summary>
internal static class SampleOperations
{
    /// <summary>All operations by name; the name is part of the approved file's.</summary>
    public static readonly IReadOnlyDictionary<string, SampleOperation> All = new Dictionary<string, SampleOperation>
    {
        ["article_by_path"] = new("{ article(by: { path: \"/posts/003\" }) { id uuid slug path title kind status } }"),
        ["article_by_slug"] = new("query($slug: String!) { article(by: { slug: { slug: $slug } }) { path locale } }", """{"slug":"s3"}"""),
        ["article_by_slug_and_locale"] = new("{ article(by: { slug: { slug: \"s3\", locale: \"en\" } }) { path locale } }"),
        ["article_by_source_path"] = new("{ article(by: { sourcePath: \"_posts/004.md\" }) { description publishedAt updatedAt expiresAt weight wordCount readingTime canonicalUrl commentsEnabled version } }"),
        ["article_that_is_not_found"] = new("{ article(by: { id: \"none\" }) { id } }"),
        ["article_parts"] = new("""
            { article(by: { path: "/posts/003" }) {
              sourceDate { raw timeZone assumedZone }
              source { path dialect contentHash importedAt bodyStartLine commit }
              body { format raw html text }
            } }
            """),
        ["article_table_of_contents"] = new("{ article(by: { path: \"/posts/003\" }) { tableOfContents { id text level } all: tableOfContents(maxDepth: 6) { level } } }"),
        ["article_excerpt"] = new("query($long: Int) { article(by: { path: \"/posts/003\" }) { excerpt short: excerpt(maxLength: 20) long: excerpt(maxLength: $long) } }", """{"long":30}"""),
        ["article_params"] = new("query($keys: [String!]) { article(by: { path: \"/posts/003\" }) { params some: params(keys: [\"a\"]) wanted: params(keys: $keys) } }", """{"keys":["z","none"]}"""),
        ["article_relations"] = new("""
            { article(by: { path: "/posts/004" }) {
              cover { url }
              authors { name }
              categories { path }
              primaryCategory { path }
              tags { name }
            } }
            """),
        ["article_images"] = new("""
            query($roles: [ImageRole!]) { article(by: { path: "/posts/004" }) {
              images(first: 1) { totalCount pageInfo { hasNextPage endCursor } edges { cursor roles position alt title thumbnailUrl node { url } } nodes { sourceUrl } }
              covers: images(roles: $roles) { edges { roles } }
            } }
            """, """{"roles":["COVER"]}"""),
        ["article_translations"] = new("{ articles(first: 2, where: { slug: { eq: \"s4\" } }, order: { slug: ASC }) { nodes { path locale translations { path locale title } } } }"),
        ["article_translations_in_a_preview"] = new("{ article(by: { path: \"/posts/004\" }, preview: true) { translations { path locale status } } }", IsEditor: true),
        ["article_series"] = new("""
            query($after: String) { article(by: { path: "/posts/003" }) {
              series { id slug title position articles(first: 2, after: $after) { totalCount nodes { path series { position } } pageInfo { hasPreviousPage endCursor } } }
            } }
            """, """{"after":"{cursor}"}"""),
        ["article_neighbours"] = new("""
            { article(by: { path: "/posts/008" }) {
              previous { path } next { path }
              inCategory: previous(within: PRIMARY_CATEGORY) { path } afterInCategory: next(within: PRIMARY_CATEGORY) { path }
              before: previous(within: SERIES) { path } after: next(within: SERIES) { path }
            } }
            """),
        ["article_neighbours_in_a_preview"] = new("{ article(by: { path: \"/posts/104\" }, preview: true) { previous { path } next(within: SERIES) { path } series { position } } }", IsEditor: true),
        ["article_related"] = new("{ article(by: { path: \"/posts/003\" }) { related(first: 3) { article { path title } score reasons } } }"),
        ["article_related_in_a_preview"] = new("{ article(by: { path: \"/posts/104\" }, preview: true) { related { article { path status } score reasons } } }", IsEditor: true),
        ["articles"] = new("{ articles(first: 2) { nodes { path title publishedAt primaryCategory { name } cover { url } } } }"),
        ["articles_edges"] = new("{ articles(first: 2, order: { title: ASC }) { edges { cursor node { path } } } }"),
        ["articles_next_page"] = new("query($after: String) { articles(first: 2, after: $after) { nodes { path } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }", """{"after":"{cursor}"}"""),
        ["articles_previous_page"] = new("query($before: String) { articles(last: 2, before: $before, order: [{ wordCount: DESC }, { title: DESC }]) { nodes { path } pageInfo { hasNextPage hasPreviousPage startCursor } } }", """{"before":"{cursor}"}"""),
        ["articles_next_page_in_mixed_directions"] = new("query($after: String) { articles(first: 2, after: $after, order: [{ weight: ASC }, { updatedAt: DESC }, { slug: ASC }]) { nodes { path } pageInfo { hasPreviousPage endCursor } } }", """{"after":"{cursor}"}"""),
        ["articles_without_a_page"] = new("{ articles(first: 0) { nodes { path } pageInfo { hasNextPage startCursor } } }"),
        ["articles_page_flag_alone"] = new("query($after: String) { articles(first: 2) { pageInfo { hasPreviousPage } } tags { pageInfo { __typename } } authors(last: 1, after: $after) { pageInfo { hasNextPage __typename } } }", "{}"),
        ["articles_count"] = new("{ articles { totalCount } pages: articles(where: { kind: { eq: PAGE } }) { totalCount } }"),
        ["articles_preview"] = new("{ articles(preview: true, where: { path: { startsWith: \"/posts/10\" } }, order: { publishedAt: ASC }) { totalCount nodes { path status tags { slug articleCount } } } }", IsEditor: true),
        ["filter_by_text"] = new("""
            query($text: String, $texts: [String]) {
              articles(first: 3, where: {
                title: { contains: "00", ncontains: "%", startsWith: "T", nstartsWith: "t", endsWith: $text, nendsWith: "\"" }
                slug: { in: $texts, nin: ["s4"], neq: "s2" }
                locale: { or: [{ eq: "en" }, { startsWith: "zh" }], and: [{ neq: null }] }
              }) { nodes { path } }
            }
            """, """{"text":"\\","texts":["s0","s1",null]}"""),
        ["filter_by_number_and_instant"] = new("""
            query($from: DateTime, $number: Int) {
              articles(first: 3, where: {
                wordCount: { gt: 0, ngt: 40, gte: $number, ngte: 50, lt: 100, nlt: 5, lte: 30, nlte: 1, in: [10, 20], nin: [30], eq: 10, neq: 11 }
                publishedAt: { gte: $from, nlte: "2025-01-01T00:00:00Z" }
                updatedAt: { eq: null }
              }) { nodes { path } }
            }
            """, """{"from":"2026-01-01T00:00:00+08:00","number":5}"""),
        ["filter_by_id_and_enum"] = new("""
            query($id: ID, $kinds: [ArticleKind!]) {
              articles(first: 3, where: { id: { neq: $id, nin: [null, "none"] }, kind: { in: $kinds }, status: { eq: PUBLISHED } }) { nodes { path } }
            }
            """, """{"id":"QXJ0aWNsZToAAAAGAAAAAAAAAAAAAAAD","kinds":["PAGE"]}"""),
        ["filter_by_every_comparison"] = new("""
            query($at: DateTime) {
              articles(first: 3, where: {
                id: { in: ["QXJ0aWNsZToAAAAGAAAAAAAAAAAAAAAD"], eq: "QXJ0aWNsZToAAAAGAAAAAAAAAAAAAAAD" }
                publishedAt: { gt: $at, ngt: $at, gte: $at, ngte: $at, lt: $at, nlt: $at, lte: $at, nlte: $at, in: [$at, null], nin: [$at], neq: $at, eq: $at }
                kind: { eq: ARTICLE, neq: PAGE, nin: [PAGE] }
                status: { in: [PUBLISHED], nin: [DRAFT], neq: EXPIRED }
              }) { nodes { path } }
            }
            """, """{"at":"2026-01-01T00:00:00Z"}"""),
        ["filter_combined"] = new("""
            query($where: ArticleFilterInput) { articles(first: 3, where: $where) { nodes { path } totalCount } }
            """, """{"where":{"or":[{"slug":{"eq":"s1"}},{"and":[{"path":{"endsWith":"2"}},{"not":{"sourcePath":{"contains":"9"}}}]}],"not":{"updatedAt":{"neq":null}}}}"""),
        ["filter_by_tags"] = new("""
            query($tag: String, $any: Boolean) {
              articles(first: 2, where: { tags: { some: { slug: { eq: $tag }, name: { neq: "x" } }, none: { name: { in: ["ABOUT"] } }, all: { id: { nin: ["none"] } }, any: $any } }) { totalCount nodes { path } }
            }
            """, """{"tag":"tea","any":true}"""),
        ["articles_of_a_tag"] = new("query($after: String) { articles(first: 2, after: $after, where: { and: [{ tags: { some: { slug: { eq: \"walks\" } } } }], locale: { eq: \"en\" } }) { totalCount nodes { path } pageInfo { hasNextPage hasPreviousPage endCursor } } }", """{"after":"{cursor}"}"""),
        ["articles_of_a_category_with_a_tag"] = new("query($after: String, $tag: String) { articles(first: 1, after: $after, where: { categories: { some: { under: \"新闻\" } }, tags: { some: { slug: { eq: $tag } } } }) { totalCount nodes { title } pageInfo { endCursor } } }", """{"after":"{cursor}","tag":"tea"}"""),
        ["category_articles_with_a_tag"] = new("{ category(by: { path: \"新闻\" }) { articles(first: 2, where: { tags: { some: { slug: { eq: \"tea\" } } } }) { nodes { title } } } }"),
        ["articles_of_a_category_subtree"] = new("query($before: String) { articles(last: 2, before: $before, order: { publishedAt: ASC }, where: { categories: { some: { under: \"新闻\" }, none: { name: { eq: \"AI\" } } } }) { totalCount nodes { id } pageInfo { hasPreviousPage startCursor } } }", """{"before":"{cursor}"}"""),
        ["filter_by_authors"] = new("{ articles(first: 2, where: { authors: { any: false }, or: [{ authors: { some: { slug: { eq: \"bo\" } } } }, { not: { authors: { all: { name: { startsWith: \"a\" } } } } }] }) { nodes { path } } }"),
        ["filter_by_categories"] = new("{ articles(first: 2, where: { categories: { some: { path: { eq: \"新闻/tech\" } }, none: { depth: { gt: 1 } } } }) { nodes { path categories { name } } } }"),
        ["filter_by_category_subtree"] = new("query($under: String) { articles(first: 2, where: { categories: { some: { under: $under }, none: { under: \"secret\" }, all: { under: \"新闻\" } } }) { nodes { path categories { path } } } }", """{"under":"/新闻/tech/"}"""),
        ["filter_by_series_and_cover"] = new("""
            { articles(first: 2, where: {
              series: { eq: null }
              cover: { id: { neq: null }, mimeType: { neq: "image/gif" } }
              not: { cover: { sourceUrl: { endsWith: "b.png" } } }
            }) { nodes { path } } }
            """),
        ["filter_by_params"] = new("""
            query($part: JSON, $path: [String!]!, $value: JSON!) {
              articles(first: 2, where: { params: { contains: $part, ncontains: { z: 3 }, hasKey: "z", pathEq: { path: $path, value: $value } } }) { nodes { path params } }
            }
            """, """{"part":{"a":{"b":[2]}},"path":["a","b","0"],"value":1}"""),
        ["filter_of_categories"] = new("""
            { categories(where: { under: "新闻", parent: { slug: { neq: "life" }, parent: { name: { eq: null } } } }) { nodes { path } }
              below: category(by: { path: "新闻" }) { children(order: { path: ASC }) { nodes { path } } } }
            """),
        ["filters_of_other_lists"] = new("""
            query($ids: [ID]) {
              categories(where: { and: [{ id: { in: $ids } }], or: [{ depth: { lt: 1 } }, { slug: { eq: "ai" } }] }) { nodes { path } }
              tags(where: { and: [{ id: { nin: $ids } }], or: [{ name: { eq: "TEA" } }, { slug: { eq: "walks" } }] }) { nodes { slug } }
              authors(where: { and: [{ id: { neq: null } }], or: [{ name: { eq: "bo" } }, { slug: { eq: "ann" } }] }) { nodes { slug } }
              images(where: { and: [{ id: { neq: null } }], or: [{ mimeType: { eq: null } }, { sourceUrl: { endsWith: ".png" } }] }, order: { sourceUrl: DESC }) { nodes { sourceUrl } }
              byName: tags(first: 2, order: [{ articleCount: DESC }, { name: DESC }]) { nodes { slug } }
              articles(first: 1, where: { authors: { none: { slug: { eq: "bo" } } }, categories: { any: true } }) { nodes { path } }
            }
            """, """{"ids":["Q2F0ZWdvcnk6AAAAAgAAAAAAAAAAAAAAAA=="]}"""),
        ["look_ups_by_id"] = new("""
            { category(by: { id: "Q2F0ZWdvcnk6AAAAAgAAAAAAAAAAAAAAAA==" }) { path }
              tag(by: { id: "VGFnOgAAAAMAAAAAAAAAAAAAAAA=" }) { slug }
              author(by: { id: "none" }) { slug }
              image(by: { id: "SW1hZ2U6AAAABQAAAAAAAAAAAAAAAQ==" }) { sourceUrl } }
            """),
        ["articles_by_primary_category"] = new("""
            query($after: String) {
              articles(first: 2, after: $after, order: [{ primaryCategory: { name: DESC, articleCount: ASC, position: ASC } }, { primaryCategory: { path: ASC } }, { title: ASC }]) {
                totalCount nodes { path primaryCategory { name } } pageInfo { hasPreviousPage endCursor }
              }
            }
            """, """{"after":"{cursor}"}"""),
        ["tag_articles_by_primary_category"] = new("{ tag(by: { slug: \"walks\" }) { articles(first: 2, order: { primaryCategory: { name: ASC } }) { totalCount nodes { path } } } }"),
        ["category"] = new("""
            { category(by: { path: "新闻/tech" }) {
              id slug name path depth position description parentId
              parent { path } ancestors { path }
              children(first: 2) { nodes { path } }
              articleCount direct: articleCount(includeDescendants: false)
            } }
            """),
        ["category_tree"] = new("{ categoryTree { path articleCount } }"),
        ["category_tree_below"] = new("query($root: ID) { categoryTree(root: $root, maxDepth: 2) { path depth } }", """{"root":"Q2F0ZWdvcnk6AAAAAgAAAAAAAAAAAAAAAA=="}"""),
        ["category_articles"] = new("{ categories(first: 2) { nodes { path articles(first: 2, where: { title: { neq: \"x\" } }) { totalCount nodes { title } } } } }"),
        ["tag_articles_from_the_edge_alone"] = new("{ tag(by: { slug: \"walks\" }) { id slug name articleCount articles(first: 2) { totalCount nodes { id kind status } pageInfo { hasNextPage } } } }"),
        ["author_articles_next_page"] = new("query($after: String) { author(by: { slug: \"ann\" }) { id slug name url articleCount articles(first: 2, after: $after) { pageInfo { hasPreviousPage endCursor } edges { node { path } } } } }", """{"after":"{cursor}"}"""),
        ["author_profile"] = new("{ authors { nodes { name bio params avatar { url } } } }"),
        ["author_email"] = new("{ authors { nodes { name email } } }", IsEditor: true),
        ["image"] = new("query($url: URL!) { image(by: { url: $url }) { id origin sourceUrl url mimeType byteSize contentHash alt articles(first: 1) { nodes { path } } } }", """{"url":"http://api.example/images/b/b.png"}"""),
        ["image_by_content_hash"] = new("{ image(by: { contentHash: \"b0\" }) { sourceUrl } }"),
        ["categories"] = new("query($after: String) { categories(first: 2, after: $after, order: { articleCount: DESC }) { totalCount edges { cursor node { path } } pageInfo { endCursor } } }", """{"after":"{cursor}"}"""),
        ["authors"] = new("{ authors(order: [{ articleCount: ASC }, { name: DESC }]) { totalCount pageInfo { hasNextPage } edges { cursor node { name } } nodes { slug } } }"),
        ["tags"] = new("{ tags(where: { name: { neq: \"TEA\" } }) { totalCount pageInfo { hasNextPage } edges { cursor node { name } } nodes { articleCount } } }"),
        ["images"] = new("{ images(order: { byteSize: DESC }) { totalCount edges { cursor roles position alt title thumbnailUrl node { url } } } }"),
        ["node"] = new("query($id: ID!) { node(id: $id) { id __typename ... on Article { title } ... on Tag { name articleCount } } }", """{"id":"VGFnOgAAAAMAAAAAAAAAAAAAAAA="}"""),
        ["nodes"] = new("query($ids: [ID!]!) { nodes(ids: $ids) { id ... on Category { path } } }", """{"ids":["Q2F0ZWdvcnk6AAAAAgAAAAAAAAAAAAAAAA==","none"]}"""),
        ["site"] = new("{ site { title url defaultLocale locales timeZone contentVersion updatedAt articleCount } }"),
        ["archive"] = new("{ archive { year month day start count } }"),
        ["archive_by_year_in_a_zone"] = new("query($zone: TimeZone, $locale: String) { archive(by: YEAR, timeZone: $zone, where: { locale: { eq: $locale } }) { year month count } }", """{"zone":"Asia/Shanghai","locale":"en"}"""),
        ["archive_by_day_with_articles"] = new("""
            query($after: String) {
              archive(by: DAY, where: { publishedAt: { lt: "2026-01-03T00:00:00Z" } }) {
                day
                articles(first: 2, after: $after) { totalCount nodes { path title } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage endCursor } }
              }
            }
            """, """{"after":"{cursor}"}"""),
        ["facets"] = new("""
            query($parent: ID) { facets {
              categories { category { path } count } below: categories(parent: $parent, first: 1) { category { path articleCount } count }
              tags { tag { slug } count }
              authors(first: 1) { author { slug } count }
              locales { value count }
              archive { year month count }
            } }
            """, """{"parent":"Q2F0ZWdvcnk6AAAAAgAAAAAAAAAAAAAAAA=="}"""),
        ["facets_of_one_kind"] = new("query($key: String!) { facets(where: { title: { startsWith: \"Title 00\" } }) { params(key: $key, first: 2) { value count } } }", """{"key":"z"}"""),
        ["facets_of_a_filtered_list"] = new("""
            query($after: String) { articles(first: 2, where: { locale: { eq: "en" } }) {
              nodes { path }
              facets { tags { tag { slug } count } archive(by: YEAR) { year count articles(first: 2, after: $after) { totalCount nodes { path } pageInfo { hasPreviousPage endCursor } } } }
            } }
            """, """{"after":"{cursor}"}"""),
        ["facets_of_a_tag"] = new("{ tag(by: { slug: \"tea\" }) { articles { facets { authors { author { slug } count } locales { value count } archive(by: YEAR) { count articles(first: 1) { nodes { path } } } } } } }"),
        ["facets_in_a_preview"] = new("{ articles(preview: true) { facets { tags { tag { slug articleCount } count } categories(first: 3) { category { path } count } } } }", IsEditor: true),
        ["tag_co_occurring"] = new("{ tag(by: { slug: \"tea\" }) { coOccurring { tag { slug } count } } }"),
        ["redirect"] = new("query($path: String!) { redirect(path: $path) { from to permanent article { path title tags { slug } body { format } } } }", """{"path":"/moved/from/"}"""),
        ["redirect_in_a_preview"] = new("{ redirect(path: \"/old-draft\", preview: true) { from to article { status } } }", IsEditor: true),
        ["diagnostics"] = new("""
            query($after: String) {
              diagnostics(first: 2, after: $after) {
                totalCount
                pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
                edges { cursor node { id } }
                nodes { code severity message source path line column snippet hint article { path status } }
              }
            }
            """, """{"after":"{cursor}"}""", IsEditor: true),
        ["diagnostics_filtered"] = new("""
            query($severity: DiagnosticSeverity, $import: ID) {
              diagnostics(where: { severity: $severity, importId: $import, code: { startsWith: "UN" }, path: { in: ["_posts/003.md"] }, source: { eq: "blog" } }) { nodes { path code } }
            }
            """, """{"severity":"WARNING","import":"SW1wb3J0OgAAAAcAAAAAAAAAAAAAAAM="}""", IsEditor: true),
        ["imports"] = new("""
            query($after: String) {
              imports(first: 1, after: $after) {
                totalCount
                pageInfo { hasNextPage endCursor }
                edges { cursor node { id } }
                nodes { state source startedAt finishedAt created updated unchanged removed renamed skipped failed version diagnostics(first: 2) { totalCount nodes { path } } }
              }
            }
            """, """{"after":"{cursor}"}""", IsEditor: true),
        ["node_for_an_editor"] = new("query($id: ID!) { node(id: $id) { id ... on Diagnostic { code } ... on Import { version } } }", """{"id":"SW1wb3J0OgAAAAcAAAAAAAAAAAAAAAM="}""", IsEditor: true),
        ["typename_alone"] = new("{ __typename }"),
        ["nothing"] = new("query($if: Boolean!) { site @include(if: $if) { title } }", """{"if":false}"""),
        ["fragments"] = new("{ ...A site { ... on Site { url } } } fragment A on Query { site { title ...B } } fragment B on Site { timeZone }"),
        ["introspection_beside_content"] = new("{ type: __type(name: \"Tag\") { name } site { title } __schema { queryType { name } } }"),
    };

    /// <summary>Names for a theory.</summary>
    public static TheoryData<string> Names => [.. All.Keys];
}
