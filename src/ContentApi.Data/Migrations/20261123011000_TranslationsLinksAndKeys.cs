using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ContentApi.Data.Migrations
{
    /// <inheritdoc />
    public partial class TranslationsLinksAndKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The next import reads every file again and says again what it finds.
            migrationBuilder.Sql("delete from diagnostic");

            migrationBuilder.AddColumn<Guid>(
                name: "id",
                table: "diagnostic",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<double>(
                name: "series_position",
                table: "article",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "series_slug",
                table: "article",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "series_title",
                table: "article",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "translation_key",
                table: "article",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.Sql("update article set translation_key = path");

            migrationBuilder.CreateTable(
                name: "api_key",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    role = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_api_key", x => x.id);
                });

            // The server's role may only read, so this runs with the rights of the tables' owner. It does one thing, to a key that
            // is good, and names the table's schema: no search path leads it elsewhere.
            migrationBuilder.Sql(
                """
                do $do$ begin execute format($format$
                  create function touch_api_key(key uuid) returns void language sql security definer set search_path = pg_catalog, pg_temp as $body$
                    update %I.api_key set last_used_at = now()
                    where id = key and revoked_at is null and (last_used_at is null or last_used_at < now() - interval '1 minute')
                  $body$
                $format$, current_schema()); end $do$
                """);

            // A new function is everyone's. This one is for those who may read the keys, as roles with default privileges already may.
            migrationBuilder.Sql(
                """
                do $do$ declare reader oid; begin
                  revoke all on function touch_api_key(uuid) from public;
                  for reader in select grantee from pg_class, aclexplode(relacl) where oid = 'api_key'::regclass and privilege_type = 'SELECT' and grantee not in (0, relowner) loop
                    execute format('grant execute on function touch_api_key(uuid) to %s', reader::regrole);
                  end loop;
                end $do$
                """);

            migrationBuilder.CreateTable(
                name: "article_alias",
                columns: table => new
                {
                    article_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    path = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_article_alias", x => new { x.article_id, x.position });
                    table.ForeignKey(
                        name: "fk_article_alias_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "article",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "article_link",
                columns: table => new
                {
                    article_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    syntax = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    address = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    target_file_path = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    target_path = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_article_link", x => new { x.article_id, x.position });
                    table.ForeignKey(
                        name: "fk_article_link_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "article",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_diagnostic_id",
                table: "diagnostic",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_article_series_slug",
                table: "article",
                column: "series_slug",
                filter: "series_slug is not null")
                .Annotation("Npgsql:IndexMethod", "hash");

            migrationBuilder.CreateIndex(
                name: "ix_article_translation_key",
                table: "article",
                column: "translation_key")
                .Annotation("Npgsql:IndexMethod", "hash");

            migrationBuilder.CreateIndex(
                name: "ix_article_alias_path",
                table: "article_alias",
                column: "path")
                .Annotation("Npgsql:IndexMethod", "hash");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop function touch_api_key(uuid)");

            migrationBuilder.DropTable(
                name: "api_key");

            migrationBuilder.DropTable(
                name: "article_alias");

            migrationBuilder.DropTable(
                name: "article_link");

            migrationBuilder.DropIndex(
                name: "ix_diagnostic_id",
                table: "diagnostic");

            migrationBuilder.DropIndex(
                name: "ix_article_series_slug",
                table: "article");

            migrationBuilder.DropIndex(
                name: "ix_article_translation_key",
                table: "article");

            migrationBuilder.DropColumn(
                name: "id",
                table: "diagnostic");

            migrationBuilder.DropColumn(
                name: "series_position",
                table: "article");

            migrationBuilder.DropColumn(
                name: "series_slug",
                table: "article");

            migrationBuilder.DropColumn(
                name: "series_title",
                table: "article");

            migrationBuilder.DropColumn(
                name: "translation_key",
                table: "article");
        }
    }
}
