using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ContentApi.Data.Migrations
{
    /// <inheritdoc />
    public partial class ListIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_article_locale_published_sort_id",
                table: "article");

            migrationBuilder.CreateIndex(
                name: "ix_article_locale_published_sort_id",
                table: "article",
                columns: new[] { "locale", "published_sort", "id" },
                descending: new[] { false, true, true },
                filter: "not draft and kind = 'ARTICLE'")
                .Annotation("Npgsql:IndexInclude", new[] { "expires_sort" });

            // EF has no indexes on expressions. An entry ends at 2,704 bytes, and titles have no end.
            migrationBuilder.Sql("create index ix_article_title on article (left(title, 256)) where not draft and kind = 'ARTICLE'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop index ix_article_title");

            migrationBuilder.DropIndex(
                name: "ix_article_locale_published_sort_id",
                table: "article");

            migrationBuilder.CreateIndex(
                name: "ix_article_locale_published_sort_id",
                table: "article",
                columns: new[] { "locale", "published_sort", "id" },
                descending: new[] { false, true, true },
                filter: "not draft and kind = 'ARTICLE'");
        }
    }
}
