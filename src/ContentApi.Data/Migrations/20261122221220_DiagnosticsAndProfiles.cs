using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ContentApi.Data.Migrations
{
    /// <inheritdoc />
    public partial class DiagnosticsAndProfiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "avatar_id",
                table: "author",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "bio",
                table: "author",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<Guid>(
                name: "avatar_id",
                table: "article_author",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "avatar_url",
                table: "article_author",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "bio",
                table: "article_author",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.CreateTable(
                name: "diagnostic",
                columns: table => new
                {
                    source_id = table.Column<Guid>(type: "uuid", nullable: false),
                    path = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    position = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    severity = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    line = table.Column<int>(type: "integer", nullable: false),
                    column_number = table.Column<int>(type: "integer", nullable: false),
                    message = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    snippet = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    hint = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    import_run_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_diagnostic", x => new { x.source_id, x.path, x.position });
                    table.ForeignKey(
                        name: "fk_diagnostic_import_runs_import_run_id",
                        column: x => x.import_run_id,
                        principalTable: "import_run",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_diagnostic_sources_source_id",
                        column: x => x.source_id,
                        principalTable: "source",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_author_avatar_id",
                table: "author",
                column: "avatar_id",
                filter: "avatar_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_article_author_avatar_id",
                table: "article_author",
                column: "avatar_id",
                filter: "avatar_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_diagnostic_import_run_id",
                table: "diagnostic",
                column: "import_run_id");

            migrationBuilder.AddForeignKey(
                name: "fk_article_author_images_avatar_id",
                table: "article_author",
                column: "avatar_id",
                principalTable: "image",
                principalColumn: "id",
                onDelete: ReferentialAction.SetNull);

            migrationBuilder.AddForeignKey(
                name: "fk_author_images_avatar_id",
                table: "author",
                column: "avatar_id",
                principalTable: "image",
                principalColumn: "id",
                onDelete: ReferentialAction.SetNull);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_article_author_images_avatar_id",
                table: "article_author");

            migrationBuilder.DropForeignKey(
                name: "fk_author_images_avatar_id",
                table: "author");

            migrationBuilder.DropTable(
                name: "diagnostic");

            migrationBuilder.DropIndex(
                name: "ix_author_avatar_id",
                table: "author");

            migrationBuilder.DropIndex(
                name: "ix_article_author_avatar_id",
                table: "article_author");

            migrationBuilder.DropColumn(
                name: "avatar_id",
                table: "author");

            migrationBuilder.DropColumn(
                name: "bio",
                table: "author");

            migrationBuilder.DropColumn(
                name: "avatar_id",
                table: "article_author");

            migrationBuilder.DropColumn(
                name: "avatar_url",
                table: "article_author");

            migrationBuilder.DropColumn(
                name: "bio",
                table: "article_author");
        }
    }
}
