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
                        .Annotation("Npgsql:Compression:", "lz4"),
                    raw = table.Column<string>(type: "text", nullable: true, collation: "C")
                        .Annotation("Npgsql:Compression:", "lz4"),
                    html = table.Column<string>(type: "text", nullable: true, collation: "C")
                        .Annotation("Npgsql:Compression:", "lz4"),
                    text = table.Column<string>(type: "text", nullable: true, collation: "C")
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
            migrationBuilder.DropTable(
                name: "article_redirect");

            migrationBuilder.DropTable(
                name: "import_plan");

            migrationBuilder.DropTable(
                name: "import_undo");

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
