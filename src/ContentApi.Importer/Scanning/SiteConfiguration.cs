using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ContentApi.Importer.Scanning;

/// <summary>The top level of a site's <c>_config.yml</c>: Hexo keeps the title, address, language and time zone of a site there.</summary>
internal sealed class SiteConfiguration
{
    // Real ones have a few kilobytes.
    private const int MaxLength = 1_000_000;

    private readonly Dictionary<string, string> _scalars = [];
    private readonly HashSet<string> _keys = [];

    /// <summary>Reads the file of a folder; empty when there is none, and up to its first mistake when it is no YAML.</summary>
    public static SiteConfiguration Read(string root)
    {
        var site = new SiteConfiguration();
        try
        {
            site.ReadTopLevel(new Parser(new StringReader(ReadSmallFile(Path.Combine(root, "_config.yml")))));
        }
        catch (YamlException)
        {
            // The generator itself would refuse the file; what stands before the mistake is still the best there is.
        }

        return site;
    }

    /// <summary>The text of a file that settings are read from; empty when it is missing, unreadable or far too large.</summary>
    public static string ReadSmallFile(string path)
    {
        try
        {
            var file = new FileInfo(path);
            return file is { Exists: true, LinkTarget: null, Length: <= MaxLength and > 0 } ? File.ReadAllText(path) : "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    public bool HasKey(string key) => _keys.Contains(key);

    /// <summary>A text, of a list its first; null when the key is missing or empty.</summary>
    public string? Find(string key) => _scalars.GetValueOrDefault(key) is { Length: > 0 } value ? value : null;

    private void ReadTopLevel(IParser parser)
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _) || !parser.TryConsume<MappingStart>(out _))
            return;
        while (parser.TryConsume<Scalar>(out var key))
        {
            _keys.Add(key.Value);
            ReadValue(parser, key.Value);
        }
    }

    private void ReadValue(IParser parser, string key)
    {
        var isNamed = parser.Accept<MappingStart>(out _);
        var depth = 0;
        do
        {
            if (!isNamed && parser.Current is Scalar scalar)
                _scalars.TryAdd(key, scalar.Value.Trim());
            depth += parser.Current!.NestingIncrease;
            parser.MoveNext();
        }
        while (depth > 0);
    }
}
