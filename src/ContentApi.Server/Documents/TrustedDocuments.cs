using System.Text;

namespace ContentApi.Server.Documents;

/// <summary>The documents of a folder, read once. Each has two ids: the SHA-256 of its file, and the name of the file in the folder without <c>.graphql</c>.</summary>
public sealed class TrustedDocuments
{
    /// <summary>What names of documents end with.</summary>
    public const string Extension = ".graphql";

    /// <summary>What names of files end with that say for which variables a document is frozen; they are no documents to be asked for.</summary>
    public const string VariablesExtension = $".variables{Extension}";

    private const string HashPrefix = "sha256:";
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Dictionary<string, TrustedDocument> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TrustedDocument> _byHash = new(StringComparer.Ordinal);

    private TrustedDocuments()
    {
    }

    /// <summary>How many there are.</summary>
    public int Count => _byName.Count;

    /// <summary>No documents.</summary>
    public static TrustedDocuments None { get; } = new();

    /// <summary>All of them, in the order of their names.</summary>
    internal IEnumerable<TrustedDocument> All => _byName.Values.OrderBy(document => document.Name, StringComparer.Ordinal);

    /// <summary>Parts of the longest id; a part ends with a <c>/</c>.</summary>
    internal int MostParts { get; private set; } = 1;

    /// <summary>Reads the files <c>*.graphql</c> of a folder and its folders.</summary>
    /// <exception cref="ArgumentException">There is no such folder, or a file in it cannot be read or is not UTF-8; the message is for people.</exception>
    public static TrustedDocuments Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw new ArgumentException($"The folder of trusted documents '{folder}' is not there.", nameof(folder));
        var documents = new TrustedDocuments();
        foreach (var file in Directory.EnumerateFiles(folder, $"*{Extension}", SearchOption.AllDirectories))
        {
            if (!file.EndsWith(VariablesExtension, StringComparison.Ordinal))
                documents.Add(new TrustedDocument(Path.GetRelativePath(folder, file).Replace('\\', '/')[..^Extension.Length], ReadFile(file)));
        }

        return documents;
    }

    /// <summary>Reads one file of the folder.</summary>
    /// <exception cref="ArgumentException">It cannot be read or is not UTF-8; the message is for people.</exception>
    public static string ReadFile(string file)
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

    /// <summary>Gives the document of an id; null when there is none.</summary>
    internal TrustedDocument? Find(string id) =>
        _byHash.GetValueOrDefault((id.StartsWith(HashPrefix, StringComparison.Ordinal) ? id[HashPrefix.Length..] : id).ToLowerInvariant()) ?? _byName.GetValueOrDefault(id);

    /// <summary>True when this very document is one of them.</summary>
    internal bool Contains(string document) => _byHash.ContainsKey(DocumentHash.Of(document));

    private void Add(TrustedDocument document)
    {
        MostParts = Math.Max(MostParts, document.Name.Split('/').Length);
        _byName[document.Name] = document;
        _byHash[document.Hash] = document;
    }
}
