namespace ContentApi.GraphQL.Errors;

/// <summary>A page size or a list argument is longer than the limit.</summary>
internal sealed class PageSizeError(string message) : RequestError(ErrorCode.PageSize, message);
