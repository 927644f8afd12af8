using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ContentApi.Data.Migrations
{
    /// <inheritdoc />
    public partial class PublicationInstants : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_article_expires_sort",
                table: "article",
                column: "expires_sort",
                filter: "not draft and expires_sort < 'infinity'");

            migrationBuilder.CreateIndex(
                name: "ix_article_published_sort",
                table: "article",
                column: "published_sort",
                filter: "not draft and kind <> 'ARTICLE'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_article_expires_sort",
                table: "article");

            migrationBuilder.DropIndex(
                name: "ix_article_published_sort",
                table: "article");
        }
    }
}
