namespace ContentApi.GraphQL.Errors;

/// <summary>A cursor was not given by this list with this filter and order.</summary>
internal sealed class InvalidCursorError(string argument) : RequestError(
    ErrorCode.InvalidCursor,
    $"'{argument}' is no cursor of this list. Cursors are good only for the list, filter and order that gave them: start again without '{argument}'.");
