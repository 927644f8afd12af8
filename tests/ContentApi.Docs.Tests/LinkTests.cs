using ContentApi.Docs.Tests.Documents;

namespace ContentApi.Docs.Tests;

public sealed class LinkTests
{
    public static TheoryData<string> Names { get; } = [.. Document.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_link_within_the_repository_leads_somewhere(string name)
    {
        var document = new Document(name);
        var broken = document.Links.Where(link => !link.Target.Contains("://", StringComparison.Ordinal) && !Leads(document, link.Target)).Select(link => $"{name}:{link.Line}: {link.Target}");
        Assert.Empty(broken);
    }

    private static bool Leads(Document from, string target)
    {
        var parts = target.Split('#', 2);
        var path = parts[0].Length == 0 ? from.Path : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(from.Path)!, Uri.UnescapeDataString(parts[0])));
        return (File.Exists(path) || Directory.Exists(path)) && (parts.Length == 1 || new Document(path).Anchors.Contains(parts[1]));
    }
}
