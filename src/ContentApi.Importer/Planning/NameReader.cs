using ContentApi.Importer.Writing;
using Npgsql;

namespace ContentApi.Importer.Planning;

/// <summary>Finds out which categories, tags and authors come, go and are spelled in a new way.</summary>
/// <param name="connection">With the staging tables filled.</param>
internal sealed class NameReader(NpgsqlConnection connection)
{
    private const string Replaced = "(select id from staged_article union select id from removed_article)";

    private static readonly (string Kind, string Edge, string Name)[] Kinds = [("category", "article_category", "path"), ("tag", "article_tag", "name"), ("author", "article_author", "name")];

    public Task<IReadOnlyList<NameChange>> ReadNewAsync(CancellationToken ct) => ReadAsync(
        (kind, _, name) => $"select s.{name}, array[]::text[] from staged_{kind} s where not exists (select from {kind} t where t.id = s.id) order by 1", ct);

    public Task<IReadOnlyList<NameChange>> ReadGoneAsync(CancellationToken ct) => ReadAsync(
        (kind, edge, name) => $"""
            select t.{name}, array[]::text[] from {kind} t
            where t.id in (select e.{kind}_id from {edge} e where e.article_id in {Replaced})
              and not exists (select from staged_{edge} s where s.{kind}_id = t.id)
              and not exists (select from {edge} e where e.{kind}_id = t.id and e.article_id not in {Replaced})
            order by 1
            """,
        ct);

    public Task<IReadOnlyList<NameChange>> ReadMergedAsync(CancellationToken ct) => ReadAsync(
        (kind, edge, name) => $"""
            select coalesce(min(t.{name}), min(s.{name})), array_agg(distinct u.name order by u.name)
            from (
              select {kind}_id as id, name from staged_{edge}
              union select {kind}_id, name from {edge} where article_id not in {Replaced} and {kind}_id in (select {kind}_id from staged_{edge})
            ) u left join {kind} t on t.id = u.id left join staged_{kind} s on s.id = u.id
            group by u.id
            having count(distinct u.name) > 1
              and array_agg(distinct u.name) is distinct from (select array_agg(distinct e.name) from {edge} e where e.{kind}_id = u.id)
            order by 1
            """,
        ct);

    private async Task<IReadOnlyList<NameChange>> ReadAsync(Func<string, string, string, string> sql, CancellationToken ct)
    {
        var changes = new List<NameChange>();
        foreach (var (kind, edge, name) in Kinds)
            changes.AddRange(await connection.ListAsync(sql(kind, edge, name), row => new NameChange(kind, row.GetString(0), row.GetFieldValue<string[]>(1)), ct));
        return changes;
    }
}
