using ContentApi.Cli.Arguments;

namespace ContentApi.Cli.Serving;

/// <summary>Reads where the trusted documents lie.</summary>
internal static class DocumentFolder
{
    /// <exception cref="CommandFault">There is no such folder.</exception>
    public static string Read(GivenValue given) => Directory.Exists(given.Text) ? Path.GetFullPath(given.Text) : throw given.IsNot("a folder with GraphQL documents");
}
