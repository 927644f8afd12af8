using static ContentApi.Importer.Writing.StagingTables;

namespace ContentApi.Importer.Writing;

/// <summary>
/// SQL that adds bodies and takes away those that nothing names any more. A body never changes, so the one that an import replaces stays where it is for
/// as long as the import may be undone: when a merge or a rollback is over there is a body if and only if an article, or one that is kept, names it.
/// </summary>
internal static class BodyMerge
{
    /// <summary>Adds the staged ones. An article that is made again with the text it has, or had before, has its body already.</summary>
    public static readonly string InsertSql = $"{Bodies.InsertSql} on conflict do nothing";

    /// <summary>Takes away those that were remembered, unless an article has them or the import <c>$1</c> keeps one that had. Runs when both are as they stay.</summary>
    public const string SweepSql = """
        delete from article_body b using left_body l
        where b.article_id = l.id and b.hash = l.body_hash
          and not exists (select from article a where a.id = l.id and a.body_hash = l.body_hash)
          and not exists (select from article_undo u where u.import_run_id = $1 and u.id = l.id and u.body_hash = l.body_hash)
        """;

    /// <summary>Remembers bodies that may be named by nothing when the transaction is over.</summary>
    /// <param name="articles">What has named them until now, with <c>where</c>.</param>
    public static string LeaveSql(string articles) => $"create temp table left_body on commit drop as select id, body_hash from {articles}";
}
