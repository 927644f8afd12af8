using ContentApi.TestSupport;
using YamlDotNet.RepresentationModel;

namespace ContentApi.Docs.Tests.Shell;

/// <summary>The services of docker-compose.yml.</summary>
internal sealed class ComposeFile
{
    private readonly YamlMappingNode _root;

    public ComposeFile()
    {
        var stream = new YamlStream();
        using var file = File.OpenText(Path.Combine(RepositoryFiles.Root, "docker-compose.yml"));
        stream.Load(file);
        _root = (YamlMappingNode)stream.Documents[0].RootNode;
    }

    /// <summary>The arguments after the image's entry point.</summary>
    public IReadOnlyList<string> Command(string service) => [.. ((YamlSequenceNode)Service(service)["command"]).Select(Text)];

    /// <summary>The environment variables of a service.</summary>
    public IReadOnlyDictionary<string, string> Environment(string service) =>
        ((YamlMappingNode)Service(service)["environment"]).ToDictionary(pair => Text(pair.Key), pair => Text(pair.Value));

    /// <summary>The secrets that a service can read.</summary>
    public IReadOnlyList<string> Secrets(string service) => [.. ((YamlSequenceNode)Service(service)["secrets"]).Select(Text)];

    /// <summary>The one volume of a service, in the long form: a path in the short form that begins with a name is a named volume.</summary>
    public IReadOnlyDictionary<string, string> Volume(string service) =>
        ((YamlMappingNode)((YamlSequenceNode)Service(service)["volumes"]).Single()).ToDictionary(pair => Text(pair.Key), pair => Text(pair.Value));

    /// <summary>Every secret and its file.</summary>
    public IReadOnlyDictionary<string, string> SecretFiles => ((YamlMappingNode)_root["secrets"]).ToDictionary(pair => Text(pair.Key), pair => Text(pair.Value["file"]));

    private YamlMappingNode Service(string name) => (YamlMappingNode)_root["services"][name];

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;
}
