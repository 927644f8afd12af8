using ContentApi.GraphQL.Planning.Output;

namespace ContentApi.GraphQL.Planning;

/// <summary>Plans <c>PageInfo</c> and cursors. Their expressions stand beside the page's aggregates.</summary>
internal static class PageInfoPlanner
{
    /// <summary>Plans one field of <c>PageInfo</c>.</summary>
    public static OutputValue Plan(CollectedField field, Rowset rows, PageColumns columns, IReadOnlyList<SortKey> keys, PageWindow window) => field.Name switch
    {
        "__typename" => new OutputLiteral("\"PageInfo\""),
        "hasNextPage" => new OutputPageFlag(columns, window, rows, keys, IsNext: true),
        "hasPreviousPage" => new OutputPageFlag(columns, window, rows, keys, IsNext: false),
        "startCursor" => CursorAt(columns, keys, window, isStart: true),
        "endCursor" => CursorAt(columns, keys, window, isStart: false),
        _ => throw new InvalidOperationException($"'{field.Name}' is no field of PageInfo."),
    };

    /// <summary>Gives the cursor of the row at hand.</summary>
    public static OutputScalar Cursor(PageColumns columns, IReadOnlyList<SortKey> keys, PageWindow window) =>
        new(CursorExpression(columns, keys, window), JsonForm.Word, IsNullable: false);

    /// <summary>Gives the cast that turns a cursor's text into a sort key.</summary>
    public static string Cast(SortKeyType type) => type switch
    {
        SortKeyType.Integer => "::bigint",
        SortKeyType.Float => "::float8",
        SortKeyType.Instant => "::timestamptz",
        SortKeyType.Uuid => "::uuid",
        _ => string.Empty,
    };

    private static OutputScalar CursorAt(PageColumns columns, IReadOnlyList<SortKey> keys, PageWindow window, bool isStart)
    {
        // Rows are numbered from the end where the page begins; the other end is the last row that belongs to it.
        var number = isStart == window.IsBackward ? $"least({window.Size}, {columns.Alias}.row_count)" : "1";
        return new OutputScalar(
            $"max({CursorExpression(columns, keys, window)}) filter (where {columns.Alias}.row_number = {number} and {columns.Alias}.row_number <= {window.Size})",
            JsonForm.Text,
            IsNullable: true);
    }

    private static string CursorExpression(PageColumns columns, IReadOnlyList<SortKey> keys, PageWindow window)
    {
        var values = string.Join(", ", keys.Select(key => $"{columns.Alias}.{key.Column}::text"));
        return $"translate(encode(convert_to(json_build_array({window.Fingerprint}, {values})::text, 'UTF8'), 'base64'), E'\\n', '')";
    }
}
