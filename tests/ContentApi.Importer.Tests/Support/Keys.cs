namespace ContentApi.Importer.Tests.Support;

/// <summary>What a migration makes beside columns: keys, indexes and defaults, as text.</summary>
internal static class Keys
{
    public static Task<string> ReadAsync(Site site) => site.QueryAsync("""
        select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || ' ' || convalidated from pg_constraint where connamespace = 'public'::regnamespace
        union all select indexdef from pg_indexes where schemaname = 'public'
        union all select attrelid::regclass || ' ' || pg_get_expr(adbin, adrelid) from pg_attrdef join pg_attribute on attrelid = adrelid and attnum = adnum
        order by 1
        """);
}
