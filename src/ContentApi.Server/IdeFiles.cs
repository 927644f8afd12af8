using ContentApi.Server.Hosting;

namespace ContentApi.Server;

/// <summary>The files of GraphiQL, which the server shows at <c>/graphql</c>.</summary>
public static class IdeFiles
{
    /// <summary>The folder that holds them; null when they were not built, and a browser gets a page without GraphiQL.</summary>
    public static string? Folder => IdeFolder.Default.Current;
}
