using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ContentApi.Data.Migrations
{
    /// <inheritdoc />
    public partial class ParamsIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // EF has no indexes on expressions. The importer writes nothing that jsonb refuses, neither NUL nor numbers beyond a double.
            migrationBuilder.Sql("create index ix_article_params on article using gin ((params::jsonb))");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop index ix_article_params");
        }
    }
}
