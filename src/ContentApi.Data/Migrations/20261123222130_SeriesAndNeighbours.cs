using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ContentApi.Data.Migrations
{
    /// <inheritdoc />
    public partial class SeriesAndNeighbours : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_article_primary_category_id",
                table: "article");

            migrationBuilder.DropIndex(
                name: "ix_article_series_slug",
                table: "article");

            migrationBuilder.AddColumn<double>(
                name: "series_sort",
                table: "article",
                type: "double precision",
                nullable: false,
                computedColumnSql: "coalesce(series_position, 'infinity'::float8)",
                stored: true);

            migrationBuilder.CreateIndex(
                name: "ix_article_primary_category_id_locale_published_sort_id",
                table: "article",
                columns: new[] { "primary_category_id", "locale", "published_sort", "id" },
                descending: new[] { false, false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_article_series_slug_series_sort_published_sort_id",
                table: "article",
                columns: new[] { "series_slug", "series_sort", "published_sort", "id" },
                filter: "series_slug is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_article_primary_category_id_locale_published_sort_id",
                table: "article");

            migrationBuilder.DropIndex(
                name: "ix_article_series_slug_series_sort_published_sort_id",
                table: "article");

            migrationBuilder.DropColumn(
                name: "series_sort",
                table: "article");

            migrationBuilder.CreateIndex(
                name: "ix_article_primary_category_id",
                table: "article",
                column: "primary_category_id");

            migrationBuilder.CreateIndex(
                name: "ix_article_series_slug",
                table: "article",
                column: "series_slug",
                filter: "series_slug is not null")
                .Annotation("Npgsql:IndexMethod", "hash");
        }
    }
}
