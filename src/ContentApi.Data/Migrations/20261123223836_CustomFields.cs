using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ContentApi.Data.Migrations
{
    /// <inheritdoc />
    public partial class CustomFields : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "fields",
                table: "source",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "fields",
                table: "article_undo",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "field",
                table: "article_link",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "fields",
                table: "article",
                type: "jsonb",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "fields",
                table: "source");

            migrationBuilder.DropColumn(
                name: "fields",
                table: "article_undo");

            migrationBuilder.DropColumn(
                name: "field",
                table: "article_link");

            migrationBuilder.DropColumn(
                name: "fields",
                table: "article");
        }
    }
}
