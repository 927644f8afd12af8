using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ContentApi.Data.Migrations
{
    /// <inheritdoc />
    public partial class ListedArticles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "listed_articles",
                table: "tag",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "listed_articles",
                table: "category",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "listed_articles",
                table: "author",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            foreach (var name in new[] { "tag", "category", "author" })
            {
                migrationBuilder.Sql($"""
                    update {name} t set listed_articles = e.listed
                    from (select {name}_id as id, count(*) as listed from article_{name} where not draft and kind = 'ARTICLE' and expires_sort = 'infinity' group by {name}_id) e
                    where t.id = e.id
                    """);
            }

            migrationBuilder.CreateIndex(
                name: "ix_article_tag_tag_id_expires_sort",
                table: "article_tag",
                columns: new[] { "tag_id", "expires_sort" },
                filter: "not draft and kind = 'ARTICLE' and expires_sort < 'infinity'")
                .Annotation("Npgsql:IndexInclude", new[] { "published_sort" });

            migrationBuilder.CreateIndex(
                name: "ix_article_category_category_id_expires_sort",
                table: "article_category",
                columns: new[] { "category_id", "expires_sort" },
                filter: "not draft and kind = 'ARTICLE' and expires_sort < 'infinity'")
                .Annotation("Npgsql:IndexInclude", new[] { "published_sort" });

            migrationBuilder.CreateIndex(
                name: "ix_article_author_author_id_expires_sort",
                table: "article_author",
                columns: new[] { "author_id", "expires_sort" },
                filter: "not draft and kind = 'ARTICLE' and expires_sort < 'infinity'")
                .Annotation("Npgsql:IndexInclude", new[] { "published_sort" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_article_tag_tag_id_expires_sort",
                table: "article_tag");

            migrationBuilder.DropIndex(
                name: "ix_article_category_category_id_expires_sort",
                table: "article_category");

            migrationBuilder.DropIndex(
                name: "ix_article_author_author_id_expires_sort",
                table: "article_author");

            migrationBuilder.DropColumn(
                name: "listed_articles",
                table: "tag");

            migrationBuilder.DropColumn(
                name: "listed_articles",
                table: "category");

            migrationBuilder.DropColumn(
                name: "listed_articles",
                table: "author");
        }
    }
}
