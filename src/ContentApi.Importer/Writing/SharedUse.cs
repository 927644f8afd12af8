namespace ContentApi.Importer.Writing;

/// <summary>A table whose rows use rows of a shared table.</summary>
/// <param name="Table">The table; each of its rows belongs to an article.</param>
/// <param name="Key">Its column that points to the shared row, null when it uses none.</param>
/// <param name="Columns">Its columns, or other expressions, of which the shared row's displayed columns are made; in their order.</param>
internal sealed record SharedUse(string Table, string Key, params string[] Columns);
