namespace ContentApi.GraphQL.Errors;

/// <summary>Every value of <c>extensions.code</c>; each is a row of <c>schema/errors.md</c>.</summary>
internal static class ErrorCode
{
    public const string Syntax = "SYNTAX_ERROR";
    public const string Validation = "VALIDATION_FAILED";
    public const string OperationNotFound = "OPERATION_NOT_FOUND";
    public const string InvalidVariable = "INVALID_VARIABLE";
    public const string InvalidArgument = "INVALID_ARGUMENT";
    public const string InvalidCursor = "INVALID_CURSOR";
    public const string PageSize = "PAGE_SIZE_EXCEEDED";
    public const string DocumentTooLong = "DOCUMENT_TOO_LONG";
    public const string TooManyTokens = "TOO_MANY_TOKENS";
    public const string TooDeep = "DOCUMENT_TOO_DEEP";
    public const string TooManyFields = "TOO_MANY_FIELDS";
    public const string TooManyOperations = "TOO_MANY_OPERATIONS";
    public const string TooManyFragments = "TOO_MANY_FRAGMENTS";
    public const string TooManyAliases = "TOO_MANY_ALIASES";
    public const string TooManyDirectives = "TOO_MANY_DIRECTIVES";
    public const string InputTooLarge = "INPUT_TOO_LARGE";
    public const string PersistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND";
    public const string PersistedQueryMismatch = "PERSISTED_QUERY_MISMATCH";
    public const string DocumentNotFound = "DOCUMENT_NOT_FOUND";
    public const string DocumentNotTrusted = "DOCUMENT_NOT_TRUSTED";
    public const string Cost = "COST_EXCEEDED";
    public const string Forbidden = "FORBIDDEN";
    public const string QueryTimeout = "QUERY_TIMEOUT";
    public const string Unavailable = "UNAVAILABLE";
}
