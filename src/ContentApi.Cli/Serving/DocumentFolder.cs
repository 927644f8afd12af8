using ContentApi.Cli.Arguments;
using ContentApi.Importer.Settings;
using ContentApi.Server.Documents;

namespace ContentApi.Cli.Serving;

/// <summary>A folder of trusted documents, all of which can be read.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Count">How many there are.</param>
internal sealed record DocumentFolder(string Path, int Count)
{
    /// <summary>Reads where the trusted documents lie.</summary>
    /// <exception cref="CommandFault">There is no such folder.</exception>
    public static string Read(GivenValue given) => Directory.Exists(given.Text) ? System.IO.Path.GetFullPath(given.Text) : throw given.IsNot("a folder with GraphQL documents");

    /// <summary>The folder that a content folder names in its settings; null when it names none.</summary>
    /// <param name="settings">Of the content folder.</param>
    /// <param name="content">The content folder, absolute.</param>
    /// <exception cref="CommandFault">It is missing, or something in it cannot be read.</exception>
    public static DocumentFolder? Find(ServerSettings settings, string content)
    {
        if (settings.Documents is not { } given)
        {
            return null;
        }

        var path = System.IO.Path.GetFullPath(given.Text, content);
        if (!Directory.Exists(path))
        {
            throw new CommandFault($"{given.Place}: {(File.Exists(path) ? $"{path} is a file; name the folder that it lies in." : $"there is no folder {path}; make it and put the documents there, or delete the line.")}");
        }

        try
        {
            return new DocumentFolder(path, TrustedDocuments.Read(path).Count);
        }
        catch (Exception fault) when (fault is ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new CommandFault($"{given.Place}: {SentenceOf(fault)}");
        }
    }

    /// <summary>What is wrong with the documents, without what .NET adds to the message.</summary>
    public static string SentenceOf(Exception fault) => fault.Message.Split(" (Parameter", 2)[0];
}
