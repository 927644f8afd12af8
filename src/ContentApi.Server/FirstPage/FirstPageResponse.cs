namespace ContentApi.Server.FirstPage;

/// <summary>A GraphQL response.</summary>
/// <param name="Data">Null when the operation failed.</param>
internal sealed record FirstPageResponse(FirstPageAnswer? Data);
