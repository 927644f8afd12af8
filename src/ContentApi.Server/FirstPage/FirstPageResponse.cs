namespace ContentApi.Server.FirstPage;

/// <summary>A GraphQL response.</summary>
/// <typeparam name="TData">What the operation answers.</typeparam>
/// <param name="Data">Null when the operation failed.</param>
internal sealed record FirstPageResponse<TData>(TData? Data)
    where TData : class;
