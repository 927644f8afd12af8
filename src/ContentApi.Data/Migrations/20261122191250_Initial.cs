using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ContentApi.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "author",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    url = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_author", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "category",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    slug = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    path = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    depth = table.Column<int>(type: "integer", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    description = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_category", x => x.id);
                    table.ForeignKey(
                        name: "fk_category_category_parent_id",
                        column: x => x.parent_id,
                        principalTable: "category",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "content_state",
                columns: table => new
                {
                    id = table.Column<short>(type: "smallint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_content_state", x => x.id);
                    table.CheckConstraint("ck_content_state_one_row", "id = 1");
                });

            migrationBuilder.CreateTable(
                name: "source",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    root = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    dialect = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    options_hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    time_zone = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    default_locale = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    title = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    url = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_source", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "tag",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tag", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "category_closure",
                columns: table => new
                {
                    ancestor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    descendant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    distance = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_category_closure", x => new { x.ancestor_id, x.descendant_id });
                    table.ForeignKey(
                        name: "fk_category_closure_categories_ancestor_id",
                        column: x => x.ancestor_id,
                        principalTable: "category",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_category_closure_categories_descendant_id",
                        column: x => x.descendant_id,
                        principalTable: "category",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "image",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    source_id = table.Column<Guid>(type: "uuid", nullable: true),
                    origin = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    source_url = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    url = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    file_path = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    mime_type = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    byte_size = table.Column<long>(type: "bigint", nullable: true),
                    byte_size_sort = table.Column<long>(type: "bigint", nullable: false, computedColumnSql: "coalesce(byte_size, -1)", stored: true),
                    content_hash = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    alt = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_image", x => x.id);
                    table.ForeignKey(
                        name: "fk_image_sources_source_id",
                        column: x => x.source_id,
                        principalTable: "source",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "import_run",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    source_id = table.Column<Guid>(type: "uuid", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created = table.Column<int>(type: "integer", nullable: false),
                    updated = table.Column<int>(type: "integer", nullable: false),
                    unchanged = table.Column<int>(type: "integer", nullable: false),
                    removed = table.Column<int>(type: "integer", nullable: false),
                    renamed = table.Column<int>(type: "integer", nullable: false),
                    skipped = table.Column<int>(type: "integer", nullable: false),
                    failed = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_run", x => x.id);
                    table.ForeignKey(
                        name: "fk_import_run_sources_source_id",
                        column: x => x.source_id,
                        principalTable: "source",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "article",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    source_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_path = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    path = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    slug = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    description = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    excerpt = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    draft = table.Column<bool>(type: "boolean", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    published_sort = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, computedColumnSql: "coalesce(published_at, '-infinity'::timestamptz)", stored: true),
                    updated_sort = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, computedColumnSql: "coalesce(updated_at, '-infinity'::timestamptz)", stored: true),
                    expires_sort = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, computedColumnSql: "coalesce(expires_at, 'infinity'::timestamptz)", stored: true),
                    weight = table.Column<double>(type: "double precision", nullable: true),
                    weight_sort = table.Column<double>(type: "double precision", nullable: false, computedColumnSql: "coalesce(weight, '-infinity'::float8)", stored: true),
                    source_date_raw = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    source_date_zone = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    source_date_zone_assumed = table.Column<bool>(type: "boolean", nullable: true),
                    locale = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    body_format = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    body_start_line = table.Column<int>(type: "integer", nullable: false),
                    word_count = table.Column<int>(type: "integer", nullable: false),
                    reading_time = table.Column<double>(type: "double precision", nullable: false),
                    cover_id = table.Column<Guid>(type: "uuid", nullable: true),
                    primary_category_id = table.Column<Guid>(type: "uuid", nullable: true),
                    canonical_url = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    comments_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    @params = table.Column<string>(name: "params", type: "json", nullable: false),
                    content_hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    parser_version = table.Column<int>(type: "integer", nullable: false),
                    imported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_article", x => x.id);
                    table.ForeignKey(
                        name: "fk_article_categories_primary_category_id",
                        column: x => x.primary_category_id,
                        principalTable: "category",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_article_images_cover_id",
                        column: x => x.cover_id,
                        principalTable: "image",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_article_sources_source_id",
                        column: x => x.source_id,
                        principalTable: "source",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "article_author",
                columns: table => new
                {
                    article_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    url = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    position = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    draft = table.Column<bool>(type: "boolean", nullable: false),
                    published_sort = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_sort = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_article_author", x => new { x.article_id, x.author_id });
                    table.ForeignKey(
                        name: "fk_article_author_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "article",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_article_author_authors_author_id",
                        column: x => x.author_id,
                        principalTable: "author",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "article_body",
                columns: table => new
                {
                    article_id = table.Column<Guid>(type: "uuid", nullable: false),
                    raw = table.Column<string>(type: "text", nullable: false, collation: "C")
                        .Annotation("Npgsql:Compression:", "lz4"),
                    html = table.Column<string>(type: "text", nullable: false, collation: "C")
                        .Annotation("Npgsql:Compression:", "lz4"),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C")
                        .Annotation("Npgsql:Compression:", "lz4"),
                    table_of_contents = table.Column<string>(type: "json", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_article_body", x => x.article_id);
                    table.ForeignKey(
                        name: "fk_article_body_article_article_id",
                        column: x => x.article_id,
                        principalTable: "article",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "article_category",
                columns: table => new
                {
                    article_id = table.Column<Guid>(type: "uuid", nullable: false),
                    category_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_leaf = table.Column<bool>(type: "boolean", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    position = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    draft = table.Column<bool>(type: "boolean", nullable: false),
                    published_sort = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_sort = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_article_category", x => new { x.article_id, x.category_id });
                    table.ForeignKey(
                        name: "fk_article_category_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "article",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_article_category_categories_category_id",
                        column: x => x.category_id,
                        principalTable: "category",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "article_image",
                columns: table => new
                {
                    article_id = table.Column<Guid>(type: "uuid", nullable: false),
                    image_id = table.Column<Guid>(type: "uuid", nullable: false),
                    roles = table.Column<string[]>(type: "text[]", nullable: false),
                    source_url = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    alt = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    title = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    thumbnail_url = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    position = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    draft = table.Column<bool>(type: "boolean", nullable: false),
                    published_sort = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_sort = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_article_image", x => new { x.article_id, x.image_id });
                    table.ForeignKey(
                        name: "fk_article_image_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "article",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_article_image_images_image_id",
                        column: x => x.image_id,
                        principalTable: "image",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "article_tag",
                columns: table => new
                {
                    article_id = table.Column<Guid>(type: "uuid", nullable: false),
                    tag_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    position = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    draft = table.Column<bool>(type: "boolean", nullable: false),
                    published_sort = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_sort = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_article_tag", x => new { x.article_id, x.tag_id });
                    table.ForeignKey(
                        name: "fk_article_tag_article_article_id",
                        column: x => x.article_id,
                        principalTable: "article",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_article_tag_tags_tag_id",
                        column: x => x.tag_id,
                        principalTable: "tag",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "content_state",
                columns: new[] { "id", "updated_at", "version" },
                values: new object[] { (short)1, new DateTimeOffset(new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)), 0L });

            migrationBuilder.CreateIndex(
                name: "ix_article_cover_id",
                table: "article",
                column: "cover_id");

            migrationBuilder.CreateIndex(
                name: "ix_article_file_path",
                table: "article",
                column: "file_path")
                .Annotation("Npgsql:IndexMethod", "hash");

            migrationBuilder.CreateIndex(
                name: "ix_article_locale_published_sort_id",
                table: "article",
                columns: new[] { "locale", "published_sort", "id" },
                descending: new[] { false, true, true },
                filter: "not draft and kind = 'ARTICLE'");

            migrationBuilder.CreateIndex(
                name: "ix_article_path",
                table: "article",
                column: "path")
                .Annotation("Npgsql:IndexMethod", "hash");

            migrationBuilder.CreateIndex(
                name: "ix_article_primary_category_id",
                table: "article",
                column: "primary_category_id");

            migrationBuilder.CreateIndex(
                name: "ix_article_published_sort_id",
                table: "article",
                columns: new[] { "published_sort", "id" },
                descending: new bool[0],
                filter: "not draft and kind = 'ARTICLE'")
                .Annotation("Npgsql:IndexInclude", new[] { "expires_sort" });

            migrationBuilder.CreateIndex(
                name: "ix_article_slug",
                table: "article",
                column: "slug")
                .Annotation("Npgsql:IndexMethod", "hash");

            migrationBuilder.CreateIndex(
                name: "ix_article_source_id_file_path",
                table: "article",
                columns: new[] { "source_id", "file_path" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_article_source_id_path",
                table: "article",
                columns: new[] { "source_id", "path" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_article_updated_sort_id",
                table: "article",
                columns: new[] { "updated_sort", "id" },
                descending: new bool[0],
                filter: "not draft and kind = 'ARTICLE'");

            migrationBuilder.CreateIndex(
                name: "ix_article_weight_sort_id",
                table: "article",
                columns: new[] { "weight_sort", "id" },
                descending: new bool[0],
                filter: "not draft and kind = 'ARTICLE'");

            migrationBuilder.CreateIndex(
                name: "ix_article_word_count_id",
                table: "article",
                columns: new[] { "word_count", "id" },
                descending: new bool[0],
                filter: "not draft and kind = 'ARTICLE'");

            migrationBuilder.CreateIndex(
                name: "ix_article_author_author_id_published_sort_article_id",
                table: "article_author",
                columns: new[] { "author_id", "published_sort", "article_id" },
                descending: new[] { false, true, true })
                .Annotation("Npgsql:IndexInclude", new[] { "expires_sort", "draft", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_article_category_category_id_published_sort_article_id",
                table: "article_category",
                columns: new[] { "category_id", "published_sort", "article_id" },
                descending: new[] { false, true, true })
                .Annotation("Npgsql:IndexInclude", new[] { "expires_sort", "draft", "kind", "is_leaf" });

            migrationBuilder.CreateIndex(
                name: "ix_article_image_image_id_published_sort_article_id",
                table: "article_image",
                columns: new[] { "image_id", "published_sort", "article_id" },
                descending: new[] { false, true, true })
                .Annotation("Npgsql:IndexInclude", new[] { "expires_sort", "draft", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_article_tag_tag_id_published_sort_article_id",
                table: "article_tag",
                columns: new[] { "tag_id", "published_sort", "article_id" },
                descending: new[] { false, true, true })
                .Annotation("Npgsql:IndexInclude", new[] { "expires_sort", "draft", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_author_slug",
                table: "author",
                column: "slug")
                .Annotation("Npgsql:IndexMethod", "hash");

            migrationBuilder.CreateIndex(
                name: "ix_category_parent_id",
                table: "category",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_category_path",
                table: "category",
                column: "path")
                .Annotation("Npgsql:IndexMethod", "hash");

            migrationBuilder.CreateIndex(
                name: "ix_category_closure_descendant_id_distance",
                table: "category_closure",
                columns: new[] { "descendant_id", "distance" });

            migrationBuilder.CreateIndex(
                name: "ix_image_byte_size_sort_id",
                table: "image",
                columns: new[] { "byte_size_sort", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_image_content_hash",
                table: "image",
                column: "content_hash");

            migrationBuilder.CreateIndex(
                name: "ix_image_source_id",
                table: "image",
                column: "source_id");

            migrationBuilder.CreateIndex(
                name: "ix_image_url",
                table: "image",
                column: "url")
                .Annotation("Npgsql:IndexMethod", "hash");

            migrationBuilder.CreateIndex(
                name: "ix_import_run_source_id",
                table: "import_run",
                column: "source_id");

            migrationBuilder.CreateIndex(
                name: "ix_import_run_started_at_id",
                table: "import_run",
                columns: new[] { "started_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_source_name",
                table: "source",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_tag_slug",
                table: "tag",
                column: "slug")
                .Annotation("Npgsql:IndexMethod", "hash");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "article_author");

            migrationBuilder.DropTable(
                name: "article_body");

            migrationBuilder.DropTable(
                name: "article_category");

            migrationBuilder.DropTable(
                name: "article_image");

            migrationBuilder.DropTable(
                name: "article_tag");

            migrationBuilder.DropTable(
                name: "category_closure");

            migrationBuilder.DropTable(
                name: "content_state");

            migrationBuilder.DropTable(
                name: "import_run");

            migrationBuilder.DropTable(
                name: "author");

            migrationBuilder.DropTable(
                name: "article");

            migrationBuilder.DropTable(
                name: "tag");

            migrationBuilder.DropTable(
                name: "category");

            migrationBuilder.DropTable(
                name: "image");

            migrationBuilder.DropTable(
                name: "source");
        }
    }
}
