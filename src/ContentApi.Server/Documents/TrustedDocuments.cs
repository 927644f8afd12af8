using System.Text;

namespace ContentApi.Server.Documents;

/// <summary>The documents of a folder, read once. Each has two ids: the SHA-256 of its file, and the name of the file in the folder without <c>.graphql</c>.</summary>
internal sealed class TrustedDocuments
{
    private const string Extension = ".graphql";
    private const string HashPrefix = "sha256:";
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Dictionary<string, string> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _byHash = new(StringComparer.Ordinal);

    /// <summary>No documents.</summary>
    public static TrustedDocuments None { get; } = new();

    /// <summary>Reads the files <c>*.graphql</c> of a folder and its folders.</summary>
    /// <exception cref="ArgumentException">There is no such folder, or a file in it cannot be read or is not UTF-8; the message is for people.</exception>
    public static TrustedDocuments Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw new ArgumentException($"The folder of trusted documents '{folder}' is not there.", nameof(folder));
        var documents = new TrustedDocuments();
        foreach (var file in Directory.EnumerateFiles(folder, $"*{Extension}", SearchOption.AllDirectories))
        {
            documents.Add(Path.GetRelativePath(folder, file).Replace('\\', '/')[..^Extension.Length], ReadFile(file));
        }

        return documents;
    }

    /// <summary>Gives the document of an id; null when there is none.</summary>
    public string? Find(string id) =>
        _byHash.GetValueOrDefault((id.StartsWith(HashPrefix, StringComparison.Ordinal) ? id[HashPrefix.Length..] : id).ToLowerInvariant()) ?? _byName.GetValueOrDefault(id);

    /// <summary>True when this very document is one of them.</summary>
    public bool Contains(string document) => _byHash.ContainsKey(DocumentHash.Of(document));

    private static string ReadFile(string file)
    {
        try
        {
            return Utf8.GetString(File.ReadAllBytes(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw new ArgumentException($"The trusted document '{file}' cannot be read: {e.Message}", nameof(file), e);
        }
    }

    private void Add(string name, string document)
    {
        _byName[name] = document;
        _byHash[DocumentHash.Of(document)] = document;
    }
}
