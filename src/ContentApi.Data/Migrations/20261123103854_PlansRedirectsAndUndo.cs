using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace ContentApi.Data.Migrations
{
    /// <inheritdoc />
    public partial class PlansRedirectsAndUndo : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterTable(
                name: "article_body")
                .Annotation("Npgsql:StorageParameter:toast_tuple_target", 8160);

            migrationBuilder.AddColumn<string>(
                name: "address",
                table: "source",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.Sql("update source set address = root; alter table source alter address drop default");

            migrationBuilder.AddColumn<string>(
                name: "image_files_hash",
                table: "source",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "state",
                table: "import_run",
                type: "text",
                nullable: false,
                defaultValue: "SUCCEEDED",
                collation: "C");

            migrationBuilder.Sql("alter table import_run alter state drop default");

            migrationBuilder.AddColumn<Guid>(
                name: "file_stamp",
                table: "image",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "commit",
                table: "article",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<Guid>(
                name: "file_stamp",
                table: "article",
                type: "uuid",
                nullable: true);

            // Texts have the same name in all rows until their files are read again; see ArticleBodyRow.
            migrationBuilder.AddColumn<Guid>(
                name: "body_hash",
                table: "article",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "hash",
                table: "article_body",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.Sql("alter table article alter body_hash drop default; alter table article_body alter hash drop default");

            migrationBuilder.DropForeignKey(
                name: "fk_article_body_article_article_id",
                table: "article_body");

            migrationBuilder.DropPrimaryKey(
                name: "pk_article_body",
                table: "article_body");

            migrationBuilder.AddPrimaryKey(
                name: "pk_article_body",
                table: "article_body",
                columns: new[] { "article_id", "hash" });

            migrationBuilder.CreateTable(
                name: "article_redirect",
                columns: table => new
                {
                    source_id = table.Column<Guid>(type: "uuid", nullable: false),
                    path = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    article_id = table.Column<Guid>(type: "uuid", nullable: false),
                    moved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_article_redirect", x => new { x.source_id, x.path });
                    table.ForeignKey(
                        name: "fk_article_redirect_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "article",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "article_undo",
                columns: table => new
                {
                    import_run_id = table.Column<Guid>(type: "uuid", nullable: false),
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
                    weight = table.Column<double>(type: "double precision", nullable: true),
                    source_date_raw = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    source_date_zone = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    source_date_zone_assumed = table.Column<bool>(type: "boolean", nullable: true),
                    locale = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    translation_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    series_title = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    series_slug = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    series_position = table.Column<double>(type: "double precision", nullable: true),
                    body_format = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    body_hash = table.Column<Guid>(type: "uuid", nullable: false),
                    body_start_line = table.Column<int>(type: "integer", nullable: false),
                    word_count = table.Column<int>(type: "integer", nullable: false),
                    reading_time = table.Column<double>(type: "double precision", nullable: false),
                    cover_id = table.Column<Guid>(type: "uuid", nullable: true),
                    primary_category_id = table.Column<Guid>(type: "uuid", nullable: true),
                    canonical_url = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    comments_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    @params = table.Column<string>(type: "json", nullable: false),
                    content_hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    file_stamp = table.Column<Guid>(type: "uuid", nullable: true),
                    commit = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    parser_version = table.Column<int>(type: "integer", nullable: false),
                    imported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_article_undo", x => new { x.import_run_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "import_plan",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    source_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    address = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    options = table.Column<string>(type: "json", nullable: false),
                    changes_hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changes = table.Column<string>(type: "json", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_plan", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "import_undo",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    import_run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    table_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    is_new = table.Column<bool>(type: "boolean", nullable: false),
                    content = table.Column<string>(type: "json", nullable: false)
                        .Annotation("Npgsql:Compression:", "lz4")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_undo", x => x.id);
                });

            // An import replaces an article whole, and its former paths stay: they are looked at when it commits.
            migrationBuilder.Sql("alter table article_redirect alter constraint fk_article_redirect_articles_article_id deferrable initially deferred");

            migrationBuilder.CreateIndex(
                name: "ix_article_redirect_article_id",
                table: "article_redirect",
                column: "article_id");

            migrationBuilder.CreateIndex(
                name: "ix_article_redirect_path",
                table: "article_redirect",
                column: "path")
                .Annotation("Npgsql:IndexMethod", "hash");

            migrationBuilder.CreateIndex(
                name: "ix_import_undo_import_run_id_table_name_id",
                table: "import_undo",
                columns: new[] { "import_run_id", "table_name", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterTable(
                name: "article_body")
                .OldAnnotation("Npgsql:StorageParameter:toast_tuple_target", 8160);

            migrationBuilder.DropTable(
                name: "article_redirect");

            migrationBuilder.DropTable(
                name: "article_undo");

            migrationBuilder.DropTable(
                name: "import_plan");

            migrationBuilder.DropTable(
                name: "import_undo");

            migrationBuilder.Sql("delete from article_body b where not exists (select from article a where a.id = b.article_id and a.body_hash = b.hash)");

            migrationBuilder.DropPrimaryKey(
                name: "pk_article_body",
                table: "article_body");

            migrationBuilder.DropColumn(
                name: "hash",
                table: "article_body");

            migrationBuilder.DropColumn(
                name: "body_hash",
                table: "article");

            migrationBuilder.AddPrimaryKey(
                name: "pk_article_body",
                table: "article_body",
                column: "article_id");

            migrationBuilder.AddForeignKey(
                name: "fk_article_body_article_article_id",
                table: "article_body",
                column: "article_id",
                principalTable: "article",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.DropColumn(
                name: "address",
                table: "source");

            migrationBuilder.DropColumn(
                name: "image_files_hash",
                table: "source");

            migrationBuilder.DropColumn(
                name: "state",
                table: "import_run");

            migrationBuilder.DropColumn(
                name: "file_stamp",
                table: "image");

            migrationBuilder.DropColumn(
                name: "commit",
                table: "article");

            migrationBuilder.DropColumn(
                name: "file_stamp",
                table: "article");
        }
    }
}
