using System.Text.Json.Nodes;
using ContentApi.TestSupport;

namespace ContentApi.Parsing.Tests.Specs;

/// <summary>Reads the cases of a specification file.</summary>
internal static class SpecFile
{
    private const string Fence = "`````";

    private static readonly string Folder = Path.Combine(RepositoryFiles.Root, "tests", "ContentApi.Parsing.Tests", "Specs");

    public static IEnumerable<string> Names() =>
        Directory.EnumerateFiles(Folder, "*.md").Select(path => Path.GetFileName(path)).Where(name => name != "README.md").Order(StringComparer.Ordinal);

    public static IReadOnlyList<SpecCase> Read(string name)
    {
        var cases = new List<SpecCase>();
        var title = "";
        string? info = null;
        string? input = null;
        string? authors = null;
        string? defaults = null;
        var settings = "";
        var block = new List<string>();
        foreach (var line in File.ReadAllText(Path.Combine(Folder, name)).Split('\n'))
        {
            if (info is null)
            {
                if (line.StartsWith("## ", StringComparison.Ordinal))
                    title = line[3..].Trim();
                else if (line.StartsWith(Fence, StringComparison.Ordinal))
                    (info, block) = (line[Fence.Length..].Trim(), []);
                continue;
            }

            if (line.TrimEnd() != Fence)
            {
                block.Add(line);
                continue;
            }

            var text = string.Join('\n', block);
            if (info.StartsWith("input", StringComparison.Ordinal))
            {
                (input, settings) = (text, info["input".Length..]);
            }
            else if (info == "authors")
            {
                authors = text;
            }
            else if (info == "defaults")
            {
                defaults = text;
            }
            else
            {
                cases.Add(new SpecCase
                {
                    Name = title,
                    Input = input ?? throw new FormatException($"{name}: '{title}' has no input."),
                    Settings = ReadSettings(settings),
                    Authors = authors,
                    Defaults = defaults,
                    Expected = JsonNode.Parse(text)!.AsObject(),
                });
                (input, authors, defaults) = (null, null, null);
            }

            info = null;
        }

        return cases;
    }

    private static Dictionary<string, string> ReadSettings(string text) => text
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(word => word.Split('=', 2))
        .ToDictionary(parts => parts[0], parts => parts.Length > 1 ? parts[1] : "");
}
